import type * as z from 'zod/v4';

import type { WriteBackFacts } from './facts';
import type { RouteChoice, StepWords } from './plan';

/** What the office must know of a property-management system to write there; its room in `leasing/` holds it. */
export interface WriteBackRoom<Step> {
	/** Under which its write-backs are kept: `buildium`, … Never change one. */
	provider: string;
	/** As people call it. */
	name: string;
	/** The kind of work that the writing waits as. Never change one. */
	workKind: string;
	/** Reads a step that was kept in the store. */
	stepSchema: z.ZodType<Step>;
	wordsOf(step: Step): StepWords;
	/** What only a person can mend, by the code of the reason: the title of that task. */
	setUp: Readonly<Record<string, string>>;
}

/** Where things go in a property-management system. Pure: it asks nobody. @typeParam Choices what the user may choose there */
export interface WriteBackRules<Step, Choices> extends WriteBackRoom<Step> {
	/** Types of records that were written for the same renter before and matter for what comes next. */
	remembers: readonly string[];
	choose(facts: WriteBackFacts, choices: Choices): RouteChoice<Step>;
}
