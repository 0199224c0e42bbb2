import type { IRun, ITriggerFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { SECOND } from '../../../leasing/time';
import type { Store, StoredEvent } from '../../../store/port';
import { startDrain, type RunOutcome } from '../../shared/events/drain';
import { giveUpEvent } from '../../shared/events/giveUp';
import { onWake, wake } from '../../shared/events/wake';
import { processName, systemClock } from '../../shared/runtime';
import { sendDueTexts } from '../../shared/texts/sendDue';
import { twilioTextProvider } from '../textProvider';
import { decideUndecided } from './undecided';

const LOOK_AFTER_CALLS_EVERY = 5 * SECOND;
const SEND_DUE_EVERY = 15 * SECOND;

/**
 * What a published trigger does besides answering Twilio: runs the workflow for stored events, decides calls whose end
 * is unclear, and sends texts that were held. All of it starts from the store, so it goes on after a restart.
 */
export function startBackground(context: ITriggerFunctions, store: Store, consumer: string): { stop: () => Promise<void> } {
	const onError = (error: unknown) =>
		context.logger.error(`Twilio Missed Call Trigger: ${error instanceof Error ? error.message : String(error)}`);
	const drain = startDrain({
		store,
		clock: systemClock,
		consumer,
		claimer: processName,
		run: async (event) => await runWorkflow(context, event),
		onGivenUp: async (event, error) => await giveUpEvent(store, systemClock, event, error),
		onError,
	});

	const calls = oneAtATime(async () => {
		if ((await decideUndecided(context, { store, clock: systemClock, consumer })) > 0) wake(consumer);
	}, onError);
	const texts = oneAtATime(
		async () => await sendDueTexts({ store, clock: systemClock, provider: twilioTextProvider(context), claimer: processName, pause: sleep }),
		onError,
	);
	const timers = [setInterval(calls, LOOK_AFTER_CALLS_EVERY), setInterval(texts, SEND_DUE_EVERY)];
	const unlisten = onWake(consumer, calls);
	calls();
	texts();
	return {
		stop: async () => {
			timers.forEach(clearInterval);
			unlisten();
			await drain.stop();
		},
	};
}

/** Starts the workflow and waits for its end. The key keeps n8n from starting the same attempt twice. */
async function runWorkflow(context: ITriggerFunctions, event: StoredEvent): Promise<RunOutcome> {
	const done = context.helpers.createDeferredPromise<IRun>();
	const item = { json: event.payload as Record<string, never> };
	context.emit([[item]], undefined, done, `leasing:${event.id}:${event.attempts}`);
	const run = (await done.promise) as IRun | undefined;
	// n8n drops a second start under the same key and says so by `undefined`: the first one counts.
	if (!run || run.status === 'success' || run.status === 'waiting') return { ok: true };
	return { ok: false, error: run.data.resultData.error?.message ?? `The execution ended as ${run.status}.` };
}

/** Skips a round while the last one still runs. */
function oneAtATime(round: () => Promise<void>, onError: (error: unknown) => void): () => void {
	let running = false;
	return () => {
		if (running) return;
		running = true;
		round()
			.catch(onError)
			.finally(() => (running = false));
	};
}

