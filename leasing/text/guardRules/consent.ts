import { forPerson, rule, type GuardRule } from '../guardRule';
import { heldSentence } from '../heldWhy';

/** Grounds in what the person asked for. */
export const consentRules: readonly GuardRule[] = [
	rule({
		code: 'opted_out',
		needs: ['optedOut'],
		checked: 'opt-outs',
		judge: ({ facts: { optedOut } }) =>
			optedOut === null ? null : forPerson(`The person asked not to be texted (${optedOut.via.replace(/_/g, ' ')}); call instead.`),
	}),
	rule({
		code: 'held_for_person',
		needs: ['held'],
		judge: ({ facts: { held } }) => (held === null ? null : forPerson(heldSentence(held))),
	}),
];
