import type { CallResult, CallSignal, RingingResult } from '../call/signal';

/** Form fields of a request, by Twilio's names; any may be missing. */
export type TwilioFields = Readonly<Record<string, string | undefined>>;

/** Statuses of a call that still runs. */
const RUNNING: ReadonlySet<string> = new Set(['queued', 'initiated', 'ringing', 'in-progress']);

const RINGING: Readonly<Record<string, RingingResult>> = {
	completed: 'answered',
	answered: 'answered',
	'no-answer': 'no_answer',
	busy: 'busy',
	rejected: 'rejected',
	failed: 'failed',
	canceled: 'hung_up',
};

const ENDED: Readonly<Record<string, CallResult>> = {
	completed: 'taken',
	'no-answer': 'no_answer',
	busy: 'busy',
	rejected: 'rejected',
	failed: 'failed',
	canceled: 'hung_up',
};

/** A call or leg with this status is not over yet. */
export function isRunning(status: string): boolean {
	return RUNNING.has(status);
}

/**
 * The request to `<Dial action>`: ringing staff is over. A dial ends while its caller waits; when the call itself is over by then, and the
 * two were not connected, it was the caller who ended it. https://www.twilio.com/docs/voice/twiml/dial#action
 */
export function dialEnded({ DialCallStatus, DialBridged, DialCallSid, CallStatus }: TwilioFields): CallSignal {
	const conversed = DialBridged === undefined ? null : DialBridged === 'true';
	const told = RINGING[DialCallStatus ?? ''] ?? 'unknown';
	const callerGone = CallStatus !== undefined && !isRunning(CallStatus);
	const mayBeGone = told === 'answered' || told === 'no_answer' || told === 'unknown';
	const result = callerGone && mayBeGone && conversed !== true ? 'hung_up' : told;
	return { kind: 'ringing_ended', legKey: DialCallSid ?? null, result, conversed };
}

/** The number's status callback. https://www.twilio.com/docs/voice/api/call-resource#statuscallback */
export function callEnded({ CallStatus, CallDuration }: TwilioFields): CallSignal {
	return ended(CallStatus ?? '', CallDuration, 'report');
}

/** The call as read from the REST API; null when Twilio does not know it, so that nothing more will come of it. */
export function callLookedUp(call: { status: string; duration?: string | null | undefined } | null): CallSignal {
	return call === null ? ended('failed', null, 'lookup') : ended(call.status, call.duration, 'lookup');
}

/** A call as Twilio's list of calls shows it. @param at when it ended, epoch ms; null if Twilio does not say */
export function callLogged(call: { status: string; duration?: string | null | undefined }, at: number | null): CallSignal {
	const signal = ended(call.status, call.duration, 'log');
	return signal.kind === 'ended' && at !== null ? { ...signal, at } : signal;
}

/** A staff phone pressed 1; the request is about its leg. */
export function staffAccepted({ CallSid }: TwilioFields): CallSignal {
	return { kind: 'accepted', legKey: CallSid ?? null };
}

/** Child calls as read from the REST API; null as long as one of them runs, because it may yet be answered. */
export function legsLookedUp(legs: ReadonlyArray<{ status: string; duration?: string | null | undefined }>): CallSignal | null {
	if (legs.some((leg) => isRunning(leg.status))) return null;
	const answered = legs.some((leg) => leg.status === 'completed' && Number(leg.duration ?? 0) > 0);
	return { kind: 'legs_seen', answered, count: legs.length };
}

function ended(status: string, duration: string | null | undefined, via: 'report' | 'lookup' | 'log'): CallSignal {
	if (isRunning(status)) return { kind: 'still_running' };
	const seconds = Number(duration ?? Number.NaN);
	return { kind: 'ended', result: ENDED[status] ?? 'unknown', durationSeconds: Number.isFinite(seconds) ? seconds : null, via };
}
