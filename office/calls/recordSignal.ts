import type { CallSignal, MissedCallEvent } from '../../leasing/call/call';
import { missedCallEvent } from '../../leasing/call/missedCall';
import { signalKey } from '../../leasing/call/signalKey';
import { CONNECTION_UNSEEN, decideCall, TAKEN_BY_FALLBACK } from '../../leasing/call/verdict';
import { knownNumbers } from '../../leasing/portfolio/knownNumbers';
import { parsePhone } from '../../leasing/phone/parsePhone';
import type { Reason } from '../../leasing/reason';
import type { LineMatch, NewCall, StoreFamilies, StoredCall } from '../../store/port';
import { connectionUnseenTask } from '../../leasing/task/connectionUnseenTask';
import { staffAlertTask } from '../../leasing/task/setUpTask';
import type { Clock } from '../../leasing/time';
import type { Store } from '../../store/port';

/** What became of a call by one signal. */
export interface Applied {
	call: StoredCall;
	/** Set only for the one signal that decided the call as missed. */
	event: MissedCallEvent | null;
}

/**
 * Stores a signal, asks the verdict table, and, if this decides the call as missed, records the event: all in one
 * transaction, so that a crash leaves either nothing (Twilio repeats or the look-up finds it) or all of it.
 * @param where `unless` is asked when the store's turn has come, which may be seconds later
 */
export async function applySignal(
	where: { store: Store; clock: Clock; consumer: string; recordEvent: boolean; unless?: () => Error | null },
	{ call: incoming, line }: { call: NewCall; line: LineMatch },
	signal: CallSignal,
): Promise<Applied> {
	const now = where.clock.now();
	return await where.store.transaction(async (tx) => {
		const against = where.unless?.();
		if (against) throw against;
		const { call } = await tx.calls.open(incoming);
		await tx.calls.addSignal(call.id, signalKey(signal), signal, now);
		if (call.state === 'answered' || call.state === 'missed') return { call, event: null };

		const verdict = decideCall({ mode: call.mode, screening: call.screening }, await tx.calls.signals(call.id));
		if (verdict.state === call.state) return { call, event: null };
		const { state, outcome, reasons } = verdict;
		const endedAt = state === 'open' ? null : now;
		if (!(await tx.calls.decide(call.id, { state, outcome, reasons, endedAt }))) return { call, event: null };
		const decided: StoredCall = { ...call, state, outcome, reasons, endedAt };

		await openAlertTasks(tx, decided, verdict.alerts, line, now);
		await askWhetherConnected(tx, decided, line, now);
		if (state !== 'missed') return { call: decided, event: null };
		const event = eventOf(decided, line, now);
		await tx.timeline.add({
			portfolio: call.portfolio,
			leadId: call.leadId,
			callId: call.id,
			at: now,
			kind: 'call',
			sentence: `A call to ${call.lineLabel ?? call.lineE164} was missed.`,
			reasons,
		});
		if (where.recordEvent) {
			await tx.events.record({ consumer: where.consumer, key: event.eventId, kind: event.event, payload: event, receivedAt: now });
		}
		return { call: decided, event };
	});
}

function eventOf(call: StoredCall, line: LineMatch, now: number): MissedCallEvent {
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
		verified: 'signature',
		reasons: call.reasons,
		raw: call.raw,
	});
}

/** A staff number that cannot be reached is a set-up fault: one task a day and line, whoever calls. */
async function openAlertTasks(tx: StoreFamilies, call: StoredCall, alerts: Reason[], line: LineMatch, now: number): Promise<void> {
	for (const alert of alerts) {
		await tx.tasks.open(
			staffAlertTask({
				portfolio: call.portfolio,
				why: alert,
				owner: line.property?.owner ?? line.settings.defaultOwner,
				now,
				line: { label: line.line.label, e164: call.lineE164 },
				callId: call.id,
			}),
		);
	}
}

/** No text goes to somebody who was most likely spoken to; a person makes sure. */
async function askWhetherConnected(tx: StoreFamilies, call: StoredCall, line: LineMatch, now: number): Promise<void> {
	const why = [CONNECTION_UNSEEN, TAKEN_BY_FALLBACK].find(({ code }) => call.reasons.some((one) => one.code === code));
	if (call.state !== 'answered' || !why) return;
	await tx.tasks.open(
		connectionUnseenTask({
			call,
			country: line.settings.country,
			lineLabel: line.line.label,
			why,
			owner: line.property?.owner ?? line.settings.defaultOwner,
			now,
		}),
	);
}
