import { textingWindow } from '../hours/textingWindow';
import { reason, type Reason } from '../reason';
import { toIso, type Millis } from '../time';
import type { GuardFacts, GuardRequest } from './guardQuestion';
import { refuseBody, refuseMoment, refuseNumber, refuseRecipient } from './guardRefusals';
import { countSegments } from './segments';
import type { GuardDecision } from './text';
import type { TextPolicy } from './textPolicy';

export type { GuardFacts, GuardRequest } from './guardQuestion';
export { defaultTextPolicy, type TextPolicy } from './textPolicy';

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

function inQuietHours(
	request: GuardRequest,
	facts: GuardFacts,
	policy: TextPolicy,
	now: Millis,
	opensAt: Millis,
	why: Reason[],
): GuardDecision {
	if (request.directReply && policy.afterHours === 'send') {
		const note = reason(
			'quiet_hours',
			"It is outside texting hours, but this directly answers the person's own contact, and the policy says to send such answers.",
		);
		return { verdict: 'send', reasons: [note, ...why, allClear(request, facts)] };
	}
	if (request.directReply && policy.afterHours === 'person') {
		return {
			verdict: 'no',
			personNeeded: true,
			reasons: [reason('quiet_hours', 'It is outside texting hours, and the policy leaves such contacts to a person.'), ...why],
		};
	}
	if (opensAt - (request.heldSince ?? now) > policy.expiresAfterMs) {
		return {
			verdict: 'no',
			personNeeded: true,
			reasons: [
				reason('held_too_long', 'Texting hours open only after this text has lost its point; a person should answer.'),
				...why,
			],
		};
	}
	return {
		verdict: 'hold',
		until: opensAt,
		reasons: [reason('quiet_hours', `It is outside texting hours; the text is held until ${toIso(opensAt)}.`), ...why],
	};
}

function allClear(request: GuardRequest, facts: GuardFacts): Reason {
	const { segments } = countSegments(request.body);
	const line = facts.lineType === null ? 'line type not looked up' : `line type ${facts.lineType}`;
	const checked = [
		'number',
		'opt-outs',
		line,
		'earlier texts',
		'age of the event',
		`wording (${segments} ${segments === 1 ? 'segment' : 'segments'})`,
		'texting hours',
	];
	return reason('nothing_against', `Nothing speaks against it. Checked: ${checked.join(', ')}.`);
}
