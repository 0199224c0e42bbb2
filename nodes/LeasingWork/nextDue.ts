import { toIso, type Millis } from '../../leasing/time';
import type { StoredWork, WorkFamily } from '../../store/port';
import { UserMistake } from '../../leasing/userMistake';

/**
 * The work that a published trigger would take first, for trying a workflow out. It is only read: nothing is claimed
 * or finished, so that a test takes nothing away from the published workflow.
 * @throws UserMistake when none is due
 */
export async function nextDue(work: WorkFamily, kinds: string[], now: Millis): Promise<StoredWork> {
	const waiting = await Promise.all(kinds.map(async (kind) => await work.list({ kind, state: 'waiting', limit: 1 })));
	const [first] = waiting.flat().sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
	if (first && first.dueAt <= now) return first;
	throw new UserMistake(
		`No work of the kind ${kinds.join(' or ')} is due.`,
		first
			? `The next one is due at ${toIso(first.dueAt)}: "${first.key}". To try this workflow now, add work with the Lead node (resource Work, operation Add) and leave its due time empty.`
			: 'Add work with the Lead node (resource Work, operation Add), and check that the kind is spelled the same there and here.',
	);
}
