import type { MissedCallEvent } from '../../../leasing/call/call';
import { inquiryFromMissedCall } from '../../../leasing/inquiry/fromMissedCall';
import { parseInquiry } from '../../../leasing/inquiry/inquirySchema';
import { SETTINGS } from './exampleSettings';

function event(change: Partial<MissedCallEvent> = {}, caller: Partial<MissedCallEvent['caller']> = {}): MissedCallEvent {
	return {
		event: 'missed_call',
		eventId: 'missed_call:twilio:CA1',
		provider: 'twilio',
		callKey: 'CA1',
		callId: 'call_1',
		portfolio: 'main',
		outcome: 'no_answer',
		direction: 'inbound',
		caller: { raw: '+15125550123', e164: '+15125550123', name: null, withheld: false, textable: 'unknown', reason: null, ...caller },
		line: { e164: '+15125550100', providerId: null, label: 'Maple Court main' },
		property: { key: 'maple-court', name: 'Maple Court' },
		startedAt: '2026-01-31T18:05:00.000Z',
		endedAt: '2026-01-31T18:05:20.000Z',
		ringSeconds: 20,
		voicemail: null,
		forwardedFrom: null,
		receivedAt: '2026-01-31T18:05:20.100Z',
		latencyMs: 30,
		verified: 'signature',
		reasons: [],
		raw: { CallSid: 'CA1' },
		...change,
	};
}

describe('inquiryFromMissedCall', () => {
	it('is one inquiry of one caller about the property of the line', () => {
		const inquiry = inquiryFromMissedCall(event(), SETTINGS);
		expect(inquiry).toMatchObject({
			portfolio: 'main',
			provider: 'twilio',
			providerId: 'CA1',
			channel: 'call',
			occurredAt: '2026-01-31T18:05:00.000Z',
			interest: { propertyKey: 'maple-court', propertyName: 'Maple Court', message: null },
			source: { source: 'phone', line: '+15125550100', campaign: null },
			call: {
				callKey: 'CA1',
				outcome: 'no_answer',
				withheld: false,
				line: '+15125550100',
				lineLabel: 'Maple Court main',
				voicemail: null,
			},
			changes: [],
			raw: { CallSid: 'CA1' },
		});
		expect(inquiry.people).toHaveLength(1);
		expect(inquiry.people[0]?.phones[0]).toMatchObject({ e164: '+15125550123', contactClass: 'personal', isIdentity: true });
	});

	it('survives a trip through an item', () => {
		const inquiry = inquiryFromMissedCall(event(), SETTINGS);
		expect(parseInquiry(JSON.parse(JSON.stringify(inquiry)))).toEqual({ ok: true, inquiry });
	});

	it.each([
		['+266696687', 'withheld'],
		['anonymous', 'withheld'],
		['', 'withheld'],
		['+15125550101', 'own'],
		['+15125550160', 'own'],
		['+15125550150', 'staff'],
		['+18005550123', 'toll_free'],
	])('lets %j be no identity (%s)', (raw, contactClass) => {
		const inquiry = inquiryFromMissedCall(event({}, { raw, e164: raw === '' ? null : raw }), SETTINGS);
		expect(inquiry.people[0]?.phones[0]).toMatchObject({ contactClass, isIdentity: false });
		expect(inquiry.call?.withheld).toBe(contactClass === 'withheld');
	});

	it('uses the number that the provider sent apart from an address', () => {
		const inquiry = inquiryFromMissedCall(event({}, { raw: 'client:web-visitor', e164: '+15125550123' }), SETTINGS);
		expect(inquiry.people[0]?.phones[0]?.e164).toBe('+15125550123');
	});

	it('does not take the caller ID text for a name, and says so', () => {
		const inquiry = inquiryFromMissedCall(event({}, { name: 'WIRELESS CALLER' }), SETTINGS);
		expect(inquiry.people[0]?.fullName).toBeNull();
		expect(inquiry.changes.map((change) => change.code)).toEqual(['caller_id_name_unused']);
	});

	it('takes the source from a line that is labelled with one', () => {
		const inquiry = inquiryFromMissedCall(
			event({ line: { e164: '+15125550101', providerId: null, label: 'Zillow' }, property: null }),
			SETTINGS,
		);
		expect(inquiry.source).toMatchObject({ source: 'zillow', evidence: 'label "Zillow" of the line that was called' });
		expect(inquiry.interest.propertyKey).toBe('oak-park');
	});

	it('keeps a property that is no longer in the settings as text only', () => {
		const inquiry = inquiryFromMissedCall(event({ property: { key: 'sold', name: 'Sold Place' } }), SETTINGS);
		expect(inquiry.interest).toMatchObject({ propertyKey: null, propertyName: 'Sold Place' });
	});

	it('takes a voicemail transcript as the message', () => {
		const voicemail = { url: null, durationSeconds: 8, transcript: 'Is the two bedroom free?' };
		expect(inquiryFromMissedCall(event({ voicemail }), SETTINGS)).toMatchObject({
			interest: { message: 'Is the two bedroom free?' },
			call: { voicemail },
		});
	});
});
