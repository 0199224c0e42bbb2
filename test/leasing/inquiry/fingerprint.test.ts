/** The same form number with another renter is another inquiry; the same renter again is the same. */
import { inquiryFromMissedCall } from '../../../leasing/inquiry/fromMissedCall';
import { NO_FINGERPRINT, sameIdAnotherPerson } from '../../../leasing/inquiry/fingerprint';
import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import { parseInquiry } from '../../../leasing/inquiry/inquirySchema';
import type { MissedCallEvent } from '../../../leasing/call/call';
import { COMPANY, read } from './formats/company';

const ANN = { submission_id: '17', name: 'Ann Lake', phone: '(206) 555-0141', email: 'Ann.Lake@Example.com', message: 'Is it free?' };

async function inquiry(item: object): Promise<Inquiry> {
	const [result] = await read(item);
	if (result?.ok !== true) throw new Error('No lead.');
	return result.inquiry;
}

describe('a fingerprint', () => {
	it.each<[string, object]>([
		['again, word for word', ANN],
		['in another spelling', { ...ANN, name: ' ann  LÁKE', phone: '+1 206.555.0141', email: 'ann.lake@example.com' }],
		['with other words', { ...ANN, message: 'Hello?', property: 'Maple Court' }],
		['in first and last name', { ...ANN, name: undefined, first_name: 'Ann', last_name: 'Lake' }],
	])('is that of the same person %s', async (_name, item) => {
		const [one, other] = [await inquiry(ANN), await inquiry(item)];
		expect(other.fingerprint).toBe(one.fingerprint);
		expect(other.providerId).toBe('17');
	});

	it.each<[string, object]>([
		['another renter', { submission_id: '17', name: 'Bob Stone', phone: '206-555-0142', email: 'bob@stone.example.com' }],
		['another phone', { ...ANN, phone: '206-555-0142' }],
		['another address', { ...ANN, email: 'other@example.com' }],
		['another name', { ...ANN, name: 'Ana Lake' }],
		['nobody', { submission_id: '17', message: 'Is it free?' }],
	])('of the same form number is another one with %s', async (_name, item) => {
		const [one, other] = [await inquiry(ANN), await inquiry(item)];
		expect(other.providerId).toBe(one.providerId);
		expect(other.fingerprint).not.toBe(one.fingerprint);
	});

	it('is made of the message where nobody is named', async () => {
		const [one, other, again] = await Promise.all(
			['Is it free?', 'May I see it?', 'is it  free'].map(async (message) => await inquiry({ submission_id: '17', message })),
		);
		expect(one?.fingerprint).not.toBe(other?.fingerprint);
		expect(again?.fingerprint).toBe(one?.fingerprint);
	});

	it('shows nothing of the person and fits an index', async () => {
		const { fingerprint } = await inquiry(ANN);
		expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
	});

	it('does not change when a call-tracking service knows more of the same caller', async () => {
		const call = { id: 'CAL1', customer_phone_number: '+12065550141', tracking_phone_number: '+12065550130', answered: false };
		const [first, later] = [await inquiry(call), await inquiry({ ...call, customer_name: 'LAKE ANN', voicemail: true })];
		expect(later.call?.callKey).toBe('CAL1');
		expect(later.fingerprint).toBe(first.fingerprint);
	});

	it('is empty for calls of our own triggers, which the phone company numbers', () => {
		const event = {
			portfolio: 'main',
			provider: 'twilio',
			callKey: 'CA1',
			caller: { raw: '+12065550141', e164: '+12065550141', name: null, withheld: false },
			line: { e164: '+12065550100', providerId: null, label: null },
			property: null,
			outcome: 'no_answer',
			voicemail: null,
			startedAt: '2026-03-10T16:00:00.000Z',
			receivedAt: '2026-03-10T16:00:00.000Z',
			raw: null,
		} as unknown as MissedCallEvent;
		expect(inquiryFromMissedCall(event, COMPANY).fingerprint).toBe(NO_FINGERPRINT);
	});

	it('of items from before is empty', async () => {
		const { fingerprint: _fingerprint, ...before } = await inquiry(ANN);
		const parsed = parseInquiry(JSON.parse(JSON.stringify(before)));
		expect(parsed.ok && parsed.inquiry.fingerprint).toBe(NO_FINGERPRINT);
	});
});

it('a repeated number of another person is said in words', () => {
	expect(sameIdAnotherPerson('17')).toMatchObject({
		code: 'same_id_another_person',
		sentence: expect.stringContaining('"17"') as string,
	});
});
