import { chooseRoute } from './chooseRoute';
import { buildiumFacts, REMEMBERED, type BuildiumChoices } from './facts';
import { RECORD_TYPES, ROUTE_WORDS, stepSchema, type BuildiumStep } from './plan';
import type { WriteBackRules } from '../../writeBack/rules';

/** Where things go in Buildium, and how they are spoken of. */
export const BUILDIUM_WRITE_BACK: WriteBackRules<BuildiumStep, BuildiumChoices> = {
	provider: 'buildium',
	name: 'Buildium',
	workKind: 'buildium_write_back',
	stepSchema,
	wordsOf: ({ route }) => ({ route, words: ROUTE_WORDS[route], recordType: RECORD_TYPES[route] }),
	setUp: {
		write_back_no_assignee: 'Choose who gets contact requests in Buildium',
		write_back_not_allowed: 'Allow the Buildium API key to write',
	},
	remembers: REMEMBERED,
	choose(facts, choices) {
		const { facts: known, assigned } = buildiumFacts(facts, choices);
		return { ...chooseRoute(known), notes: [assigned] };
	},
};
