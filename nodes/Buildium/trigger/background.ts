import { sleep, type ITriggerFunctions } from 'n8n-workflow';

import { HASTY } from '../../../leasing/buildium/patience';
import type { RunOutcome } from '../../../office/claims/claimLoop';
import { wake } from '../../../office/events/wake';
import type { Store, StoredEvent } from '../../../store/port';
import { systemClock } from '../../shared/runtime';
import { runEvent, startBackground, type Round } from '../../shared/trigger/background';
import { buildium } from '../transport';
import { giveUpBuildiumEvent } from './giveUp';
import type { BuildiumItem } from './item';
import { isOwnChange } from './ownChanges';
import { readBack } from './readBack';
import { reconcile } from './reconcile';
import { NODE, type BuildiumTriggerSettings } from './settings';

interface Started {
	context: ITriggerFunctions;
	store: Store;
	consumer: string;
	settings: BuildiumTriggerSettings;
}

/** What a published trigger does besides answering Buildium: runs the workflow for stored events, and looks for missed ones. */
export function startEvents(started: Started): { stop(): Promise<void> } {
	const { context, store, consumer, settings } = started;
	return startBackground({
		context,
		store,
		consumer,
		node: NODE,
		run: async (event) => await run(started, event),
		onGivenUp: async (event, error, tx) => await giveUpBuildiumEvent(tx, systemClock, event, error),
		rounds: () => (settings.pollEvery === null ? [] : [missedEventsRound(started, settings.pollEvery)]),
	});
}

async function run({ context, store, settings }: Started, event: StoredEvent): Promise<RunOutcome> {
	const item = event.payload as BuildiumItem;
	try {
		const own = await isOwnChange(item, { store, clock: systemClock, sleep });
		if (own && settings.skipOwn) return { ok: true };
		const record = settings.readRecord ? { data: await readBack(clientOf(context), item) } : {};
		return await runEvent(context, event, { ...item, own, ...record });
	} catch (thrown) {
		return { ok: false, error: thrown instanceof Error ? thrown.message : String(thrown) };
	}
}

function missedEventsRound({ context, store, consumer, settings }: Started, every: number): Round {
	return {
		every,
		work: async () => {
			const of = { portfolio: settings.portfolio, provider: 'buildium' };
			const client = clientOf(context);
			const found = await reconcile({ store, clock: systemClock, client, consumer, of, chosen: settings.events });
			if (found > 0) wake(consumer);
		},
	};
}

function clientOf(context: ITriggerFunctions) {
	return buildium(context, { patience: HASTY });
}
