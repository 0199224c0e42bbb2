import { textingWindow, type Places } from '../hours/textingWindow';
import type { ContactPhone } from '../phone/phone';
import { reason, type Reason } from '../reason';
import { toIso, type Millis } from '../time';
import { refuseBody, refuseMoment, refuseNumber, refuseRecipient } from './guardRefusals';
import { countSegments } from './segments';
import type { GuardDecision } from './text';
import type { TextPolicy } from './textPolicy';

export { defaultTextPolicy, type TextPolicy } from './textPolicy';

/** A text that somebody wants to send. */
export interface GuardRequest {
	/** Null when the contact has no phone at all. */
	to: ContactPhone | null;
	/** As received, for people; not judged. */
	toRaw: string | null;
	/** The company's line, E.164. */
	from: string;
	body: string;
	/** When the event behind it happened. */
	eventAt: Millis;
	/** True for the one direct answer to the person's own contact; anything else keeps quiet hours without exception. */
	directReply: boolean;
	/** When the guard first said hold, if this text was held. */
	heldSince?: Millis;
}

/** What the store and the directory know. */
export interface GuardFacts {
	optedOut: { at: Millis; via: string } | null;
	/** The newest other text from this line to this phone that went or may have gone out; never the text being judged. */
	lastText: { at: Millis } | null;
	/** Line type of Twilio's Lookup (`mobile`, `landline`, …) or learnt from a failed text; null when not known. */
	lineType: string | null;
	/** Whether the sending line has SMS. */
	lineTextable: boolean;
	/** Whether the recipient is one of the company's own lines. */
	ownNumber: boolean;
	staffNumber: boolean;
	/** Everywhere the recipient may be; see plausiblePlaces. */
	places: Places;
}

/**
 * Decides whether a text may go out now. Total: any input gives a decision, and each decision says why. The order is
 * from what never changes (the number) to what passes (the hour), so that the first reason is the one to act upon.
 */
export function guardText(request: GuardRequest, facts: GuardFacts, policy: TextPolicy, now: Millis): GuardDecision {
	const refusal =
		refuseNumber(request, facts, policy) ??
		refuseRecipient(request.to, facts, policy) ??
		refuseMoment(request, facts, policy, now) ??
		refuseBody(request.body, policy);
	if (refusal !== null) return { verdict: 'no', ...refusal };

	const window = textingWindow(now, facts.places, policy.quietHours);
	if (window.open) return { verdict: 'send', reasons: [allClear(request, facts)] };
	return inQuietHours(request, facts, policy, now, window.opensAt, window.reasons);
}

function inQuietHours(request: GuardRequest, facts: GuardFacts, policy: TextPolicy, now: Millis, opensAt: Millis, why: Reason[]): GuardDecision {
	if (request.directReply && policy.afterHours === 'send') {
		const note = reason('quiet_hours', 'It is outside texting hours, but this directly answers the person\'s own contact, and the policy says to send such answers.');
		return { verdict: 'send', reasons: [note, ...why, allClear(request, facts)] };
	}
	if (request.directReply && policy.afterHours === 'person') {
		return { verdict: 'no', personNeeded: true, reasons: [reason('quiet_hours', 'It is outside texting hours, and the policy leaves such contacts to a person.'), ...why] };
	}
	if (opensAt - (request.heldSince ?? now) > policy.expiresAfterMs) {
		return { verdict: 'no', personNeeded: true, reasons: [reason('held_too_long', 'Texting hours open only after this text has lost its point; a person should answer.'), ...why] };
	}
	return { verdict: 'hold', until: opensAt, reasons: [reason('quiet_hours', `It is outside texting hours; the text is held until ${toIso(opensAt)}.`), ...why] };
}

function allClear(request: GuardRequest, facts: GuardFacts): Reason {
	const { segments } = countSegments(request.body);
	const line = facts.lineType === null ? 'line type not looked up' : `line type ${facts.lineType}`;
	const checked = ['number', 'opt-outs', line, 'earlier texts', 'age of the event', `wording (${segments} ${segments === 1 ? 'segment' : 'segments'})`, 'texting hours'];
	return reason('nothing_against', `Nothing speaks against it. Checked: ${checked.join(', ')}.`);
}
