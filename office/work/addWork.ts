import type { Millis } from '../../leasing/time';
import { UserMistake } from '../../leasing/userMistake';
import type { StoredWork } from '../../store/port';
import type { Office } from '../office';
import { ringForWork } from './bell';

export interface WorkWish {
	portfolio: string;
	/** What has to be done, in one word; triggers list the words that they take. */
	kind: string;
	/** The same kind and key is one piece of work for ever. */
	key: string;
	payload: unknown;
	/** Null: now. */
	dueAt: Millis | null;
}

/**
 * Has a workflow do something at a set time, once, and again if it fails. Added a second time, it stays as it was.
 * @throws UserMistake when the kind is no single word
 */
export async function addWork(
	{ store, clock }: Office,
	{ portfolio, kind, key, payload, dueAt }: WorkWish,
): Promise<{ work: StoredWork; added: boolean }> {
	if (/[,\n]/.test(kind))
		throw new UserMistake('Kind holds a comma or a line break.', 'Enter one word: the trigger separates its kinds by commas.');
	const added = await store.work.add({ portfolio, kind, key, payload, dueAt: dueAt ?? clock.now() });
	if (added) ringForWork();
	const work = await store.work.byKey(kind, key);
	if (!work) throw new Error(`The work "${kind}" (${key}) was removed from the store while it was being added.`);
	return { work, added };
}
