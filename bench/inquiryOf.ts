import { parseEmail } from '../leasing/email/parseEmail';
import type { Inquiry } from '../leasing/inquiry/inquiry';
import { parsePhone } from '../leasing/phone/parsePhone';
import type { ContactPhone, E164 } from '../leasing/phone/phone';
import { toIso, type Millis } from '../leasing/time';
import { COMPANY } from './company';

export interface Contact {
	firstName: string | null;
	lastName: string | null;
	phones: readonly string[];
	emails: readonly string[];
}

/** A form as Normalize Lead leaves it. @param id no other inquiry has it */
export function inquiryOf({ firstName, lastName, phones, emails }: Contact, id: string, at: Millis): Inquiry {
	const known = { own: new Set<string>(), staff: new Set<string>() };
	const when = toIso(at);
	return {
		portfolio: COMPANY.key,
		provider: 'bench',
		providerId: id,
		fingerprint: '',
		channel: 'form',
		occurredAt: when,
		receivedAt: when,
		people: [
			{
				firstName,
				lastName,
				fullName: [firstName, lastName].filter(Boolean).join(' ') || null,
				phones: phones.map((phone) => personal(parsePhone(phone, { country: COMPANY.country, known }), phone)),
				emails: emails.map((email) => parseEmail(email, { own: new Set() })),
			},
		],
		interest: {
			propertyKey: 'maple-court',
			propertyName: 'Maple Court',
			unit: null,
			bedrooms: 2,
			moveIn: null,
			budget: null,
			message: 'Is it free?',
		},
		source: { source: 'website', campaign: null, line: null, evidence: 'benchmark' },
		call: null,
		changes: [],
		raw: null,
	};
}

/** Some made-up numbers count as filler, which a real renter's does not. */
function personal(phone: ContactPhone, e164: string): ContactPhone {
	// A cast, not a check: it was made as one.
	return { ...phone, e164: e164 as E164, contactClass: 'personal', isIdentity: true };
}
