import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { MINUTE, type Clock } from '../../../leasing/time';
import type { Store } from '../../../store/port';
import { inQueueMode } from '../queueMode';
import { processName } from '../runtime';

/**
 * n8n starts a manual execution from `webhook()`, then calls the same node's `trigger()` for its output, because the
 * node has both. The item waits between the two: here, where both run in the main process; in queue mode in the store, since
 * a worker may run the second (OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS).
 */
const items = new Map<string, INodeExecutionData>();

const KIND = 'test_item';
/** More are never left over from listenings that were broken off. */
const ALL = 50;

export async function keepTestItem(
	consumer: string,
	item: INodeExecutionData,
	{ store, clock }: { store: Store; clock: Clock },
): Promise<void> {
	if (!inQueueMode()) {
		items.set(consumer, item);
		return;
	}
	const at = clock.now();
	await store.events.record({ consumer, key: `${KIND}:${at}`, kind: KIND, payload: item.json, receivedAt: at });
}

/** Hands the item out once; the latest one, if older ones were never asked for. */
export async function takeTestItem(consumer: string, clock: Clock, open: () => Promise<Store>): Promise<INodeExecutionData | null> {
	const item = items.get(consumer) ?? null;
	items.delete(consumer);
	if (item || !inQueueMode()) return item;
	const { events } = await open();
	const now = clock.now();
	const waiting = await events.claim(consumer, processName, ALL, now, now + MINUTE);
	for (const { id } of waiting) await events.finish(id, processName, now);
	const latest = waiting.at(-1);
	return latest ? { json: latest.payload as IDataObject } : null;
}
