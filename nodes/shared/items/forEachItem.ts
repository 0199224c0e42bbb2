import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asNodeError } from '../errors';
import { systemClock } from '../runtime';
import { makeGiveWay } from './giveWay';
import { plainCopy } from './plainCopy';

/** One result of an item: which output it goes to, and its json. */
export interface Routed {
	output: number;
	json: object;
}

export interface ItemLoopOptions {
	/** How many outputs the node has. */
	outputs: number;
	/** Where an item goes that failed while "On Error: Continue" is set. Never the output that means success. */
	errorOutput: number;
}

/**
 * The item loop of every action node: calls `handle` for each item in order, pairs results with their item, and turns
 * what is thrown into an n8n error that names the item. Between items n8n has its turn. With "On Error: Continue" the error becomes an item.
 */
export async function forEachItem(
	context: IExecuteFunctions,
	options: ItemLoopOptions,
	handle: (index: number) => Promise<Routed | Routed[]>,
): Promise<INodeExecutionData[][]> {
	const results: INodeExecutionData[][] = Array.from({ length: options.outputs }, () => []);
	const items = context.getInputData();
	const giveWay = makeGiveWay(systemClock);
	for (let index = 0; index < items.length; index++) {
		await giveWay();
		try {
			for (const routed of [await handle(index)].flat()) {
				await giveWay();
				results[routed.output]?.push({ json: plainCopy(routed.json), pairedItem: { item: index } });
			}
		} catch (thrown) {
			const error = asNodeError(context.getNode(), thrown, index);
			if (!context.continueOnFail()) throw error;
			// These two keys and no others tell n8n that the item failed. The item's own `error` field would do so too, but then
			// n8n keeps the message only and drops the advice.
			results[options.errorOutput]?.push({
				json: { error: error.message, details: error.description ?? null },
				pairedItem: { item: index },
			});
		}
	}
	return results;
}
