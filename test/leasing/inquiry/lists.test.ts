/** Several renters in one item: each becomes an inquiry of their own, and what does not is said. */
import { READING } from '../../../leasing/limits/limits';
import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import type { LeadResult } from '../../../leasing/inquiry/readLeads';
import { read } from './formats/company';

const ANN = { name: 'Ann Lake', phone: '206-555-0141', email: 'ann@lake.example.com' };
const BOB = { name: 'Bob Stone', phone: '206-555-0142', email: 'bob@stone.example.com' };
const CARLA = { name: 'Carla Moss', phone: '206-555-0143', email: 'carla@moss.example.com' };
const ALL = [ANN, BOB, CARLA];
const webhook = (body: unknown): object => ({ headers: { host: 'n8n.example.com' }, params: {}, query: {}, body });

const inquiries = (results: LeadResult[]): Inquiry[] => results.flatMap((result) => (result.ok ? [result.inquiry] : []));
const codes = (results: LeadResult[]): string[] => results.flatMap((result) => (result.ok ? [] : result.reasons.map(({ code }) => code)));
/** `Ann Lake 1 1`: who, and how many phones and addresses. */
const people = (results: LeadResult[]): string[] =>
	inquiries(results).map((inquiry) =>
		inquiry.people.map(({ fullName, phones, emails }) => `${fullName} ${phones.length} ${emails.length}`).join(' + '),
	);
const EACH_ALONE = ['Ann Lake 1 1', 'Bob Stone 1 1', 'Carla Moss 1 1'];

describe('a list of renters', () => {
	it.each<[string, unknown]>([
		['by itself', ALL],
		...['leads', 'data', 'items', 'results', 'rows', 'records', 'entries', 'submissions', 'value', 'lead', 'contact', 'newRenters'].map(
			(key): [string, unknown] => [`in {"${key}": […]}`, { [key]: ALL }],
		),
		['deep inside', { status: 'ok', response: { page: 1, result: { rows: ALL } } }],
		['with a property for all', { property: 'Maple Court', source: 'Zillow', leads: ALL }],
		['as JSON text', JSON.stringify(ALL)],
		['as JSON text in a field', { count: 3, payload: JSON.stringify({ leads: ALL }) }],
		['of JSON texts', ALL.map((one) => JSON.stringify(one))],
		['of lists', [[ANN], [[BOB], [CARLA]]]],
		['of lists in an envelope', { data: [[ANN, BOB], [CARLA]] }],
		['of envelopes', [{ leads: [ANN, BOB] }, { items: [CARLA] }]],
		['of two senders', { zillow: { leads: [ANN, BOB] }, website: { leads: [CARLA] } }],
		['of two senders with one each, and one more', { zillow: { leads: [ANN] }, website: { leads: [BOB] }, ads: { leads: [CARLA] } }],
		['of items of n8n', ALL.map((json) => ({ json, pairedItem: { item: 0 } }))],
	])('%s gives each renter an inquiry of their own', async (_name, value) => {
		for (const item of [webhook(value), ...(typeof value === 'object' ? [value] : [])]) {
			const results = await read(item);
			expect(people(results)).toEqual(EACH_ALONE);
			expect(codes(results)).toEqual([]);
		}
	});

	it('keeps no more of the others with each than its own entry', async () => {
		expect(inquiries(await read(webhook({ leads: ALL }))).map(({ raw }) => raw)).toEqual(ALL);
	});

	it('lets what the envelope says of all stand for each that says nothing else', async () => {
		const results = await read({ property: 'Maple Court', leads: [ANN, { ...BOB, property: 'Oak Park' }] });
		expect(inquiries(results).map(({ interest }) => interest.propertyKey)).toEqual(['maple-court', 'oak-park']);
	});

	it('is read to its end: 1,500 entries are 1,500 inquiries', async () => {
		const list = Array.from({ length: 1_500 }, (_none, at) => ({
			name: `Ann Lake${at}`,
			phone: `+1206555${String(at).padStart(4, '0')}`,
		}));
		for (const item of [list, { leads: list }]) expect(inquiries(await read(item))).toHaveLength(1_500);
	});

	it('says how many were left beyond the limit, once', async () => {
		const results = await read(Array.from({ length: READING.leads + 11_000 }, () => ({ id: '' })));
		const last = results.at(-1);
		expect(results).toHaveLength(READING.leads + 1);
		expect(last?.ok === false && last.reasons).toEqual([
			{ code: 'too_many_leads', sentence: expect.stringMatching(/so 11,000 of its inquiries were left .* Split Out node/) as string },
		]);
	}, 60_000);

	it('ends when the time is up, and says so', async () => {
		let now = 0;
		const clock = { now: () => (now += 1_000) };
		const results = await read(
			Array.from({ length: 2_000 }, () => ANN),
			{ clock },
		);
		expect(inquiries(results).length).toBeLessThan(1_000);
		expect(codes(results)).toEqual(['too_many_leads']);
		expect(inquiries(results).length + Number(/so ([\d,]+) of/.exec(sentences(results))?.[1]?.replace(',', ''))).toBe(2_000);
	});

	it('names entries that hold no fields', async () => {
		const results = await read(webhook([ANN, 'hello', 17, BOB]));
		expect(people(results)).toEqual(['Ann Lake 1 1', 'Bob Stone 1 1']);
		expect(sentences(results)).toMatch(/^2 entries of the list hold no fields/);
	});

	it('gives others their turn between its entries', async () => {
		let turns = 0;
		await read({ leads: ALL }, { giveWay: async () => void turns++ });
		expect(turns).toBeGreaterThanOrEqual(ALL.length);
	});
});

describe('one renter stays one', () => {
	it.each<[string, unknown, string]>([
		['a list of one', { leads: [ANN] }, 'Ann Lake 1 1'],
		['one in a list that nobody reads', { items: [ANN] }, 'Ann Lake 1 1'],
		['with two phones', { name: 'Ann Lake', phones: [{ phone: '206-555-0141' }, { phone: '206-555-0142' }] }, 'Ann Lake 0 0'],
		[
			'with two phones under data',
			{ name: 'Ann Lake', email: 'a@lake.example.com', data: [{ phone: '206-555-0141' }, { phone: '206-555-0142' }] },
			'Ann Lake 2 1',
		],
		[
			'in answers with types',
			{
				answers: [
					{ type: 'text', name: 'Your name', text: 'Ann' },
					{ type: 'email', name: 'Your e-mail', email: 'a@lake.example.com' },
					{ type: 'phone', name: 'Phone', phone: '206-555-0141' },
				],
			},
			' 1 1',
		],
		['with references', { ...ANN, references: [BOB, CARLA] }, 'Ann Lake 1 1'],
		['with the agents of the house', { ...ANN, agents: [BOB, CARLA] }, 'Ann Lake 1 1'],
		['in a household', { applicants: [ANN, BOB] }, 'Ann Lake 1 1 + Bob Stone 1 1'],
		['with JSON in a field', { payload: JSON.stringify(ANN) }, 'Ann Lake 1 1'],
	])('%s', async (_name, item, who) => {
		const results = await read(webhook(item));
		expect(people(results).map((one) => one.replace('null', ''))).toEqual([who]);
		expect(codes(results)).toEqual([]);
	});

	it('nobody is made of the agents of a listing', async () => {
		expect(inquiries(await read(webhook({ listing: 'Maple Court', agents: [BOB, CARLA] })))).toEqual([]);
	});
});

it('applicants that are more than a household, or have messages of their own, are inquiries', async () => {
	const many = Array.from({ length: READING.people + 2 }, (_none, at) => ({ name: `Ann Lake${at}`, phone: `206-555-01${40 + at}` }));
	expect(people(await read({ applicants: many }))).toHaveLength(READING.people + 2);
	expect(
		people(
			await read({
				contacts: [
					{ ...ANN, message: 'Is it free?' },
					{ ...BOB, message: 'May I see it?' },
				],
			}),
		),
	).toHaveLength(2);
});

it('a person beside a list is neither made a renter nor forgotten', async () => {
	const results = await read(webhook({ user: { name: 'Dana Desk', email: 'dana@sender.example.com' }, leads: [ANN, BOB] }));
	expect(people(results)).toEqual(['Ann Lake 1 1', 'Bob Stone 1 1']);
	expect(codes(results)).toEqual(['beside_list']);
	expect(JSON.stringify(results.at(-1))).toContain('Dana Desk');
});

it('the prospects of one document keep their numbers to themselves', async () => {
	const prospect = (id: string, name: string) =>
		`<Prospect><PropertyID>${id}</PropertyID><Customers><Customer>${name === 'Ann' ? '<Identification IDType="ProspectID" IDValue="P-1"/>' : ''}<Name><FirstName>${name}</FirstName></Name><Phone><PhoneNumber>206-555-0141</PhoneNumber></Phone></Customer></Customers></Prospect>`;
	const results = await read(
		webhook(`<LeadManagement><Prospects>${prospect('OP-1', 'Ann')}${prospect('MC-204', 'Bob')}</Prospects></LeadManagement>`),
	);
	const [ann, bob] = inquiries(results);
	expect(ann?.providerId).toBe('P-1');
	expect(bob?.providerId).toMatch(/^content_/);
	expect([ann?.interest.propertyKey, bob?.interest.propertyKey]).toEqual(['oak-park', 'maple-court']);
});

it("n8n's own reading of XML is split whole, too", async () => {
	const prospect = Array.from({ length: 700 }, (_none, at) => ({
		customers: { customer: { name: { firstname: `Ann${at}` }, phone: { phonenumber: '206-555-0141' } } },
	}));
	expect(inquiries(await read(webhook({ leadmanagement: { prospects: { prospect } } })))).toHaveLength(700);
});

function sentences(results: LeadResult[]): string {
	return results.flatMap((result) => (result.ok ? [] : result.reasons.map(({ sentence }) => sentence))).join(' ');
}
