import * as z from 'zod/v4';

import { textPolicySchema, type TextPolicy } from '../../leasing/text/textPolicy';

/**
 * The part of a guard question that is kept with the text, so that it can be asked again before a held text goes out. It may
 * have been written by any version: settings that came later have defaults, those of a newer one stay as they are.
 */
const keptSchema = z.looseObject({
	toRaw: z.string(),
	directReply: z.boolean(),
	propertyKey: z.string().nullable(),
	propertyState: z.string().nullish(),
	heldSince: z.number().optional(),
	policy: textPolicySchema.prefault({}),
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
