import { timeFilter } from '../../../leasing/buildium/dates';
import type { ReadContext } from '../../../leasing/buildium/directory/common';
import type { Clock, Millis } from '../../../leasing/time';
import type { DirectoryOf, Store, StoreFamilies } from '../../../store/port';
import { asReply, BuildiumError, PAGE_SIZE, type BuildiumClient, type Page } from '../transport';
import { nextPosition, type Position, type Wish } from './position';
import type { SyncResource } from './resources';
import { savePage } from './savePage';
import { cursorOf } from '../cursorOf';

export interface SyncOptions {
	client: BuildiumClient;
	store: Store;
	of: DirectoryOf;
	clock: Clock;
	read: ReadContext;
	whole: boolean;
	wholeEvery: Millis;
	/** Stop before the next page then; the next run goes on. */
	stopAt: Millis;
}

export interface ResourceReport {
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

/** Records that are asked for twice at the border of two pages: when one before them is deleted meanwhile, the others move up. */
const BORDER = 10;

/**
 * Brings the copy of one list up to date, page by page. Each page and the place behind it are kept together, so a run that is
 * killed loses at most the page it was reading.
 * @throws BuildiumError for what is not about this list alone, such as wrong keys or an outage
 */
export async function syncResource(resource: SyncResource, options: SyncOptions): Promise<ResourceReport> {
	const { client, store, of, clock } = options;
	const cursor = await store.cursors.get(cursorOf(of, resource.name));
	let revision = cursor?.revision ?? 0;
	const kept = cursor?.position ?? (resource.reads.into === 'tenancies' ? await sinceResidents(options) : null);
	let position = nextPosition(kept, wishFor(resource, options));
	const report: ResourceReport = {
		resource: resource.name,
		state: 'done',
		pass: position.since === null ? 'whole' : 'changes',
		pages: 0,
		records: 0,
		added: 0,
		changed: 0,
		ended: 0,
		hint: null,
	};

	while (position.offset !== null) {
		if (clock.now() >= options.stopAt)
			return { ...report, state: 'paused', hint: 'The time limit was reached. The next run goes on from here.' };
		const answer = await asReply(
			client.getPage(
				resource.path,
				{ ...resource.query, ...sinceOf(position) },
				{ offset: position.offset, limit: PAGE_SIZE, orderBy: resource.orderBy },
			),
		);
		if (!answer.ok) {
			if (answer.refusal.code !== 'no_permission') throw new BuildiumError(answer.refusal);
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

	async function keep(page: Page, before: Position, at: number) {
		const next: Position = { ...before, offset: nextOffset(page), read: before.read + page.records.length };
		return await store.transaction(async (tx) => {
			if (!(await tx.cursors.move(cursorOf(of, resource.name), next, at))) return null;
			const counts = await savePage(tx, of, resource, page.records, { read: options.read, seenAt: before.passBegan });
			return { ...counts, ended: await endUnseen(tx, next), position: next, revision: at + 1 };
		});
	}

	/** Only after a whole pass that saw something: a key limited to fewer properties must not end everybody else's records. */
	async function endUnseen(tx: StoreFamilies, { offset, since, read, passBegan }: Position): Promise<number> {
		if (offset !== null || since !== null || read === 0 || resource.reads.into === 'tenancies') return 0;
		return await tx.directory.endUnseen(of, resource.reads.kind, passBegan);
	}
}

function wishFor({ changesOnly, reads }: SyncResource, { clock, wholeEvery, whole }: SyncOptions): Wish {
	const now = clock.now();
	// Leases come along with every whole pass over the residents, and nothing is ended for not being seen among them.
	return reads.into === 'tenancies'
		? { changesOnly, now, wholeEvery: Number.POSITIVE_INFINITY, whole: false }
		: { changesOnly, now, wholeEvery, whole };
}

/** Where the first pass over leases begins: residents brought theirs along, as they were when that pass began. */
async function sinceResidents({ store, of }: SyncOptions): Promise<unknown> {
	return (await store.cursors.get(cursorOf(of, 'residents')))?.position ?? null;
}

function sinceOf({ since }: Position): { lastupdatedfrom?: string } {
	return since === null ? {} : { lastupdatedfrom: timeFilter(since, 'instant') };
}

function nextOffset({ nextOffset: next, records }: Page): number | null {
	return next !== null && records.length > BORDER ? next - BORDER : next;
}
