import { reason, type Reason } from '../reason';
import type { CallVerdict, TriggerMode } from './call';
import { readEvidence, type CallEvidence } from './evidence';
import type { CallSignal, MissedOutcome } from './signal';

export interface VerdictInput {
	mode: TriggerMode;
	/** Staff must press 1 to take a call; only meant in `ring_staff`. */
	screening: boolean;
}

/**
 * Decides what a call is, from all signals known so far. Purely a function of the set of signals: repeats and order
 * change nothing. More signals may change the answer (a late bridge turns `missed` into `answered`), so whoever acts
 * on it must keep the first final decision; the store does, in `CallFamily.decide`.
 *
 * Answered if and only if the caller was bridged to staff and, with screening, somebody pressed 1. Neither the
 * caller's nor the rung phone's end alone tells: both look taken when a mailbox picked up.
 *
 * Precedence: what the system says itself; then the end of ringing (it knows whether the two were connected) before the end of the
 * call; an end that cannot mean a conversation before one that can; a look-up of legs only where nothing else decides.
 */
export function decideCall({ mode, screening }: VerdictInput, signals: readonly CallSignal[]): CallVerdict {
	if (mode === 'forwarded') return signals.length === 0 ? open() : missed('forwarded', []);
	const evidence = readEvidence(signals);
	const screened = mode === 'ring_staff' && screening;
	const alerts = evidence.staffNumberFailed ? [STAFF_NUMBER_FAILED] : [];
	if (evidence.said !== null) return asSaid(evidence.said, alerts);
	if (evidence.ringingEnded) return fromRinging(evidence, screened, alerts);
	if (evidence.endedWithoutTalk !== null) return missed(gaveUp(mode, evidence) ? 'hung_up' : evidence.endedWithoutTalk, alerts);
	if (!evidence.ended) return open();
	if (evidence.legs === null) return { state: 'unclear', outcome: null, reasons: [CHILD_LEGS_NEEDED], alerts };
	return fromLegs(evidence.legs, evidence, screened, alerts);
}

/** A system that decides itself knows what we would have to find out. */
function asSaid(said: NonNullable<CallEvidence['said']>, alerts: Reason[]): CallVerdict {
	if (said.state === 'answered') return answered(alerts);
	return missed(said.outcome, alerts, said.why === null ? [] : [reason('reported', said.why)]);
}

/**
 * Where we ring staff, a call that nobody takes gets our greeting and so counts as answered by the phone system. One that ended
 * unanswered, and of whose ringing we heard nothing, is one whose caller did not wait for that.
 */
function gaveUp(mode: TriggerMode, { endedUnanswered, endedWithoutTalk }: CallEvidence): boolean {
	return mode === 'ring_staff' && endedUnanswered && endedWithoutTalk === 'no_answer';
}

function fromRinging(evidence: CallEvidence, screened: boolean, alerts: Reason[]): CallVerdict {
	if (evidence.conversed && (!screened || evidence.accepted)) return answered(alerts);
	if (evidence.conversed) return missed('mailbox', alerts, [BRIDGED_WITHOUT_ACCEPTANCE]);
	if (screened && evidence.pickedUp && evidence.ringingOutcome === 'no_answer') return missed('mailbox', alerts, [NOT_ACCEPTED]);
	return missed(evidence.ringingOutcome, alerts);
}

function fromLegs(
	legs: { answered: boolean; count: number },
	{ accepted, rungByUs }: CallEvidence,
	screened: boolean,
	alerts: Reason[],
): CallVerdict {
	// Somebody pressed 1, but the phone system may never have heard our answer to that and hung up on both.
	if (legs.answered && screened && accepted) return answered(alerts, [CONNECTION_UNSEEN]);
	if (legs.answered && !screened) return answered(alerts);
	// The line's fallback rang staff, and nobody was asked to press 1.
	if (legs.answered && !rungByUs) return answered(alerts, [TAKEN_BY_FALLBACK]);
	if (legs.answered) return missed('mailbox', alerts, [NOT_ACCEPTED]);
	return missed('no_answer', alerts, legs.count === 0 ? [NO_CHILD_LEGS] : []);
}

function open(): CallVerdict {
	return { state: 'open', outcome: null, reasons: [], alerts: [] };
}

function answered(alerts: Reason[], more: Reason[] = []): CallVerdict {
	return { state: 'answered', outcome: null, reasons: [reason('answered', 'A member of staff took the call.'), ...more], alerts };
}

function missed(outcome: MissedOutcome, alerts: Reason[], more: Reason[] = []): CallVerdict {
	return { state: 'missed', outcome, reasons: [reason(outcome, OUTCOME_SENTENCES[outcome]), ...more], alerts };
}

const OUTCOME_SENTENCES: Readonly<Record<MissedOutcome, string>> = {
	no_answer: 'Nobody answered the call.',
	busy: 'The line that was rung was busy.',
	rejected: 'The call was rejected.',
	hung_up: 'The caller hung up before anybody answered.',
	voicemail: 'The caller was sent to voicemail.',
	mailbox: 'The call was picked up, but nobody pressed 1; probably a voicemail box took it.',
	staff_number_failed: 'The call could not be put through to the staff number.',
	forwarded: 'The call was forwarded to this number because nobody answered it elsewhere.',
};

const STAFF_NUMBER_FAILED = reason(
	'staff_number_failed',
	'A staff number cannot be reached: the phone system could not put the call through to it. Check the staff numbers of this trigger.',
);
const BRIDGED_WITHOUT_ACCEPTANCE = reason(
	'bridged_without_acceptance',
	'The caller was connected although nobody had pressed 1, which should not happen; the call counts as missed.',
);
/** Whoever finds this among the reasons of an answered call asks a person. */
export const CONNECTION_UNSEEN = reason(
	'connection_unseen',
	'A member of staff pressed 1, but the report of how the call went never reached n8n, so nobody saw whether the two were connected.',
);
/** Likewise. */
export const TAKEN_BY_FALLBACK = reason(
	'taken_by_fallback',
	"n8n could not take the call when it came, so the phone system's own fallback rang staff, without asking anybody to press 1. Somebody picked up, perhaps a voicemail box.",
);
const NOT_ACCEPTED = reason('not_accepted', 'Something picked up the call, but nobody pressed 1 to take it.');
const NO_CHILD_LEGS = reason('no_child_legs', 'The phone system shows no attempt to reach a person in this call.');
const CHILD_LEGS_NEEDED = reason(
	'child_legs_needed',
	'The call ended as completed, which may also mean a voicemail greeting; its dialed legs must be looked up.',
);
