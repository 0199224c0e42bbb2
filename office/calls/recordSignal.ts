import type { MissedCallEvent } from '../../leasing/call/call';
import { missedCallEvent } from '../../leasing/call/missedCall';
import type { CallSignal } from '../../leasing/call/signal';
import { signalKey } from '../../leasing/call/signalKey';
import { foundLater, toldEnd } from '../../leasing/call/foundLater';
import { decideCall } from '../../leasing/call/verdict';
import { parsePhone } from '../../leasing/phone/parsePhone';
import { knownNumbers } from '../../leasing/portfolio/knownNumbers';
import type { Clock, Millis } from '../../leasing/time';
import type { LineMatch, Store, StoredCall } from '../../store/port';
import { askWhetherConnected, openAlertTasks } from './followUps';
import type { IncomingCall } from './incomingCall';

/** Where what a trigger hears about calls is written down. */
export interface CallLog {
	store: Store;
	clock: Clock;
	/** The trigger, `workflowId:nodeId`. */
	consumer: string;
	/** Whether a missed call is stored for the workflow to run; not while the editor listens, which gets it at once. */
	recordEvent: boolean;
	/** How it is known that the phone system said it. */
	verified: MissedCallEvent['verified'];
}

/** What became of a call by one signal. */
export interface Recorded {
	call: StoredCall;
	/** Set only for the one signal that decided the call as missed. */
	event: MissedCallEvent | null;
}

/**
 * Stores a signal, asks the verdict table, and, if this decides the call as missed, records the event: all in one
 * transaction, so that a crash leaves either nothing (the phone system repeats or the look-up finds it) or all of it.
 * @param log `unless` is asked when the store's turn has come, which may be seconds later; what it gives is thrown
 */
export async function recordSignal(
	log: CallLog & { unless?: () => Error | null },
	{ call: incoming, line }: IncomingCall,
	signal: CallSignal,
): Promise<Recorded> {
	const now = log.clock.now();
	return await log.store.transaction(async (tx) => {
		const against = log.unless?.();
		if (against) throw against;
		const { call } = await tx.calls.open(incoming);
		await tx.calls.addSignal(call.id, signalKey(signal), signal, now);
		if (call.state === 'answered' || call.state === 'missed') return { call, event: null };

		const signals = await tx.calls.signals(call.id);
		const verdict = decideCall({ mode: call.mode, screening: call.screening }, signals);
		if (verdict.state === call.state) return { call, event: null };
		const { state, outcome } = verdict;
		const reasons = [...verdict.reasons, ...foundLater(signals)];
		const endedAt = state === 'open' ? null : (toldEnd(signals) ?? now);
		if (!(await tx.calls.decide(call.id, { state, outcome, reasons, endedAt }))) return { call, event: null };
		const decided: StoredCall = { ...call, state, outcome, reasons, endedAt };

		await openAlertTasks(tx, decided, verdict.alerts, line, now);
		await askWhetherConnected(tx, decided, line, now);
		if (state !== 'missed') return { call: decided, event: null };
		const event = eventOf(decided, line, log.verified, now);
		await tx.timeline.add({
			portfolio: call.portfolio,
			leadId: call.leadId,
			callId: call.id,
			at: now,
			kind: 'call',
			sentence: `A call to ${call.lineLabel ?? call.lineE164} was missed.`,
			reasons,
		});
		if (log.recordEvent) {
			await tx.events.record({ consumer: log.consumer, key: event.eventId, kind: event.event, payload: event, receivedAt: now });
		}
		return { call: decided, event };
	});
}

function eventOf(call: StoredCall, line: LineMatch, verified: MissedCallEvent['verified'], now: Millis): MissedCallEvent {
	return missedCallEvent({
		provider: call.provider,
		callKey: call.providerCallId,
		callId: call.id,
		portfolio: call.portfolio,
		outcome: call.outcome ?? 'no_answer',
		caller: parsePhone(call.callerRaw, { country: line.settings.country, known: knownNumbers(line.settings) }),
		callerName: call.callerName,
		line: { e164: call.lineE164, providerId: null, label: call.lineLabel },
		property: line.property ? { key: line.property.key, name: line.property.name } : null,
		startedAt: call.startedAt,
		endedAt: call.endedAt ?? now,
		receivedAt: now,
		voicemail: null,
		forwardedFrom: call.forwardedFrom,
		verified,
		reasons: call.reasons,
		raw: call.raw,
	});
}
