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
	rule({
		code: 'held_for_person',
		needs: ['held'],
		judge: ({ facts: { held } }) =>
			held === null
				? null
				: forPerson(
						`The person wrote "${held.words}", which may mean "stop texting me", and nobody has looked yet. Call instead; then record the opt-out or Text Again, or complete the task about these words.`,
					),
	}),
];
