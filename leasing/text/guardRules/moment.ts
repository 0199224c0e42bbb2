import { HOUR, MINUTE, type Millis } from '../../time';
import { forNobody, forPerson, rule, type GuardRule } from '../guardRule';

/** Grounds in what happened before: one event, one text, and no text about old news. */
export const momentRules: readonly GuardRule[] = [
	rule({
		code: 'already_texted',
		needs: ['lastText'],
		checked: 'earlier texts',
		judge({ facts: { lastText }, policy, now }) {
			if (lastText === null || !(now - lastText.at < policy.repeatWindowMs)) return null;
			const before = ago(now - lastText.at);
			return forNobody(
				`This person already got a text from this line ${before}; one is enough within ${span(policy.repeatWindowMs)}.`,
			);
		},
	}),
	rule({
		code: 'event_too_old',
		needs: [],
		checked: 'age of the event',
		judge({ request, policy, now }) {
			// A held text is not stale for having been held; it was fresh when it was put aside.
			const age = (request.heldSince ?? now) - request.eventAt;
			if (!(age > policy.maxEventAgeMs)) return null;
			return forPerson(`It happened ${ago(age)}; after ${span(policy.maxEventAgeMs)} a person should answer, not a machine.`);
		},
	}),
	rule({
		code: 'held_too_long',
		needs: [],
		judge: ({ request: { heldSince }, policy, now }) =>
			heldSince !== undefined && now - heldSince > policy.expiresAfterMs
				? forPerson(`The text was held for more than ${span(policy.expiresAfterMs)}; a person should answer now.`)
				: null,
	}),
];

function ago(ms: Millis): string {
	return ms < MINUTE ? 'just now' : `${span(ms)} ago`;
}

function span(ms: Millis): string {
	const inHours = ms >= 2 * HOUR;
	const amount = Math.floor(ms / (inHours ? HOUR : MINUTE));
	const unit = inHours ? 'hour' : 'minute';
	return Number.isFinite(amount) ? `${amount} ${unit}${amount === 1 ? '' : 's'}` : 'any time';
}
