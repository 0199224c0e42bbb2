import { MINUTE, type Clock } from '../../leasing/time';
import type { Store } from '../../store/port';

const KIND = 'test_item';
/** More are never left over from listenings that were broken off. */
const ALL = 50;

/** Keeps what was heard while the editor listens, under a consumer of its own, for another process to take. */
export async function keepTestItem({ store, clock }: { store: Store; clock: Clock }, consumer: string, payload: object): Promise<void> {
	const at = clock.now();
	await store.events.record({ consumer, key: `${KIND}:${at}`, kind: KIND, payload, receivedAt: at });
}

/** Hands the latest item out once; older ones that were never asked for are done with. @param claimer this process */
export async function takeTestItem(
	{ store, clock }: { store: Store; clock: Clock },
	consumer: string,
	claimer: string,
): Promise<object | null> {
	const now = clock.now();
	const waiting = await store.events.claim(consumer, claimer, ALL, now, now + MINUTE);
	for (const { id } of waiting) await store.events.finish(id, claimer, now);
	// A cast, not a check: it is ours, stored moments ago.
	return (waiting.at(-1)?.payload as object | undefined) ?? null;
}
