import type { INodeExecutionData } from 'n8n-workflow';

/**
 * n8n starts a manual execution from `webhook()`, then calls the same node's `trigger()` for its output, because the
 * node has both. The item waits here between the two; both always run in the main process.
 */
const items = new Map<string, INodeExecutionData>();

export function keepTestItem(consumer: string, item: INodeExecutionData): void {
	items.set(consumer, item);
}

/** Hands the item out once. */
export function takeTestItem(consumer: string): INodeExecutionData | null {
	const item = items.get(consumer) ?? null;
	items.delete(consumer);
	return item;
}
