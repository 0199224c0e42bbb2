import { leadFromInquiry } from '../../../leasing/match/leadFromInquiry';
import type { NewLead } from '../../../store/port/leads';
import { SETTINGS } from '../inquiry/exampleSettings';
import { inquiry, missedCall } from './exampleInquiry';

const NOW = Date.UTC(2026, 0, 31, 18, 0);
const MONDAY_9 = Date.UTC(2026, 1, 2, 15, 0);

describe('leadFromInquiry', () => {
	it('has source, status, owner and next action from the first call on', () => {
		// The type says that the store takes it as it is.
		const lead: NewLead = leadFromInquiry(
			missedCall('+15125550123', { source: { source: 'phone', campaign: null, line: '+15125550100', evidence: 'x' } }),
			SETTINGS,
			NOW,
			null,
		);
		expect(lead).toEqual({
			portfolio: 'main',
			firstName: null,
			lastName: null,
			fullName: null,
			phone: '+15125550123',
			email: null,
			source: 'phone',
			status: 'new',
			owner: 'Dana',
			nextAction: 'Call back',
			nextActionAt: NOW + 15 * 60_000,
			propertyKey: 'maple-court',
			interest: expect.objectContaining({ propertyName: 'Maple Court', bedrooms: 2 }),
		});
	});

	it('waits for the office to open', () => {
		expect(leadFromInquiry(missedCall('+15125550123'), SETTINGS, NOW, MONDAY_9).nextActionAt).toBe(MONDAY_9);
	});

	it('asks to write to somebody who left no phone', () => {
		expect(leadFromInquiry(inquiry([{ name: 'Ana Ruiz', emails: ['ana@gmail.com'] }]), SETTINGS, NOW, null)).toMatchObject({
			fullName: 'Ana Ruiz',
			phone: null,
			email: 'ana@gmail.com',
			nextAction: 'Write back',
		});
	});

	it.each<[string | null, string]>([
		['maple-court', 'Dana'],
		['oak-park', 'leasing@acme.example.com'],
		[null, 'leasing@acme.example.com'],
		['sold', 'leasing@acme.example.com'],
	])('gives a lead of property %j to %s', (propertyKey, owner) => {
		const about = inquiry([{ phones: ['+15125550123'] }]);
		expect(leadFromInquiry({ ...about, interest: { ...about.interest, propertyKey } }, SETTINGS, NOW, null).owner).toBe(owner);
	});

	it("never shows a line or filler as the renter's phone", () => {
		const lead = leadFromInquiry(
			inquiry([{ name: 'Ana Ruiz', phones: ['+15125550100', '9999999999', '+15125550123'] }]),
			SETTINGS,
			NOW,
			null,
		);
		expect(lead.phone).toBe('+15125550123');
	});
});
