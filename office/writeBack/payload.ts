import * as z from 'zod/v4';

import { planSchemaOf, type WriteBackPlan } from '../../leasing/writeBack/plan';
import type { WriteBackRoom } from '../../leasing/writeBack/rules';
import type { WriteBackKey } from '../../store/port';

/** What the work needs to be done at any later time. */
export interface WriteBackPayload<Step> {
	portfolio: string;
	leadId: string | null;
	callId: string | null;
	plan: WriteBackPlan<Step>;
}

/** Reads work that is due. @returns null when it is none of this target's */
export function readPayload<Step>(
	{ workKind, stepSchema }: WriteBackRoom<Step>,
	kind: unknown,
	payload: unknown,
): WriteBackPayload<Step> | null {
	const schema = z.object({
		portfolio: z.string(),
		leadId: z.string().nullable(),
		callId: z.string().nullable(),
		plan: planSchemaOf(stepSchema),
	});
	const parsed = schema.safeParse(payload);
	return kind === workKind && parsed.success ? parsed.data : null;
}

export function keyOf<Step>({ provider }: WriteBackRoom<Step>, { portfolio, plan }: WriteBackPayload<Step>): WriteBackKey {
	return { portfolio, provider, key: plan.key };
}
