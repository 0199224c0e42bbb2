import { sleep, type ITriggerFunctions } from 'n8n-workflow';

import { HASTY } from '../../../leasing/buildium/patience';
import { oursIn } from '../../../leasing/buildium/webhook/ours';
import type { Store, StoredEvent } from '../../../store/port';
import { READ_AGAIN_EVERY, readAgain } from '../../shared/credentials/remembered';
import type { RunOutcome } from '../../../office/claims/claimLoop';
import { runWorkflow } from '../../shared/runs/runWorkflow';
import { startDrain } from '../../../office/events/drainEvents';
import { wake } from '../../../office/events/wake';
import { giveUpChange } from '../../../office/reconcile/giveUpChange';
import { isOwnChange } from '../../../office/reconcile/ownChange';
import { reconcile } from '../../../office/reconcile/reconcile';
import { processName, systemClock } from '../../shared/runtime';
import { buildium } from '../transport';
import { buildiumChanges } from './changeSources';
import type { BuildiumItem } from './item';
import { readBack } from './readBack';
import type { BuildiumTriggerSettings } from './settings';

interface Started {
	context: ITriggerFunctions;
	store: Store;
	consumer: string;
	settings: BuildiumTriggerSettings;
}

/** What a published trigger does besides answering Buildium: runs the workflow for stored events, and looks for missed ones. */
export function startBackground({ context, store, consumer, settings }: Started): { stop: () => Promise<void> } {
	const onError = (error: unknown) => context.logger.error(`Buildium Trigger: ${error instanceof Error ? error.message : String(error)}`);
	const client = () => buildium(context, { patience: HASTY });

	const run = async (event: StoredEvent): Promise<RunOutcome> => {
		const item = event.payload as BuildiumItem;
		try {
			const own = await isOwnChange(oursIn(item), { store, clock: systemClock, sleep });
			if (own && settings.skipOwn) return { ok: true };
			const record = settings.readRecord ? { data: await readBack(client(), item) } : {};
			return await runWorkflow(context, { ...item, own, ...record }, `leasing:${event.id}:${event.attempts}`);
		} catch (thrown) {
			return { ok: false, error: thrown instanceof Error ? thrown.message : String(thrown) };
		}
	};
	const drain = startDrain({
		store,
		clock: systemClock,
		consumer,
		claimer: processName,
		run,
		onGivenUp: async (event, error, tx) =>
			await giveUpChange(tx, systemClock, event, error, { ...(event.payload as BuildiumItem), provider: 'Buildium' }),
		onError,
	});

	let looking = false;
	const look = (): void => {
		if (looking) return;
		looking = true;
		reconcile({
			store,
			clock: systemClock,
			consumer,
			kind: 'buildium',
			of: { portfolio: settings.portfolio, provider: 'buildium' },
			sources: buildiumChanges(client(), { portfolio: settings.portfolio, chosen: settings.events }),
		})
			.then((found) => {
				if (found > 0) wake(consumer);
			})
			.catch(onError)
			.finally(() => (looking = false));
	};
	const credentials = (): void => void readAgain(context, consumer, systemClock).catch(onError);
	const timers = [
		setInterval(credentials, READ_AGAIN_EVERY),
		...(settings.pollEvery === null ? [] : [setInterval(look, settings.pollEvery)]),
	];
	credentials();
	if (settings.pollEvery !== null) look();
	return {
		stop: async () => {
			timers.forEach(clearInterval);
			await drain.stop();
		},
	};
}
