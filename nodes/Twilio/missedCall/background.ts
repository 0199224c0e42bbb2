import { sleep, type ITriggerFunctions } from 'n8n-workflow';

import { SECOND } from '../../../leasing/time';
import { decideUndecided } from '../../../office/calls/undecided';
import { giveUpEvent } from '../../../office/events/giveUpEvent';
import { wake } from '../../../office/events/wake';
import { giveBackTests, LISTENING_AT_MOST } from '../../../office/hookups/giveBack';
import { sendDueTexts } from '../../../office/texts/sendDueTexts';
import type { Store } from '../../../store/port';
import { processName, systemClock } from '../../shared/runtime';
import { startBackground, type Round } from '../../shared/trigger/background';
import { twilioCallLookUp } from '../callLookUp';
import { twilioNumbers } from '../numbers/numberPort';
import { twilioTextProvider } from '../textProvider';
import { NODE } from './node';
import { missedCallSettings } from './parameters';

const LOOK_AFTER_CALLS_EVERY = 2 * SECOND;
const SEND_DUE_EVERY = 15 * SECOND;

/**
 * What a published trigger does besides answering Twilio: runs the workflow for stored events, decides calls whose end
 * is unclear, and sends texts that were held.
 */
export function startMissedCalls(context: ITriggerFunctions, store: Store, consumer: string): { stop(): Promise<void> } {
	return startBackground({
		context,
		store,
		consumer,
		node: NODE,
		serves: linesOf(context).map((line) => `missed_call:${line}`),
		onGivenUp: async (event, error, tx) => await giveUpEvent(tx, systemClock, event, error),
		rounds: (onError) => [
			callsRound(context, store, consumer, onError),
			textsRound(context, store, consumer, onError),
			testsRound(context, store, consumer),
		],
	});
}

function linesOf(context: ITriggerFunctions): string[] {
	return missedCallSettings((name, fallback) => context.getNodeParameter(name, fallback)).lines;
}

function callsRound(context: ITriggerFunctions, store: Store, consumer: string, onError: (error: unknown) => void): Round {
	const log = { store, clock: systemClock, consumer, recordEvent: true, verified: 'signature' } as const;
	return {
		every: LOOK_AFTER_CALLS_EVERY,
		onWake: true,
		work: async () => {
			if ((await decideUndecided(log, twilioCallLookUp(context), onError)) > 0) wake(consumer);
		},
	};
}

function textsRound(context: ITriggerFunctions, store: Store, consumer: string, onError: (error: unknown) => void): Round {
	return {
		every: SEND_DUE_EVERY,
		work: async () =>
			await sendDueTexts(
				{ store, clock: systemClock, provider: twilioTextProvider(context), claimer: processName, pause: sleep },
				{ sender: consumer, onError },
			),
	};
}

/**
 * An n8n that ended while its editor listened has left the lines pointing there, and nobody else looks. When n8n has just started, nobody
 * listens; later somebody may, even to the very trigger that was published meanwhile.
 */
function testsRound(context: ITriggerFunctions, store: Store, consumer: string): Round {
	let oldEnough = context.getActivationMode() === 'init' ? 0 : LISTENING_AT_MOST;
	return {
		every: LISTENING_AT_MOST,
		work: async () => {
			await giveBackTests({ store, numbers: twilioNumbers(context) }, consumer, systemClock.now() - oldEnough);
			oldEnough = LISTENING_AT_MOST;
		},
	};
}
