import { sleep, type ITriggerFunctions } from 'n8n-workflow';

import { MINUTE, SECOND } from '../../../leasing/time';
import { sweepCallLog } from '../../../office/calls/callLog/sweep';
import type { CallLog } from '../../../office/calls/recordSignal';
import { decideUndecided } from '../../../office/calls/undecided';
import { giveUpEvent } from '../../../office/events/giveUpEvent';
import { wake } from '../../../office/events/wake';
import { giveBackTests, LISTENING_AT_MOST } from '../../../office/hookups/giveBack';
import { sendDueTexts } from '../../../office/texts/sendDueTexts';
import type { Store } from '../../../store/port';
import { processName, systemClock } from '../../shared/runtime';
import { startBackground, type Round } from '../../shared/trigger/background';
import { twilioCallLog } from '../callLog';
import { twilioCallLookUp } from '../callLookUp';
import { twilioNumbers } from '../numbers/numberPort';
import { twilioTextProvider } from '../textProvider';
import { NODE } from './node';
import { missedCallSettings } from './parameters';

const LOOK_AFTER_CALLS_EVERY = 2 * SECOND;
const SEND_DUE_EVERY = 15 * SECOND;
const LOOK_INTO_LOG_EVERY = 30 * SECOND;
/** As often while nothing points to a call that is about to settle: one small request a line. */
const SWEEP_EVERY = 2 * MINUTE;

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
			logRound(context, store, consumer, onError),
			textsRound(context, store, consumer, onError),
			testsRound(context, store, consumer),
		],
	});
}

function linesOf(context: ITriggerFunctions): string[] {
	return missedCallSettings((name, fallback) => context.getNodeParameter(name, fallback)).lines;
}

function callsRound(context: ITriggerFunctions, store: Store, consumer: string, onError: (error: unknown) => void): Round {
	const log = callLogOf(store, consumer);
	return {
		every: LOOK_AFTER_CALLS_EVERY,
		onWake: true,
		work: async () => {
			if ((await decideUndecided(log, twilioCallLookUp(context), onError)) > 0) wake(consumer);
		},
	};
}

function callLogOf(store: Store, consumer: string): CallLog {
	return { store, clock: systemClock, consumer, recordEvent: true, verified: 'signature' };
}

/** Looks for calls that never reached us: at once when n8n starts, then every two minutes, and sooner while one has just ended. */
function logRound(context: ITriggerFunctions, store: Store, consumer: string, onError: (error: unknown) => void): Round {
	let next = 0;
	return {
		every: LOOK_INTO_LOG_EVERY,
		work: async () => {
			const now = systemClock.now();
			// A clock that was put back must not keep us from looking.
			if (now < next && next - now <= SWEEP_EVERY) return;
			next = now + SWEEP_EVERY;
			const { mode, screening } = missedCallSettings((name, fallback) => context.getNodeParameter(name, fallback));
			const { found, missed, unsettled } = await sweepCallLog({
				log: callLogOf(store, consumer),
				phone: twilioCallLog(context),
				numbers: twilioNumbers(context),
				trigger: { mode, screening },
				onError,
			});
			if (unsettled) next = now;
			if (found > 0) context.logger.warn(`${NODE} found ${found} calls in Twilio's call log that had not reached n8n.`);
			if (missed > 0) wake(consumer);
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
