import type { ContactPhone } from '../phone/phone';
import type { Property } from '../portfolio/portfolio';
import type { Reason } from '../reason';
import { toIso, type Millis } from '../time';
import type { MissedCallEvent } from './call';

/** What is known about a call that was missed, in plain values; everything optional may be left out. */
export interface MissedCallFacts {
	provider: string;
	callKey: string;
	callId: string;
	portfolio: string;
	/** As the verdict says, or `missed` when a provider tells no more. */
	outcome: string;
	caller: ContactPhone;
	/** Caller ID text as the phone system sent it. */
	callerName?: string | null;
	line: { e164: string; providerId?: string | null; label?: string | null };
	property?: Pick<Property, 'key' | 'name'> | null;
	startedAt: Millis;
	endedAt: Millis;
	ringSeconds?: number | null;
	voicemail?: MissedCallEvent['voicemail'];
	forwardedFrom?: string | null;
	/** When the request that led to the verdict came in. */
	receivedAt: Millis;
	/** When the verdict was reached; as soon as the request came in, if left out. */
	decidedAt?: Millis;
	verified: MissedCallEvent['verified'];
	reasons: readonly Reason[];
	raw?: unknown;
}

/** The event id of a missed call: one per call for ever, however many signals said so. */
export function missedCallEventId(provider: string, callKey: string): string {
	return `missed_call:${provider}:${callKey}`;
}

/** Builds the item that every Missed Call Trigger emits, whatever its phone system. */
export function missedCallEvent(facts: MissedCallFacts): MissedCallEvent {
	const { caller, line, property } = facts;
	return {
		event: 'missed_call',
		eventId: missedCallEventId(facts.provider, facts.callKey),
		provider: facts.provider,
		callKey: facts.callKey,
		callId: facts.callId,
		portfolio: facts.portfolio,
		outcome: facts.outcome,
		direction: 'inbound',
		caller: {
			raw: caller.raw,
			e164: caller.e164,
			name: facts.callerName?.trim() || null,
			withheld: caller.contactClass === 'withheld',
			textable: caller.textable,
			reason: caller.reasons[0]?.sentence ?? null,
		},
		line: { e164: line.e164, providerId: line.providerId ?? null, label: line.label ?? null },
		property: property ? { key: property.key, name: property.name } : null,
		startedAt: toIso(facts.startedAt),
		endedAt: toIso(facts.endedAt),
		ringSeconds: facts.ringSeconds ?? null,
		voicemail: facts.voicemail ?? null,
		forwardedFrom: facts.forwardedFrom ?? null,
		receivedAt: toIso(facts.receivedAt),
		latencyMs: Math.max(0, (facts.decidedAt ?? facts.receivedAt) - facts.receivedAt),
		verified: facts.verified,
		reasons: [...facts.reasons],
		raw: facts.raw ?? null,
	};
}
