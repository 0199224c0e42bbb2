import type { CallSignal, CallVerdict } from './call';

export type MissedOutcome = Exclude<CallVerdict['outcome'], null>;

/** What a set of signals says together, freed of order and repeats. */
export interface CallEvidence {
	dialEnded: boolean;
	/** Some dialled leg was connected to the caller. */
	bridged: boolean;
	/** Some dialled leg was picked up, by whomever. */
	pickedUp: boolean;
	/** How the dial ended if nobody was connected. */
	dialOutcome: MissedOutcome;
	staffNumberFailed: boolean;
	accepted: boolean;
	/** We answered the phone system about this call while it ran, so that whatever was dialled may have been dialled by us. */
	dialledByUs: boolean;
	/** The whole call is over. */
	ended: boolean;
	/** Set when the call's final status rules out any conversation. */
	endedWithoutTalk: MissedOutcome | null;
	/** Nothing and nobody, our own greeting included, took the call before it ended. */
	endedUnanswered: boolean;
	childLegs: { answered: boolean; count: number } | null;
}

/** Statuses of a call that still runs; a look-up may return them. */
const RUNNING = new Set(['queued', 'initiated', 'ringing', 'in-progress']);
const PICKED_UP = new Set(['completed', 'answered']);

const WITHOUT_TALK: Readonly<Record<string, MissedOutcome>> = {
	'no-answer': 'no_answer',
	busy: 'busy',
	rejected: 'rejected',
	failed: 'no_answer',
	canceled: 'hung_up',
};

/**
 * When several dials or statuses disagree, the outcome that tells staff most is shown: the caller's own act first,
 * then what a phone did, and a wrong staff number (which has its own alert) only if nothing else happened.
 */
const OUTCOME_PRECEDENCE: readonly MissedOutcome[] = ['hung_up', 'busy', 'rejected', 'no_answer', 'staff_number_failed'];

type DialEnded = Extract<CallSignal, { kind: 'dial_ended' }>;

function strongest(outcomes: readonly MissedOutcome[]): MissedOutcome | null {
	return OUTCOME_PRECEDENCE.find((outcome) => outcomes.includes(outcome)) ?? null;
}

/** A dial ends while its caller waits; when the call itself is over by then, it was the caller who ended it. */
function dialOutcome({ dialStatus, callStatus }: DialEnded): MissedOutcome {
	if (dialStatus === 'failed') return 'staff_number_failed';
	if (dialStatus === 'busy' || dialStatus === 'rejected') return dialStatus;
	if (dialStatus === 'canceled') return 'hung_up';
	if (callStatus !== null && !RUNNING.has(callStatus)) return 'hung_up';
	return 'no_answer';
}

/** Reads what the signals say together. The same set gives the same evidence, in any order and with any repeats. */
export function readEvidence(signals: readonly CallSignal[]): CallEvidence {
	const dials = signals.filter((signal) => signal.kind === 'dial_ended');
	const ends = signals.filter((signal) => signal.kind === 'ended').filter((signal) => !RUNNING.has(signal.callStatus));
	const legs = signals.filter((signal) => signal.kind === 'child_legs');
	const withoutTalk = ends.flatMap((signal) => WITHOUT_TALK[signal.callStatus] ?? []);
	return {
		dialEnded: dials.length > 0,
		bridged: dials.some((dial) => dial.bridged === true),
		pickedUp: dials.some((dial) => dial.dialStatus !== null && PICKED_UP.has(dial.dialStatus)),
		dialOutcome: strongest(dials.map(dialOutcome)) ?? 'no_answer',
		staffNumberFailed: dials.some((dial) => dial.dialStatus === 'failed'),
		accepted: signals.some((signal) => signal.kind === 'accepted'),
		dialledByUs: signals.some(({ kind }) => kind === 'incoming' || kind === 'accepted'),
		ended: ends.length > 0,
		endedWithoutTalk: strongest(withoutTalk),
		endedUnanswered: ends.some((signal) => signal.callStatus === 'no-answer'),
		childLegs:
			legs.length === 0 ? null : { answered: legs.some((leg) => leg.answered), count: Math.max(...legs.map((leg) => leg.count)) },
	};
}
