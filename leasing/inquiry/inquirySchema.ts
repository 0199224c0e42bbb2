import * as z from 'zod/v4';
import { filledText, isoTime, numberOrNull, reasonsSchema, textOrNull } from '../itemSchema';
import type { E164 } from '../phone/phone';
import type { FieldProblem } from '../problem';
import { schemaProblems } from '../schemaProblems';
import { CHANNELS, type Inquiry } from './inquiry';

const E164_PATTERN = /^\+[1-9]\d{4,14}$/;

const e164 = z
	.string()
	.refine((value) => E164_PATTERN.test(value), 'A phone number such as +15125550123 is expected here')
	.nullish()
	// The pattern above is what makes a text an E164.
	.transform((value) => (value ?? null) as E164 | null);

const phone = z.object({
	raw: z.string(),
	e164,
	country: textOrNull,
	contactClass: z.enum(['personal', 'withheld', 'own', 'staff', 'toll_free', 'premium', 'short_code', 'placeholder', 'invalid']),
	isIdentity: z.boolean(),
	textable: z.enum(['yes', 'no', 'unknown']),
	reasons: reasonsSchema,
});

const email = z.object({
	raw: z.string(),
	address: textOrNull,
	contactClass: z.enum(['personal', 'relay', 'role', 'system', 'disposable', 'own', 'placeholder', 'invalid']),
	isIdentity: z.boolean(),
	reasons: reasonsSchema,
});

const person = z.object({
	firstName: textOrNull,
	lastName: textOrNull,
	fullName: textOrNull,
	phones: z.array(phone),
	emails: z.array(email),
});

const interest = z.object({
	propertyKey: textOrNull,
	propertyName: textOrNull,
	unit: textOrNull,
	bedrooms: numberOrNull,
	moveIn: textOrNull,
	budget: numberOrNull,
	message: textOrNull,
});

const call = z
	.object({
		callKey: filledText,
		outcome: filledText,
		withheld: z.boolean(),
		line: textOrNull,
		lineLabel: textOrNull,
		voicemail: z
			.object({ url: textOrNull, durationSeconds: numberOrNull, transcript: textOrNull })
			.nullish()
			.transform((value) => value ?? null),
	})
	.nullish()
	.transform((value) => value ?? null);

/** An inquiry as an item carries it; fields that others add are ignored. */
export const inquirySchema = z
	.object({
		portfolio: filledText,
		provider: filledText,
		providerId: filledText,
		channel: z.enum(CHANNELS),
		occurredAt: isoTime,
		receivedAt: isoTime,
		people: z.array(person),
		interest,
		source: z.object({ source: filledText, campaign: textOrNull, line: textOrNull, evidence: z.string() }),
		call,
		changes: reasonsSchema,
		raw: z.unknown(),
	})
	.transform((item): Inquiry => ({ ...item, raw: item.raw ?? null }));

/** Accepts an item as an inquiry, or says field by field why not. */
export function parseInquiry(input: unknown): { ok: true; inquiry: Inquiry } | { ok: false; problems: FieldProblem[] } {
	const parsed = inquirySchema.safeParse(input);
	if (parsed.success) return { ok: true, inquiry: parsed.data };
	return { ok: false, problems: schemaProblems(parsed.error, input, 'Connect the Lead output of a Normalize Lead node.') };
}
