import type { CallSignal, MissedOutcome } from './signal';

/** What a set of signals says together, freed of order and repeats. */
export interface CallEvidence {
	/** The system's own word; a person who answered counts for more than any number of phones that did not. */
	said: { state: 'answered' } | { state: 'missed'; outcome: MissedOutcome; why: string | null } | null;
	ringingEnded: boolean;
	/** Some rung phone was connected to the caller. */
	conversed: boolean;
	/** Some rung phone was picked up, by whomever. */
	pickedUp: boolean;
	/** How ringing ended if nobody was connected. */
	ringingOutcome: MissedOutcome;
	staffNumberFailed: boolean;
	accepted: boolean;
	/** We answered the phone system about this call while it ran, so that whatever was rung may have been rung by us. */
	rungByUs: boolean;
	/** The whole call is over. */
	ended: boolean;
	/** Set when the way the call ended rules out any conversation. */
	endedWithoutTalk: MissedOutcome | null;
	/** Nothing and nobody, our own greeting included, took the call before it ended. */
	endedUnanswered: boolean;
	legs: { answered: boolean; count: number } | null;
}

type Of<Kind extends CallSignal['kind']> = Extract<CallSignal, { kind: Kind }>;

/** What is left out may have been a conversation. */
const WITHOUT_TALK: Readonly<Partial<Record<Of<'ended'>['result'], MissedOutcome>>> = {
	no_answer: 'no_answer',
	busy: 'busy',
	rejected: 'rejected',
	failed: 'no_answer',
	hung_up: 'hung_up',
};

const RINGING: Readonly<Record<Of<'ringing_ended'>['result'], MissedOutcome>> = {
	answered: 'no_answer',
	no_answer: 'no_answer',
	busy: 'busy',
	rejected: 'rejected',
	hung_up: 'hung_up',
	failed: 'staff_number_failed',
	unknown: 'no_answer',
};

/**
 * When several signals disagree, the outcome that tells staff most is shown: a message to listen to, then the caller's own act,
 * then what a phone did, and a wrong staff number (which has its own alert) only if nothing else happened.
 */
const OUTCOME_PRECEDENCE: readonly MissedOutcome[] = [
	'voicemail',
	'mailbox',
	'hung_up',
	'busy',
	'rejected',
	'no_answer',
	'staff_number_failed',
	'forwarded',
];

function strongest(outcomes: readonly MissedOutcome[]): MissedOutcome | null {
	return OUTCOME_PRECEDENCE.find((outcome) => outcomes.includes(outcome)) ?? null;
}

/** Reads what the signals say together. The same set gives the same evidence, in any order and with any repeats. */
export function readEvidence(signals: readonly CallSignal[]): CallEvidence {
	const rings = of(signals, 'ringing_ended');
	const ends = of(signals, 'ended');
	const legs = of(signals, 'legs_seen');
	const withoutTalk = ends.flatMap((signal) => WITHOUT_TALK[signal.result] ?? []);
	return {
		said: systemsWord(signals),
		ringingEnded: rings.length > 0,
		conversed: rings.some((ring) => ring.conversed === true),
		pickedUp: rings.some((ring) => ring.result === 'answered'),
		ringingOutcome: strongest(rings.map((ring) => RINGING[ring.result])) ?? 'no_answer',
		staffNumberFailed: rings.some((ring) => ring.result === 'failed'),
		accepted: of(signals, 'accepted').length > 0,
		rungByUs: signals.some(({ kind }) => kind === 'incoming' || kind === 'accepted'),
		ended: ends.length > 0,
		endedWithoutTalk: strongest(withoutTalk),
		endedUnanswered: ends.some((signal) => signal.result === 'no_answer'),
		legs: legs.length === 0 ? null : { answered: legs.some((leg) => leg.answered), count: Math.max(...legs.map((leg) => leg.count)) },
	};
}

function systemsWord(signals: readonly CallSignal[]): CallEvidence['said'] {
	// A menu, a queue's greeting or a robot that answered is nobody.
	if (of(signals, 'answered').some(({ by }) => by !== 'machine')) return { state: 'answered' };
	if (of(signals, 'leg').some((leg) => leg.state === 'answered' && leg.answeredBy === 'human')) return { state: 'answered' };
	const missed = of(signals, 'missed');
	const outcome = strongest(missed.map((signal) => signal.outcome));
	if (outcome === null) return null;
	const whys = missed.flatMap((signal) => (signal.outcome === outcome && signal.why ? [signal.why] : []));
	return { state: 'missed', outcome, why: whys.sort()[0] ?? null };
}

function of<Kind extends CallSignal['kind']>(signals: readonly CallSignal[], kind: Kind): Array<Of<Kind>> {
	return signals.filter((signal): signal is Of<Kind> => signal.kind === kind);
}
