import type { ContactPhone } from '../phone/phone';
import { isNorthAmerican } from '../phone/nanpKind';
import { reason, type Reason } from '../reason';
import { HOUR, MINUTE, type Millis } from '../time';
import { carrierWordProblems } from './carrierWords';
import type { GuardFacts, GuardRequest } from './guardQuestion';
import { countSegments } from './segments';
import type { TextPolicy } from './textPolicy';

/** One ground on which a text is not sent at all. */
export interface Refusal {
	personNeeded: boolean;
	reasons: [Reason, ...Reason[]];
}

function no(personNeeded: boolean, code: string, sentence: string, ...details: Reason[]): Refusal {
	return { personNeeded, reasons: [reason(code, sentence), ...details] };
}

/** Grounds in the number itself. */
export function refuseNumber(request: GuardRequest, facts: GuardFacts, policy: TextPolicy): Refusal | null {
	const { to } = request;
	if (to === null) return no(true, 'no_number', 'There is no phone number to text.');
	if (to.contactClass === 'withheld')
		return no(true, 'withheld', 'The caller hid the number, so there is nothing to text; listen to the voicemail if there is one.');
	if (to.contactClass === 'invalid' || to.contactClass === 'placeholder')
		return no(true, 'invalid_number', to.reasons[0]?.sentence ?? 'This is not a phone number; check it.');
	// A text to one of our own lines would come back as a contact and be answered again, for ever.
	if (to.contactClass === 'own' || facts.ownNumber || to.e164 === request.from)
		return no(false, 'own_number', "The number is the company's own; texting it would answer ourselves.");
	if (to.contactClass === 'staff' || facts.staffNumber) return no(false, 'staff_number', 'The number belongs to a member of staff.');
	if (to.contactClass === 'toll_free')
		return no(true, 'toll_free', 'The caller used a toll-free number, which a business owns; call back if it matters.');
	if (to.contactClass === 'short_code') return no(false, 'short_code', "The number is a short code of a service, not somebody's phone.");
	if (to.contactClass === 'premium')
		return no(false, 'premium', 'The number is premium-rate; do not call or text it, such missed calls are often bait.');
	if (to.e164 === null) return no(true, 'invalid_number', 'The phone number could not be read; check it.');
	if (!policy.allowInternational && !isNorthAmerican(to.e164)) {
		return no(true, 'not_north_american', 'The number is not from North America, and texts abroad are switched off.');
	}
	return null;
}

/** Grounds in the person, the phone's line and the sending line. */
export function refuseRecipient(to: ContactPhone | null, facts: GuardFacts, policy: TextPolicy): Refusal | null {
	if (facts.optedOut !== null)
		return no(true, 'opted_out', `The person asked not to be texted (${facts.optedOut.via.replace(/_/g, ' ')}); call instead.`);
	const line = facts.lineType?.toLowerCase() ?? null;
	if (line === 'landline' || (line === null && to?.textable === 'no'))
		return no(true, 'landline', 'The number is a landline, which takes no texts; call instead.');
	if (line !== null && NOT_TEXTABLE.has(line))
		return no(true, 'line_type', `The phone company lists the number as ${SAID[line] ?? line}, which takes no texts; call instead.`);
	if (line === 'fixedvoip' && !policy.textFixedVoip)
		return no(true, 'line_type', 'The number belongs to an office phone system, and texting those is switched off; call instead.');
	if (!facts.lineTextable)
		return no(true, 'line_not_textable', "The company's line cannot send texts; choose a line with SMS in the portfolio.");
	return null;
}

/** Line types of Twilio's Lookup that take no texts, lower-case. Unknown ones are tried; the delivery report tells. */
const NOT_TEXTABLE: ReadonlySet<string> = new Set(['tollfree', 'premium', 'sharedcost', 'uan', 'voicemail', 'pager']);
const SAID: Readonly<Record<string, string>> = {
	tollfree: 'toll-free',
	premium: 'premium-rate',
	sharedcost: 'shared-cost',
	uan: 'a company number',
	voicemail: 'a voicemail box',
	pager: 'a pager',
};

/** Grounds in what happened before: one event, one text, and no text about old news. */
export function refuseMoment(request: GuardRequest, facts: GuardFacts, policy: TextPolicy, now: Millis): Refusal | null {
	if (facts.lastText !== null && now - facts.lastText.at < policy.repeatWindowMs) {
		return no(
			false,
			'already_texted',
			`This person already got a text from this line ${ago(now - facts.lastText.at)}; one is enough within ${span(policy.repeatWindowMs)}.`,
		);
	}
	// A held text is not stale for having been held; it was fresh when it was put aside.
	const judgedAt = request.heldSince ?? now;
	if (judgedAt - request.eventAt > policy.maxEventAgeMs) {
		return no(
			true,
			'event_too_old',
			`It happened ${ago(judgedAt - request.eventAt)}; after ${span(policy.maxEventAgeMs)} a person should answer, not a machine.`,
		);
	}
	if (request.heldSince !== undefined && now - request.heldSince > policy.expiresAfterMs) {
		return no(true, 'held_too_long', `The text was held for more than ${span(policy.expiresAfterMs)}; a person should answer now.`);
	}
	return null;
}

/** Grounds in the wording. */
export function refuseBody(body: string, policy: TextPolicy): Refusal | null {
	if (body.trim() === '') return no(true, 'empty_body', 'The text is empty; write a message in the node.');
	const { segments, units, encoding, firstNonGsm } = countSegments(body);
	if (segments > policy.maxSegments) {
		const why = encoding === 'UCS-2' ? `, because "${firstNonGsm ?? ''}" halves the room of a segment` : '';
		return no(
			true,
			'body_too_long',
			`The text needs ${segments} segments (${units} characters${why}); at most ${policy.maxSegments} are allowed. Shorten it.`,
		);
	}
	const words = carrierWordProblems(body);
	return words.length === 0
		? null
		: no(true, 'carrier_words', 'The wording would be swallowed or blocked on its way; change it.', ...words);
}

function ago(ms: Millis): string {
	return ms < MINUTE ? 'just now' : `${span(ms)} ago`;
}

function span(ms: Millis): string {
	const inHours = ms >= 2 * HOUR;
	const amount = Math.floor(ms / (inHours ? HOUR : MINUTE));
	const unit = inHours ? 'hour' : 'minute';
	return Number.isFinite(amount) ? `${amount} ${unit}${amount === 1 ? '' : 's'}` : 'any time';
}
