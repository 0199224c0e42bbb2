import { textingWindow } from '../../hours/textingWindow';
import { toIso } from '../../time';
import { rule, type GuardRule } from '../guardRule';

/** Grounds in the hour; they pass by themselves, so they come last. */
export const hoursRules: readonly GuardRule[] = [
	rule({
		code: 'quiet_hours',
		needs: ['places'],
		checked: 'texting hours',
		judge({ request, facts, policy, now }) {
			const window = textingWindow(now, facts.places, policy.quietHours);
			if (window.open) return null;
			const { opensAt: until, reasons: details } = window;
			if (request.directReply && policy.afterHours === 'send') {
				const sentence =
					"It is outside texting hours, but this directly answers the person's own contact, and the policy says to send such answers.";
				return { verdict: 'note', sentence, details };
			}
			if (request.directReply && policy.afterHours === 'person') {
				const sentence = 'It is outside texting hours, and the policy leaves such contacts to a person.';
				return { verdict: 'no', personNeeded: true, sentence, details };
			}
			if (until - (request.heldSince ?? now) > policy.expiresAfterMs) {
				const sentence = 'Texting hours open only after this text has lost its point; a person should answer.';
				return { verdict: 'no', personNeeded: true, code: 'held_too_long', sentence, details };
			}
			const sentence = `It is outside texting hours; the text is held until ${toIso(until)}.`;
			return { verdict: 'hold', until, sentence, details };
		},
	}),
];
