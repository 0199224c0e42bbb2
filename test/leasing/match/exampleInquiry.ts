import { parseEmail } from '../../../leasing/email/parseEmail';
import type { Inquiry, InquiryPerson } from '../../../leasing/inquiry/inquiry';
import { parsePhone } from '../../../leasing/phone/parsePhone';
import { knownNumbers } from '../../../leasing/portfolio/knownNumbers';
import { SETTINGS } from '../inquiry/exampleSettings';

export interface ExamplePerson {
	name?: string;
	phones?: string[];
	emails?: string[];
}

export function person({ name, phones = [], emails = [] }: ExamplePerson): InquiryPerson {
	const known = knownNumbers(SETTINGS);
	return {
		firstName: name?.split(' ')[0] ?? null,
		lastName: name?.split(' ')[1] ?? null,
		fullName: name ?? null,
		phones: phones.map((raw) => parsePhone(raw, { country: 'US', known })),
		emails: emails.map((raw) => parseEmail(raw, { own: new Set(['acme.example.com']) })),
	};
}

/** An inquiry by form about Maple Court; change what a test is about. */
export function inquiry(people: ExamplePerson[], change: Partial<Inquiry> = {}): Inquiry {
	return {
		portfolio: 'main',
		provider: 'form',
		providerId: 's-1',
		fingerprint: '',
		channel: 'form',
		occurredAt: '2026-01-31T18:00:00.000Z',
		receivedAt: '2026-01-31T18:00:00.000Z',
		people: people.map(person),
		interest: {
			propertyKey: 'maple-court',
			propertyName: 'Maple Court',
			unit: null,
			bedrooms: 2,
			moveIn: null,
			budget: null,
			message: null,
		},
		source: { source: 'website', campaign: null, line: null, evidence: 'no source given; channel form' },
		call: null,
		changes: [],
		raw: null,
		...change,
	};
}

/** A missed call on the same property. */
export function missedCall(phone: string, change: Partial<Inquiry> = {}): Inquiry {
	const call = {
		callKey: 'CA1',
		outcome: 'no_answer',
		withheld: phone === 'anonymous',
		line: '+15125550100',
		lineLabel: 'Maple Court main',
		voicemail: null,
	};
	return inquiry([{ phones: [phone] }], { provider: 'twilio', providerId: 'CA1', channel: 'call', call, ...change });
}
