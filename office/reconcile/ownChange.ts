import { SECOND, type Clock, type Millis } from '../../leasing/time';
import type { Store } from '../../store/port';

/** A reported change of a record of a kind that we write, in the terms in which a write-back is kept. */
export interface ReportedChange {
	provider: string;
	/** As the write-back names it: `contact_request`. */
	recordType: string;
	recordId: string;
	/** Whether it says that the record was made. */
	created: boolean;
	/** ISO 8601. */
	at: string;
}

/** Clocks differ, and an event may carry the time at which the provider noticed. */
const SAME_MOMENT: Millis = 60 * SECOND;
/** An event may overtake the answer to the very request that caused it. */
const WAIT_AT_MOST: Millis = 10 * SECOND;
const LOOK_EVERY: Millis = SECOND / 2;
const UNDER_WAY: Millis = 120 * SECOND;

export interface OwnChangeTools {
	store: Pick<Store, 'writeBacks'>;
	clock: Clock;
	sleep(milliseconds: number): Promise<unknown>;
}

/** Whether an event reports what we have written ourselves. @param change null: nothing that we write */
export async function isOwnChange(change: ReportedChange | null, { store, clock, sleep }: OwnChangeTools): Promise<boolean> {
	if (change === null) return false;
	const { provider, recordType, recordId, created, at } = change;
	const began = clock.now();
	for (;;) {
		// Asked first: a write that ends between the two questions is then among the records.
		const underWay = await store.writeBacks.isUnderWay(provider, began - UNDER_WAY);
		const writes = await store.writeBacks.ofRecord(provider, recordType, recordId, 20);
		// Whoever made a record caused its first event; afterwards staff change it too, so the time decides.
		if (writes.length > 0 && created) return true;
		if (writes.some(({ updatedAt }) => Math.abs(updatedAt - Date.parse(at)) < SAME_MOMENT)) return true;
		if (!underWay || clock.now() - began >= WAIT_AT_MOST) return false;
		await sleep(LOOK_EVERY);
	}
}
