import { sleep, type ITriggerFunctions } from 'n8n-workflow';

import { HASTY } from '../../../leasing/buildium/patience';
import { oursIn } from '../../../leasing/buildium/webhook/ours';
import type { RunOutcome } from '../../../office/claims/claimLoop';
import { wake } from '../../../office/events/wake';
import { giveUpChange } from '../../../office/reconcile/giveUpChange';
import { isOwnChange } from '../../../office/reconcile/ownChange';
import { reconcile } from '../../../office/reconcile/reconcile';
import type { Store, StoredEvent } from '../../../store/port';
import { systemClock } from '../../shared/runtime';
import { runEvent, startBackground, type Round } from '../../shared/trigger/background';
import { buildium } from '../transport';
import { buildiumChanges } from './changeSources';
import type { BuildiumItem } from './item';
import { readBack } from './readBack';
import { NODE, type BuildiumTriggerSettings } from './parameters';

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
		serves: [`buildium:${settings.portfolio}`],
		run: async (event) => await run(started, event),
		onGivenUp: async (event, error, tx) =>
			await giveUpChange(tx, systemClock, event, error, { ...(event.payload as BuildiumItem), provider: 'Buildium' }),
		rounds: () => (settings.pollEvery === null ? [] : [missedEventsRound(started, settings.pollEvery)]),
	});
}

async function run({ context, store, settings }: Started, event: StoredEvent): Promise<RunOutcome> {
	const item = event.payload as BuildiumItem;
	try {
		const own = await isOwnChange(oursIn(item), { store, clock: systemClock, sleep });
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
			const sources = buildiumChanges(clientOf(context), { portfolio: settings.portfolio, chosen: settings.events });
			const found = await reconcile({ store, clock: systemClock, consumer, kind: 'buildium', of, sources });
			if (found > 0) wake(consumer);
		},
	};
}

function clientOf(context: ITriggerFunctions) {
	return buildium(context, { patience: HASTY });
}
