import * as z from 'zod/v4';
import { reasonsSchema, textOrNull } from '../itemSchema';

/** A property match as an item carries it. */
export const propertyMatchSchema = z.object({
	key: textOrNull,
	score: z.number(),
	reasons: reasonsSchema,
	candidates: z.array(z.object({ key: z.string(), name: z.string(), score: z.number() })),
});
