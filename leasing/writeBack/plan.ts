import * as z from 'zod/v4';

import { reasonsSchema } from '../itemSchema';
import type { Reason } from '../reason';

/**
 * What is to be written, the preferred way first; the others are for accounts that do not allow it. Plain JSON. What a step is,
 * only its target knows.
 */
export interface WriteBackPlan<Step> {
	/** Of the occurrence: unique for ever. */
	key: string;
	/** Made from the key; stands in the record, so that it can be found again. */
	marker: string;
	steps: Step[];
	/** Why this way. */
	reasons: Reason[];
}

/** Where something goes, or why nowhere. @property notes what else is worth saying, but not about the way */
export type RouteChoice<Step> =
	{ ok: true; plan: WriteBackPlan<Step>; notes?: Reason[] } | { ok: false; reasons: Reason[]; notes?: Reason[] };

/** Reads a plan that was kept in the store. @param step the target's own schema */
export function planSchemaOf<Step>(step: z.ZodType<Step>): z.ZodType<WriteBackPlan<Step>> {
	return z.object({ key: z.string().min(1), marker: z.string().min(1), steps: z.array(step).min(1), reasons: reasonsSchema });
}

/** A step in words that every target can give. */
export interface StepWords {
	/** Stable; remembered when the account does not allow it. */
	route: string;
	/** As people say it: `a phone log`. */
	words: string;
	/** By what kind of record it is known later. */
	recordType: string;
}
