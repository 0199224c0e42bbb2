import type { ContactPhone } from '../phone/phone';
import { toIso, type Millis } from '../time';
import { NO_FINGERPRINT } from './fingerprint';
import type { Inquiry } from './inquiry';
import { canonicalSource } from './source';

/** An inbound text, as far as it matters to who wrote what to which line. */
export interface InboundText {
	portfolio: string;
	provider: string;
	/** The provider's id of the message. */
	messageId: string;
	from: ContactPhone;
	/** The company's line, E.164. */
	line: string;
	property: { key: string; name: string } | null;
	body: string;
	at: Millis;
	raw: unknown;
}

/** The inquiry that an inbound text is. The words are the message; who wrote them is the number and nothing else. */
export function inquiryFromText(text: InboundText): Inquiry {
	const at = toIso(text.at);
	return {
		portfolio: text.portfolio,
		provider: text.provider,
		providerId: text.messageId,
		fingerprint: NO_FINGERPRINT,
		channel: 'text',
		occurredAt: at,
		receivedAt: at,
		people: [{ firstName: null, lastName: null, fullName: null, phones: [text.from], emails: [] }],
		interest: {
			propertyKey: text.property?.key ?? null,
			propertyName: text.property?.name ?? null,
			unit: null,
			bedrooms: null,
			moveIn: null,
			budget: null,
			message: text.body,
		},
		source: { ...canonicalSource(null, 'text'), campaign: null, line: text.line },
		call: null,
		changes: [],
		raw: text.raw,
	};
}
