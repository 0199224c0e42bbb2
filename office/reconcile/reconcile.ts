import { DAY, MINUTE, type Clock, type Millis } from '../../leasing/time';
import type { DirectoryOf, Store } from '../../store/port';
import { cursorOf } from '../directory/cursorOf';
import type { ChangeSource, FoundChange } from './changeSource';

/** An event takes up to a few minutes; whoever looks earlier would report what is still on its way. */
const STILL_COMING: Millis = 10 * MINUTE;
/** Two clocks; and one change may move the time of a record more than once. */
const SAME_CHANGE: Millis = 2 * MINUTE;

export interface Reconciling {
	store: Store;
	clock: Clock;
	/** The trigger. */
	consumer: string;
	/** What its events are stored as. */
	kind: string;
	of: DirectoryOf;
	sources: readonly ChangeSource[];
}

/**
 * Looks for changes that no event told of, and records them as events. A change counts as heard when an event about the record
 * came after it. The first look only notes where the next one begins.
 * @returns how many were found
 * @throws RefusedError when a provider does not answer; the same stretch is looked through again then
 */
export async function reconcile(what: Reconciling): Promise<number> {
	let found = 0;
	for (const source of what.sources) found += await lookThrough(source, what);
	return found;
}

async function lookThrough(source: ChangeSource, what: Reconciling): Promise<number> {
	const { store, clock, consumer, of } = what;
	const place = cursorOf(of, `events:${consumer}:${source.record}`);
	const cursor = await store.cursors.get(place);
	const now = clock.now();
	const until = now - STILL_COMING;
	const noted = typeof cursor?.position === 'number' ? cursor.position : null;
	// A time to come was noted by a clock that was ahead. What is found twice is known by its key.
	const since = noted !== null && noted > now ? now - DAY : noted;
	let found = 0;
	if (since !== null) {
		for await (const change of source.changesBetween(since, until)) if (await isNews(change, what)) found += 1;
	}
	// Only when all pages were read: after an error the same stretch is looked through again.
	await store.cursors.move(place, until, cursor?.revision ?? 0);
	return found;
}

/** Stores it as an event, unless one has told of it. */
async function isNews({ record, at, eventId, item }: FoundChange, { store, clock, consumer, kind }: Reconciling): Promise<boolean> {
	const heard = await store.heardChanges.lastHeard(consumer, record);
	if (heard !== null && heard >= at - SAME_CHANGE) return false;
	return await store.transaction(async (tx) => {
		await tx.heardChanges.note(consumer, record, at);
		return await tx.events.record({ consumer, key: eventId, kind, payload: item, receivedAt: clock.now() });
	});
}
