import type { FieldMap } from '../../../leasing/inquiry/form/fieldMap';
import { inquiryFromForm, type FormContext } from '../../../leasing/inquiry/fromForm';
import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import { parseInquiry } from '../../../leasing/inquiry/inquirySchema';
import { SETTINGS } from './exampleSettings';

const CONTEXT: FormContext = { settings: SETTINGS, receivedAt: Date.UTC(2026, 0, 31, 18, 0) };
const ANA = { name: 'Ana Ruiz', phone: '512-555-0123', email: 'ana.ruiz@gmail.com' };

function inquiryOf(input: unknown, map: FieldMap = {}, context: Partial<FormContext> = {}): Inquiry {
	const result = inquiryFromForm(input, map, { ...CONTEXT, ...context });
	if (!result.ok) throw new Error(result.reasons.map((why) => why.sentence).join(' '));
	return result.inquiry;
}

function contactOf(input: unknown, map: FieldMap = {}): unknown[] {
	const [person] = inquiryOf(input, map).people;
	return [person?.firstName, person?.lastName, person?.phones.map((phone) => phone.e164), person?.emails.map((email) => email.address)];
}

const ANA_READ = ['Ana', 'Ruiz', ['+15125550123'], ['ana.ruiz@gmail.com']];

describe('inquiryFromForm finds the renter by the usual names', () => {
	it.each<[string, unknown]>([
		['camel case', { firstName: 'Ana', lastName: 'Ruiz', phoneNumber: '5125550123', emailAddress: 'ana.ruiz@gmail.com' }],
		['snake case', { first_name: 'Ana', last_name: 'Ruiz', phone_number: '(512) 555-0123', email_address: 'ana.ruiz@gmail.com' }],
		['labels', { 'First Name': 'Ana', 'Last Name': 'Ruiz', 'Mobile Phone': '512.555.0123', 'Email Address': 'Ana.Ruiz@gmail.com' }],
		['short names', { fname: 'Ana', lname: 'Ruiz', tel: '+1 512 555 0123', 'e-mail': 'ana.ruiz@gmail.com' }],
		['one name', { ...ANA }],
		['surname first', { ...ANA, name: 'Ruiz, Ana' }],
		['a contact form plug-in', { 'your-name': 'Ana Ruiz', 'your-tel': '512-555-0123', 'your-email': 'ana.ruiz@gmail.com' }],
		['name meaning first name', { name: 'Ana', last_name: 'Ruiz', cell: '512-555-0123', mail: 'ana.ruiz@gmail.com' }],
		['an n8n webhook', { headers: { host: 'x', 'user-agent': 'y' }, params: {}, query: {}, body: ANA }],
		['a nested contact', { event: { type: 'lead', name: 'New lead' }, data: { contact: ANA } }],
		[
			'a list of answers',
			{
				fields: [
					{ label: 'Full name', value: 'Ana Ruiz' },
					{ label: 'Phone', value: '512-555-0123' },
					{ label: 'Email', value: 'ana.ruiz@gmail.com' },
				],
			},
		],
		[
			'a lead ad',
			{
				leadgen_id: '1',
				field_data: [
					{ name: 'full_name', values: ['Ana Ruiz'] },
					{ name: 'phone_number', values: ['+15125550123'] },
					{ name: 'email', values: ['ana.ruiz@gmail.com'] },
				],
			},
		],
		[
			'typed answers',
			{
				form_response: {
					answers: [
						{ type: 'email', email: 'ana.ruiz@gmail.com', field: { id: 'a', ref: 'e' } },
						{ type: 'phone_number', phone_number: '+15125550123', field: { id: 'b' } },
					],
					hidden: { name: 'Ana Ruiz' },
				},
			},
		],
		[
			'values in groups',
			{
				properties: {
					firstname: { value: 'Ana' },
					lastname: { value: 'Ruiz' },
					phone: { value: '512-555-0123' },
					email: { value: 'ana.ruiz@gmail.com' },
				},
			},
		],
		['numbers as numbers', { ...ANA, phone: 5125550123 }],
	])('%s', (_name, input) => {
		expect(contactOf(input)).toEqual(ANA_READ);
	});

	it("does not take names and numbers of other things for the renter's", () => {
		const inquiry = inquiryOf({
			form: { name: 'Contact us' },
			property: { name: 'Maple Court', phone: '512-555-0100' },
			agent: { name: 'Dana', email: 'dana@example.org' },
			tracking_phone_number: '512-555-0160',
			renter: { email: 'ana.ruiz@gmail.com' },
		});
		expect(inquiry.people[0]).toMatchObject({ fullName: null, phones: [], emails: [{ address: 'ana.ruiz@gmail.com' }] });
		expect(inquiry.interest.propertyKey).toBe('maple-court');
	});

	it('keeps two numbers of one field as two', () => {
		expect(inquiryOf({ ...ANA, phone: '512-555-0123 or 512-555-0124' }).people[0]?.phones.map((phone) => phone.e164)).toEqual([
			'+15125550123',
			'+15125550124',
		]);
	});

	it('keeps a phone of the company with the reason why it is no identity', () => {
		expect(inquiryOf({ ...ANA, phone: '512-555-0100' }).people[0]?.phones[0]).toMatchObject({ contactClass: 'own', isIdentity: false });
	});

	it("treats an owner's address as the company's own", () => {
		expect(inquiryOf({ ...ANA, email: 'Leasing@acme.example.com' }).people[0]?.emails[0]).toMatchObject({
			contactClass: 'own',
			isIdentity: false,
		});
	});

	it('drops a filler name and says so', () => {
		const inquiry = inquiryOf({ ...ANA, name: 'test' });
		expect(inquiry.people[0]?.fullName).toBeNull();
		expect(inquiry.changes.map((change) => change.code)).toContain('name_dropped');
	});
});

describe('inquiryFromForm with a field map', () => {
	it('reads every field from where the map says', () => {
		const input = {
			'1.3': 'Ana',
			'1.6': 'Ruiz',
			q: [{ a: '512-555-0123' }, { a: 'ana.ruiz@gmail.com' }],
			where: ' MAPLE  court ',
			door: 'B-204',
			size: '2BR',
			when: '12/1/2026',
			money: '$1,800',
			words: 'Is it quiet?',
			from: 'zillow.com',
			ad: 'spring',
			key: 4711,
			at: '2026-01-31T11:00:00-06:00',
		};
		const map: FieldMap = {
			firstName: '1.3',
			lastName: '1.6',
			phone: 'q[0].a',
			email: 'q.1.a',
			property: 'where',
			unit: 'door',
			bedrooms: 'size',
			moveIn: 'when',
			budget: 'money',
			message: 'words',
			source: 'from',
			campaign: 'ad',
			submissionId: 'key',
			submittedAt: 'at',
		};
		const inquiry = inquiryOf(input, map);
		expect(contactOf(input, map)).toEqual(ANA_READ);
		expect(inquiry).toMatchObject({
			portfolio: 'main',
			provider: 'form',
			providerId: '4711',
			channel: 'form',
			occurredAt: '2026-01-31T17:00:00.000Z',
			receivedAt: '2026-01-31T18:00:00.000Z',
			interest: {
				propertyKey: 'maple-court',
				propertyName: 'Maple Court',
				unit: 'B-204',
				bedrooms: 2,
				moveIn: '2026-12-01',
				budget: 1800,
				message: 'Is it quiet?',
			},
			source: { source: 'zillow', campaign: 'spring', line: null },
			call: null,
			raw: input,
		});
		expect(parseInquiry(JSON.parse(JSON.stringify(inquiry)))).toEqual({ ok: true, inquiry });
	});

	it('prefers the map to the usual name, and says when a path leads nowhere', () => {
		const inquiry = inquiryOf({ ...ANA, phone2nd: '512-555-0199' }, { phone: 'phone2nd', unit: 'nowhere' });
		expect(inquiry.people[0]?.phones.map((phone) => phone.e164)).toEqual(['+15125550199']);
		expect(inquiry.changes.find((change) => change.code === 'mapped_field_missing')?.sentence).toContain('"nowhere"');
	});
});

describe('inquiryFromForm', () => {
	it('keeps an unknown property as text and does not guess', () => {
		const inquiry = inquiryOf({ ...ANA, property: 'Maple' });
		expect(inquiry.interest).toMatchObject({ propertyKey: null, propertyName: 'Maple' });
		expect(inquiry.changes.map((change) => change.code)).toContain('property_unsure');
		expect(inquiryOf({ ...ANA, property: 'Birch Hill' }).changes.map((change) => change.code)).toContain('property_unknown');
	});

	it('names what it could not read', () => {
		const codes = inquiryOf({ ...ANA, budget: 'flexible', submitted_at: '01/31/2026 11:00' }).changes.map((change) => change.code);
		expect(codes).toEqual(expect.arrayContaining(['value_unreadable', 'submitted_at_unreadable']));
	});

	it('makes one inquiry of a form sent twice in a day, and another on another day or with other words', () => {
		const form = { ...ANA, message: 'Hello' };
		const first = inquiryOf(form);
		expect(first.changes.map((change) => change.code)).toContain('no_submission_id');
		expect(
			inquiryOf({ message: 'hello', ...ANA, headers: { date: 'x' } }, {}, { receivedAt: CONTEXT.receivedAt + 60_000 }).providerId,
		).toBe(first.providerId);
		expect(inquiryOf(form, {}, { receivedAt: CONTEXT.receivedAt + 24 * 3_600_000 }).providerId).not.toBe(first.providerId);
		expect(inquiryOf({ ...form, message: 'Hello again' }).providerId).not.toBe(first.providerId);
		expect(inquiryOf({ ...form, phone: '512-555-0124' }).providerId).not.toBe(first.providerId);
	});

	it("does not take a bare id for the submission's: it may be the form's", () => {
		expect(inquiryOf({ ...ANA, id: 'contact-form' }).providerId).toMatch(/^content_[0-9a-f]{32}$/);
		expect(inquiryOf({ ...ANA, submission_id: 's-1' }).providerId).toBe('s-1');
	});

	it.each<[string, unknown]>([
		['only a message', { message: 'Is anything free?' }],
		['only a name', { name: 'Ana Ruiz' }],
		['only seven digits of a phone', { phone: '555-0123' }],
	])('accepts %s for a person to look at', (_name, input) => {
		expect(inquiryFromForm(input, {}, CONTEXT).ok).toBe(true);
	});

	it.each<[string, unknown, string]>([
		['an empty item', {}, 'no_contact'],
		['other things only', { page: '/home', budget: '1800' }, 'no_contact'],
		['filler only', { name: 'test', phone: '9999999999', email: 'none@none.com' }, 'no_contact'],
		['a list', [ANA], 'not_an_object'],
		['text', 'Ana', 'not_an_object'],
		['nothing', null, 'not_an_object'],
	])('calls %s unreadable, with a sentence', (_name, input, code) => {
		const result = inquiryFromForm(input, {}, CONTEXT);
		expect(result.ok ? null : result.reasons[0]?.code).toBe(code);
		expect(result.ok ? '' : result.reasons[0]?.sentence).toMatch(/\.$/);
	});

	it('lists the fields that could be mapped', () => {
		const result = inquiryFromForm({ q1: 'Ana', nested: { q2: '512' } }, {}, CONTEXT);
		expect(result.ok ? '' : result.reasons[0]?.sentence).toContain('q1, nested.q2');
	});
});

describe('parseInquiry', () => {
	it('names the fields that are wrong', () => {
		const inquiry = inquiryOf(ANA);
		const parsed = parseInquiry({
			...inquiry,
			providerId: '',
			channel: 'fax',
			people: [{ ...inquiry.people[0], phones: [{ ...inquiry.people[0]?.phones[0], e164: '512' }] }],
		});
		expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.field).sort()).toEqual([
			'channel',
			'people.0.phones.0.e164',
			'providerId',
		]);
	});

	it.each([null, 'x', 7, [], {}])('refuses %j', (input) => {
		expect(parseInquiry(input).ok).toBe(false);
	});

	it('ignores fields that a workflow added', () => {
		const inquiry = inquiryOf(ANA);
		expect(parseInquiry({ ...inquiry, crm: { id: 1 } })).toEqual({ ok: true, inquiry });
	});
});
