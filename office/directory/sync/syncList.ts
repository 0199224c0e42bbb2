import type { ReadContext } from '../../../leasing/directory/readContext';
import { RefusedError } from '../../../leasing/rest/refusedError';
import type { Clock, Millis } from '../../../leasing/time';
import type { CursorOf, DirectoryOf, Store, StoreFamilies } from '../../../store/port';
import { cursorOf } from '../cursorOf';
import type { CursorPage } from '../../rest/pages';
import { afterPage, nextPosition, type Position, type Wish } from './position';
import { savePage } from './savePage';
import type { DirectorySource } from './source';

export interface SyncOptions {
	store: Store;
	of: DirectoryOf;
	clock: Clock;
	read: ReadContext;
	/** Read everything now instead of what changed. */
	whole: boolean;
	wholeEvery: Millis;
	/** Stop before the next page then; the next run goes on. */
	stopAt: Millis;
}

export interface ListReport {
	resource: string;
	/** `paused`: stopped by the time limit. `busy`: another run copies the same list right now. `not_allowed`: the key may not read it. */
	state: 'done' | 'paused' | 'busy' | 'not_allowed';
	/** Everything, or only what changed. */
	pass: 'whole' | 'changes';
	pages: number;
	/** In this run. */
	records: number;
	added: number;
	changed: number;
	/** No longer there. */
	ended: number;
	/** What to do when it is not done. */
	hint: string | null;
}

/**
 * Brings the copy of one list up to date, page by page. Each page and the place behind it are kept together, so a run that is
 * killed loses at most the page it was reading.
 * @throws RefusedError for what is not about this list alone, such as wrong keys or an outage
 */
export async function syncList(source: DirectorySource, options: SyncOptions): Promise<ListReport> {
	const { store, of, clock } = options;
	const { reads } = source;
	const place = cursorOf(of, source.name);
	const cursor = await store.cursors.get(place);
	let revision = cursor?.revision ?? 0;
	const kept = cursor === null && reads.into === 'tenancies' ? await whereItBegan(store, cursorOf(of, reads.after)) : cursor?.position;
	let position = nextPosition(kept, wishFor(source, options));
	const report: ListReport = {
		resource: source.name,
		state: 'done',
		pass: position.since === null ? 'whole' : 'changes',
		pages: 0,
		records: 0,
		added: 0,
		changed: 0,
		ended: 0,
		hint: null,
	};

	while (!position.done) {
		if (clock.now() >= options.stopAt)
			return { ...report, state: 'paused', hint: 'The time limit was reached. The next run goes on from here.' };
		const answer = await source.page(position.cursor, position.since);
		if (!answer.ok) {
			if (answer.refusal.code !== 'no_permission') throw new RefusedError(answer.refusal);
			return { ...report, state: 'not_allowed', hint: answer.refusal.advice };
		}
		const saved = await keep(answer.value, position, revision);
		if (saved === null)
			return {
				...report,
				state: 'busy',
				hint: 'Another run is copying this list right now; it will be up to date when that one is done.',
			};
		({ position, revision } = saved);
		report.pages += 1;
		report.records += answer.value.records.length;
		report.added += saved.added;
		report.changed += saved.changed;
		report.ended += saved.ended;
	}
	return report;

	async function keep(page: CursorPage<unknown, unknown>, before: Position, at: number) {
		const next = afterPage(before, page, clock.now());
		return await store.transaction(async (tx) => {
			if (!(await tx.cursors.move(place, next, at))) return null;
			const counts = await savePage(tx, of, reads, page.records, { read: options.read, seenAt: before.passBegan });
			return { ...counts, ended: await endUnseen(tx, next), position: next, revision: at + 1 };
		});
	}

	/** Only after a whole pass that saw something: a key limited to fewer properties must not end everybody else's records. */
	async function endUnseen(tx: StoreFamilies, { done, since, read, passBegan }: Position): Promise<number> {
		if (!done || since !== null || read === 0 || reads.into === 'tenancies') return 0;
		return await tx.directory.endUnseen(of, reads.kind, passBegan);
	}
}

/** The place of another list as one that is over: how far that list has come is no place in this one, when it began is all that counts. */
async function whereItBegan(store: Store, other: CursorOf): Promise<unknown> {
	const position = (await store.cursors.get(other))?.position;
	return typeof position === 'object' && position !== null ? { ...position, cursor: null, done: true } : null;
}

function wishFor({ changesOnly, reads, longestSince, cursorsLast }: DirectorySource, { clock, wholeEvery, whole }: SyncOptions): Wish {
	const now = clock.now();
	// Leases come along with every whole pass over the residents, and nothing is ended for not being seen among them.
	const every = reads.into === 'tenancies' ? { wholeEvery: Number.POSITIVE_INFINITY, whole: false } : { wholeEvery, whole };
	return { changesOnly, now, ...every, longestSince, cursorsLast };
}
