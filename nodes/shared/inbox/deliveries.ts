import type { ITriggerFunctions } from 'n8n-workflow';

import { readDelivery, type LeadDelivery } from '../../../leasing/inbox/delivery';
import type { RunOutcome } from '../../../office/claims/claimLoop';
import { giveUpDelivery } from '../../../office/inbox/giveUpDelivery';
import type { Store } from '../../../store/port';
import { systemClock } from '../runtime';
import { runEvent, startBackground, type Round } from '../trigger/background';

/** What differs between the triggers that take in leads. */
export interface DeliveriesParts {
	context: ITriggerFunctions;
	store: Store;
	consumer: string;
	/** As the log names it. */
	node: string;
	/** The item for one delivery. What it throws counts as a run that failed, and is tried again. */
	itemOf(delivery: LeadDelivery): object | Promise<object>;
	/** As a task names the sender: `Zillow`, `the mailbox leasing@example.com`. */
	from(delivery: LeadDelivery): string;
	rounds?(onError: (error: unknown) => void): Round[];
}

/** Runs the workflow for each stored delivery, and gives up to a person. */
export function startDeliveries({ context, store, consumer, node, itemOf, from, rounds }: DeliveriesParts): { stop(): Promise<void> } {
	return startBackground({
		context,
		store,
		consumer,
		node,
		run: async (event): Promise<RunOutcome> => {
			try {
				return await runEvent(context, event, await itemOf(readDelivery(event.payload)));
			} catch (thrown) {
				return { ok: false, error: thrown instanceof Error ? thrown.message : String(thrown) };
			}
		},
		onGivenUp: async (event, error, tx) => await giveUpDelivery(tx, systemClock, event, error, from(readDelivery(event.payload))),
		rounds: rounds ?? (() => []),
	});
}
