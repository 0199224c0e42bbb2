import * as z from 'zod/v4';
import { filledText, isoTime, numberOrNull, reasonsSchema, textOrNull } from '../itemSchema';
import type { FieldProblem } from '../problem';
import { schemaProblems } from '../schemaProblems';
import type { MissedCallEvent } from './call';

const voicemail = z
	.object({ url: textOrNull, durationSeconds: numberOrNull, transcript: textOrNull })
	.nullish()
	.transform((value) => value ?? null);

/**
 * A missed-call event as an item carries it. Fields that others add are ignored, so that a workflow may enrich the item
 * on its way; fields that we can do without may be missing, so that a hand-made item works too.
 */
export const missedCallEventSchema = z
	.object({
		event: z.literal('missed_call'),
		eventId: filledText,
		provider: filledText,
		callKey: filledText,
		callId: filledText,
		portfolio: filledText,
		outcome: filledText,
		caller: z.object({
			raw: z.string(),
			e164: textOrNull,
			name: textOrNull,
			withheld: z.boolean().nullish(),
			textable: z.enum(['yes', 'no', 'unknown']).nullish(),
			reason: textOrNull,
		}),
		line: z.object({ e164: filledText, providerId: textOrNull, label: textOrNull }),
		property: z
			.object({ key: filledText, name: filledText })
			.nullish()
			.transform((value) => value ?? null),
		startedAt: isoTime,
		endedAt: isoTime,
		ringSeconds: numberOrNull,
		voicemail,
		forwardedFrom: textOrNull,
		receivedAt: isoTime,
		latencyMs: z.number().nullish(),
		verified: z.enum(['signature', 'token', 'none']).nullish(),
		reasons: reasonsSchema,
		raw: z.unknown(),
	})
	.transform((item): MissedCallEvent => ({
		...item,
		direction: 'inbound',
		caller: { ...item.caller, withheld: item.caller.withheld ?? false, textable: item.caller.textable ?? 'unknown' },
		latencyMs: item.latencyMs ?? 0,
		verified: item.verified ?? 'none',
		raw: item.raw ?? null,
	}));

/** Whether an item claims to be a missed-call event; it may still be refused by the parser. */
export function looksLikeMissedCall(input: unknown): boolean {
	return typeof input === 'object' && input !== null && (input as { event?: unknown }).event === 'missed_call';
}

/** Accepts an item as a missed-call event, or says field by field why not. */
export function parseMissedCallEvent(input: unknown): { ok: true; event: MissedCallEvent } | { ok: false; problems: FieldProblem[] } {
	const parsed = missedCallEventSchema.safeParse(input);
	if (parsed.success) return { ok: true, event: parsed.data };
	return {
		ok: false,
		problems: schemaProblems(
			parsed.error,
			input,
			'Connect the output of a Missed Call Trigger unchanged, or set this field in the step before.',
		),
	};
}
