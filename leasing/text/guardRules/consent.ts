import { forPerson, rule, type GuardRule } from '../guardRule';

/** Grounds in what the person asked for. */
export const consentRules: readonly GuardRule[] = [
	rule({
		code: 'opted_out',
		needs: ['optedOut'],
		checked: 'opt-outs',
		judge: ({ facts: { optedOut } }) =>
			optedOut === null ? null : forPerson(`The person asked not to be texted (${optedOut.via.replace(/_/g, ' ')}); call instead.`),
	}),
];
