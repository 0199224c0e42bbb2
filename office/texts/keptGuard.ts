import * as z from 'zod/v4';

import type { TextPolicy } from '../../leasing/text/textPolicy';

const dayWindow = z.object({ opens: z.string(), closes: z.string() }).nullable();

/** The part of a guard question that is kept with the text, so that it can be asked again before a held text goes out. */
const keptSchema = z.object({
	toRaw: z.string(),
	directReply: z.boolean(),
	propertyKey: z.string().nullable(),
	propertyState: z.string().nullish(),
	heldSince: z.number().optional(),
	policy: z.object({
		repeatWindowMs: z.number(),
		maxEventAgeMs: z.number(),
		quietHours: z.object({ days: z.array(dayWindow), stateRules: z.boolean() }),
		afterHours: z.enum(['send', 'hold', 'person']),
		allowInternational: z.boolean(),
		textFixedVoip: z.boolean(),
		maxSegments: z.number(),
		expiresAfterMs: z.number(),
	}),
});

export interface KeptGuard {
	toRaw: string;
	directReply: boolean;
	/** Property the text is about; null: the whole company. */
	propertyKey: string | null;
	/** Its state, as the directory has it; what the settings say goes before it. */
	propertyState?: string | null | undefined;
	heldSince?: number | undefined;
	policy: TextPolicy;
}

/** @throws when a row holds something that no version of ours wrote */
export function readKeptGuard(stored: unknown): KeptGuard {
	return keptSchema.parse(stored);
}
