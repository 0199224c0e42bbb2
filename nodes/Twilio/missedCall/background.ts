import type { ITriggerFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { SECOND } from '../../../leasing/time';
import type { Store } from '../../../store/port';
import { READ_AGAIN_EVERY, readAgain } from '../../shared/credentials/remembered';
import { runWorkflow } from '../../shared/runs/runWorkflow';
import { startDrain } from '../../../office/events/drainEvents';
import { giveUpEvent } from '../../../office/events/giveUpEvent';
import { onWake, wake } from '../../../office/events/wake';
import { processName, systemClock } from '../../shared/runtime';
import { sendDueTexts } from '../../../office/texts/sendDueTexts';
import { twilioTextProvider } from '../textProvider';
import { giveBack } from './giveBack';
import { decideUndecided } from './undecided';

const LOOK_AFTER_CALLS_EVERY = 2 * SECOND;
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
		run: async (event) => await runWorkflow(context, event.payload as object, `leasing:${event.id}:${event.attempts}`),
		onGivenUp: async (event, error, tx) => await giveUpEvent(tx, systemClock, event, error),
		onError,
	});

	const calls = oneAtATime(async () => {
		if ((await decideUndecided({ context, store, clock: systemClock, consumer, recordEvent: true, onError })) > 0) wake(consumer);
	}, onError);
	const texts = oneAtATime(
		async () =>
			await sendDueTexts(
				{ store, clock: systemClock, provider: twilioTextProvider(context), claimer: processName, pause: sleep },
				{ sender: consumer, onError },
			),
		onError,
	);
	// Keeps the webhook's credentials at hand.
	const credentials = oneAtATime(async () => await readAgain(context, consumer, systemClock), onError);
	const timers = [
		setInterval(calls, LOOK_AFTER_CALLS_EVERY),
		setInterval(texts, SEND_DUE_EVERY),
		setInterval(credentials, READ_AGAIN_EVERY),
	];
	const unlisten = onWake(consumer, calls);
	// An n8n that ended while its editor listened has left the lines pointing there, and at a restart nobody else looks.
	giveBack(context, { store, consumer, purpose: 'test' }).catch(onError);
	calls();
	texts();
	credentials();
	return {
		stop: async () => {
			timers.forEach(clearInterval);
			unlisten();
			await drain.stop();
		},
	};
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
