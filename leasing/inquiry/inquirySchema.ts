import * as z from 'zod/v4';
import { filledText, isoTime, numberOrNull, reasonSchema, reasonsSchema, textOrNull } from '../itemSchema';
import { PHONE_TYPES, type E164 } from '../phone/phone';
import type { FieldProblem } from '../problem';
import { schemaProblems } from '../schemaProblems';
import { propertyMatchSchema } from '../property/propertyMatchSchema';
import { NO_FINGERPRINT } from './fingerprint';
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
	type: z.enum(PHONE_TYPES).optional(),
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
	bathrooms: z.number().nullish(),
	moveInWindow: z.object({ from: z.string(), to: z.string(), said: z.string() }).nullish(),
	budgetMin: z.number().nullish(),
	leaseMonths: z.number().nullish(),
	occupants: z.number().nullish(),
	pets: z.string().nullish(),
	propertyState: z.string().nullish(),
	property: propertyMatchSchema.optional(),
});

const source = z.object({
	source: filledText,
	campaign: textOrNull,
	line: textOrNull,
	evidence: z.string(),
	network: z.string().nullish(),
	medium: z.string().nullish(),
	selfReported: z.string().nullish(),
	landingPage: z.string().nullish(),
	referrer: z.string().nullish(),
	clickIds: z.record(z.string(), z.string()).optional(),
});

const format = z.object({ id: filledText, detected: z.boolean(), confidence: z.enum(['high', 'medium', 'low']), asOf: z.string() });

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

const LONGEST_FINGERPRINT = 64;

/** An inquiry as an item carries it; fields that others add are ignored. */
export const inquirySchema = z
	.object({
		portfolio: filledText,
		provider: filledText,
		providerId: filledText,
		// Items from before there were fingerprints, or made by hand, have none.
		fingerprint: z.string().max(LONGEST_FINGERPRINT).default(NO_FINGERPRINT),
		channel: z.enum(CHANNELS),
		occurredAt: isoTime,
		receivedAt: isoTime,
		people: z.array(person),
		interest,
		source,
		call,
		changes: reasonsSchema,
		raw: z.unknown(),
		format: format.optional(),
		language: z.object({ code: z.string(), evidence: z.string() }).nullish(),
		sentAs: z.object({ form: z.string(), fingerprint: z.string() }).optional(),
		attention: z.array(reasonSchema).optional(),
	})
	.transform((item): Inquiry => ({ ...item, raw: item.raw ?? null }));

/** Accepts an item as an inquiry, or says field by field why not. */
export function parseInquiry(input: unknown): { ok: true; inquiry: Inquiry } | { ok: false; problems: FieldProblem[] } {
	const parsed = inquirySchema.safeParse(input);
	if (parsed.success) return { ok: true, inquiry: parsed.data };
	return { ok: false, problems: schemaProblems(parsed.error, input, 'Connect the Lead output of a Normalize Lead node.') };
}
