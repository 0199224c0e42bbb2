import type { IDataObject, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import type { Store } from '../../../store/port';
import { isRestart, whenStoreOpens } from './atRestart';
import { asNodeError } from '../errors';
import { consumerOf, testConsumerOf } from '../events/consumer';
import { storeFor } from '../store/storeFor';
import { takeFromWebhook } from './testItem';

/** What differs between the triggers. */
export interface TriggerParts {
	/** As the log names it. */
	node: string;
	/** Looks at once for what would only fail later, when nobody looks. Not at a restart, when nobody could mend it. @throws UserMistake */
	check?: () => Promise<void>;
	start(store: Store, consumer: string): { stop(): Promise<void> };
}

/**
 * A node's `trigger()`: for the editor it hands out the item that `webhook()` has just taken; published, it starts as soon as the store
 * opens and stops with its workflow.
 */
export async function startTrigger(context: ITriggerFunctions, { node, check, start }: TriggerParts): Promise<ITriggerResponse> {
	const open = async (): Promise<Store> => await storeFor(context);
	try {
		if (context.getMode() === 'manual') {
			const json = await takeFromWebhook(testConsumerOf(context), open);
			return { manualTriggerFunction: async () => await Promise.resolve(emitOnce(context, json)) };
		}
		if (check && !isRestart(context)) await check();
		const background = whenStoreOpens(
			open,
			(store) => start(store, consumerOf(context)),
			(error) => context.logger.error(`${node} cannot start yet: ${error instanceof Error ? error.message : String(error)}`),
		);
		return { closeFunction: async () => await background.stop() };
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	}
}

function emitOnce(context: ITriggerFunctions, json: object | null): void {
	if (json) context.emit([[{ json: json as IDataObject }]]);
}
