import { CALLS } from './calls';
import { DRILLS, type DrillName } from './drills';
import type { Mutant } from './mutant';
import { STORE } from './store';
import { TEXTS } from './texts';
import { WRITE_BACKS } from './writeBacks';

/** Every way in which the product is broken. */
export const MUTANTS: readonly Mutant[] = [...CALLS, ...TEXTS, ...STORE, ...WRITE_BACKS];

const CONTROL = 'control: ';
// A cast, not a check: these are the keys of the table.
const names = Object.keys(DRILLS) as DrillName[];

/** The product as it is, once in each drill: whatever is found there is a false alarm, or a real mistake. */
export const CONTROLS: readonly Mutant[] = names.map((drill) => ({
	name: `${CONTROL}${drill}`,
	why: 'nothing is broken',
	drills: [drill],
	minutes: 6,
	changes: [],
}));

export const isControl = ({ name }: Mutant): boolean => name.startsWith(CONTROL);

/** @param words parts of names; none: every mutant, without the controls */
export function chosen(words: readonly string[]): Mutant[] {
	if (words.length === 0) return [...MUTANTS];
	return [...MUTANTS, ...CONTROLS].filter(({ name }) => words.some((word) => name.includes(word)));
}
