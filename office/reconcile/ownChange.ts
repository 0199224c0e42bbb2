import { SECOND, type Clock, type Millis } from '../../../leasing/time';
import type { StoreFamilies } from '../../../store/port';
import type { BuildiumItem } from './item';

/** How the records that we write are called in events, and which field names them. */
const OURS: Readonly<Record<string, readonly [recordType: string, idField: string]>> = {
	Task: ['contact_request', 'TaskId'],
	'Task.History': ['contact_request', 'TaskId'],
	PhoneLog: ['phone_log', 'PhoneLogId'],
	Applicant: ['applicant', 'ApplicantId'],
};

/** Clocks differ, and an event may carry the time at which Buildium noticed. */
const SAME_MOMENT: Millis = 60 * SECOND;
/** An event may overtake the answer to the very request that caused it. */
const WAIT_AT_MOST: Millis = 10 * SECOND;
const LOOK_EVERY: Millis = SECOND / 2;
const UNDER_WAY: Millis = 120 * SECOND;

/** Whether an event reports what we have written ourselves. */
export async function isOwnChange(
	item: BuildiumItem,
	{ store, clock, sleep }: { store: Pick<StoreFamilies, 'writeBacks'>; clock: Clock; sleep(milliseconds: number): Promise<unknown> },
): Promise<boolean> {
	const known = OURS[item.record];
	const id = known && item.ids[known[1]];
	if (known === undefined || (typeof id !== 'number' && typeof id !== 'string')) return false;
	const began = clock.now();
	for (;;) {
		// Asked first: a write that ends between the two questions is then among the records.
		const underWay = await store.writeBacks.isUnderWay('buildium', began - UNDER_WAY);
		const writes = await store.writeBacks.ofRecord('buildium', known[0], String(id), 20);
		// Whoever made a record caused its first event; afterwards staff change it too, so the time decides.
		if (writes.length > 0 && item.eventName === `${item.record}.Created` && item.record !== 'Task.History') return true;
		if (writes.some(({ updatedAt }) => Math.abs(updatedAt - Date.parse(item.at)) < SAME_MOMENT)) return true;
		if (!underWay || clock.now() - began >= WAIT_AT_MOST) return false;
		await sleep(LOOK_EVERY);
	}
}
