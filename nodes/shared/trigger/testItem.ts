import { keepTestItem, takeTestItem } from '../../../office/events/testItems';
import type { Store } from '../../../store/port';
import { inQueueMode } from '../queueMode';
import { processName, systemClock } from '../runtime';

/**
 * n8n starts a manual execution from `webhook()`, then calls the same node's `trigger()` for its output, because the
 * node has both. The item waits between the two: here, where both run in the main process; in queue mode in the store, since
 * a worker may run the second (OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS).
 */
const items = new Map<string, object>();

/** @param consumer the one of the editor that listens, never of the published workflow */
export async function handToCanvas(consumer: string, json: object, store: Store): Promise<void> {
	if (inQueueMode()) await keepTestItem({ store, clock: systemClock }, consumer, json);
	else items.set(consumer, json);
}

/** Hands the item out once; the latest one, if older ones were never asked for. */
export async function takeFromWebhook(consumer: string, open: () => Promise<Store>): Promise<object | null> {
	const item = items.get(consumer) ?? null;
	items.delete(consumer);
	if (item || !inQueueMode()) return item;
	return await takeTestItem({ store: await open(), clock: systemClock }, consumer, processName);
}
