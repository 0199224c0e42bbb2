import { isUtf8 } from 'node:buffer';

import * as z from 'zod/v4';

import { CHANNELS } from '../inquiry/inquiry';
import { filledText, isoTime, reasonsSchema, textOrNull } from '../itemSchema';

/** The kind of the events that deliveries are kept as. Stands in stores and never changes. */
export const LEAD_DELIVERY = 'lead_delivery';

/** What was sent, byte by byte: as text where it is UTF-8, else in base64. */
const bodySchema = z.union([z.object({ text: z.string() }), z.object({ base64: z.string() })]);

export type DeliveredBody = z.output<typeof bodySchema>;

const texts = z.record(z.string(), z.string()).default({});

const deliverySchema = z.object({
	event: z.literal(LEAD_DELIVERY),
	/** With the trigger unique for ever; a repeated delivery has the same. */
	deliveryId: filledText,
	portfolio: filledText,
	/** How it came: somebody posted it to our address, or it lay in a mailbox. */
	via: z.enum(['webhook', 'mailbox']),
	/** Who sends here: `zillow`, `meta`, `public_form`, `mailbox`, … */
	sender: filledText,
	/** Which form, site or mailbox of that sender, in the user's words. */
	name: textOrNull,
	/** What Normalize Lead goes by where the item itself says nothing. */
	channel: z.enum(CHANNELS).nullish().default(null),
	source: textOrNull,
	receivedAt: isoTime,
	contentType: textOrNull,
	/** Of a request: those that matter, names in lower case. Never one that proves who sent it. */
	headers: texts,
	query: texts,
	body: bodySchema,
	/** Why a person must look before anybody is texted about it; none: nothing speaks against it. */
	doubts: reasonsSchema,
});

/** A lead as somebody delivered it, kept before it was answered or marked as seen. Nothing in it has been understood yet. */
export type LeadDelivery = z.output<typeof deliverySchema>;

/** Reads what the store kept. @throws when it is none of ours */
export function readDelivery(payload: unknown): LeadDelivery {
	return deliverySchema.parse(payload);
}

/** Keeps bytes as they came. */
export function deliveredBody(bytes: Buffer): DeliveredBody {
	return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { base64: bytes.toString('base64') };
}

/** The bytes as they came. */
export function bytesOf(body: DeliveredBody): Buffer {
	return 'text' in body ? Buffer.from(body.text, 'utf8') : Buffer.from(body.base64, 'base64');
}
