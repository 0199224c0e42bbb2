import { readFileSync } from 'node:fs';
import path from 'node:path';

import { NormalizeLead } from '../../../nodes/NormalizeLead/NormalizeLead.node';
import { runNode, type NodeRun } from '../support/runNode';
import { saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';

const temp = useTempStore();
const SAMPLES = path.resolve(__dirname, '../../../workflows-templates/20-lead-intake/samples');

const normalize = async (items: object[], parameters: Record<string, unknown> = {}, more: Partial<NodeRun> = {}) =>
	await runNode({ nodeType: NormalizeLead, parameters, items, credentials: temp.credentials, ...more });

const sample = (name: string): object[] => JSON.parse(readFileSync(path.join(SAMPLES, `${name}.json`), 'utf8')) as object[];

beforeEach(async () => {
	await saveCompany(temp);
});

const MAIL = {
	from: 'Local Rentals <noreply@mail.local-rentals.example>',
	to: 'leasing@acme.example.com',
	subject: 'New request',
	date: 'Tue, 10 Mar 2026 09:26:00 -0700',
	attributes: { uid: 7 },
};

describe('formats', () => {
	it('are detected, and the inquiry says which it was', async () => {
		const { json } = await normalize([...sample('zillow-push'), ...sample('zillow-email'), ...sample('google-lead-form')]);
		expect(json[0]?.map((item) => (item.inquiry as { format: object }).format)).toMatchObject([
			{ id: 'zillow_push', detected: true, confidence: 'medium', asOf: '2026-08' },
			{ id: 'email', detected: true },
			{ id: 'google_lead_form', detected: true, confidence: 'high' },
		]);
	});

	it('can be chosen', async () => {
		const row = { Date: '3/9/2026', Name: 'Kofi Mensah', Phone: '206 555 0167', Property: 'Cedar House' };
		const { json } = await normalize([row], { input: 'row', options: { channel: 'walk_in' } });
		expect(json[0]).toMatchObject([
			{
				inquiry: {
					channel: 'walk_in',
					provider: 'import',
					occurredAt: '2026-03-09T05:00:00.000Z',
					format: { id: 'row', detected: false },
					interest: { propertyKey: 'cedar-house' },
				},
			},
		]);
	});

	it('give several items where one item holds several leads, each paired with it', async () => {
		const { outputs } = await normalize([{ name: 'Ana Ruiz', phone: '206 555 0142' }, ...sample('avail-digest-email')]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 1 }]);
		const ids = outputs[0]?.map(({ json }) => (json.inquiry as { providerId: string }).providerId);
		expect(new Set(ids).size).toBe(3);
	});

	it('leave what goes wrong with one item to that item', async () => {
		const { outputs } = await normalize([...sample('meta-ids-only'), ...sample('web-form')]);
		expect(outputs[1]).toMatchObject([{ json: { reasons: [{ code: 'meta_ids_only' }] }, pairedItem: { item: 0 } }]);
		expect(outputs[0]).toMatchObject([{ pairedItem: { item: 1 } }]);
	});
});

describe('what a user adds to our tables', () => {
	it("a sender of its own: a robot's mail becomes a listing site's lead", async () => {
		const item = { ...MAIL, textPlain: 'Renter: Nadia Ferris\nCall me at: 206-555-0142\nWants to see it.' };
		const options = {
			senders: { row: [{ host: 'local-rentals.example', source: 'Local Rentals', relayed: false }] },
			fieldNames: {
				row: [
					{ field: 'fullName', names: 'Renter' },
					{ field: 'phone', names: 'Best number, call me at' },
				],
			},
		};
		const without = await normalize([item]);
		expect(without.json[0]).toEqual([]);
		expect(without.json[1]).toMatchObject([
			{ reasons: [{ code: 'robot_mail', sentence: expect.stringContaining('Listing-Site Senders') }] },
		]);
		const { json } = await normalize([item], { options });
		expect(json[0]).toMatchObject([
			{
				inquiry: {
					channel: 'listing',
					provider: 'sender_local_rentals_example',
					people: [{ fullName: 'Nadia Ferris', phones: [{ e164: '+12065550142' }], emails: [] }],
					source: { source: 'local_rentals' },
				},
			},
		]);
	});

	it('without it, a mail from an office that nobody knows is read by a person', async () => {
		const { json } = await normalize([
			{
				...MAIL,
				from: 'Local Rentals <leads@mail.local-rentals.example>',
				textPlain: 'Somebody wants to see it, call 206-555-0142.',
			},
		]);
		expect(json[0]).toMatchObject([{ inquiry: { attention: [{ code: 'unknown_sender' }], people: [{ fullName: null, phones: [] }] } }]);
	});

	it("a sender whose mails are the renter's own words", async () => {
		const item = {
			...MAIL,
			replyTo: 'x81@relay.local-rentals.example',
			textPlain: 'Hello, my number is 206-555-0142. Is it free mid June?',
		};
		const { json } = await normalize([item], {
			options: { senders: { row: [{ host: 'local-rentals.example', source: 'Local Rentals', relayed: true }] } },
		});
		expect(json[0]).toMatchObject([
			{ inquiry: { people: [{ phones: [{ e164: '+12065550142' }] }], interest: { message: expect.stringContaining('Is it free') } } },
		]);
	});

	it('names of fields and of sources', async () => {
		const { json } = await normalize([{ 'Best number': '206 555 0142', origin: 'Bus bench' }], {
			options: {
				fieldNames: {
					row: [
						{ field: 'phone', names: 'best-number' },
						{ field: 'source', names: 'Origin' },
					],
				},
				sourceNames: { row: [{ text: 'bus bench', source: 'Signage' }] },
			},
		});
		expect(json[0]).toMatchObject([{ inquiry: { people: [{ phones: [{ e164: '+12065550142' }] }], source: { source: 'sign' } } }]);
	});

	it.each([
		[{ host: 'not a domain', source: 'X' }, 'row 1: "not a domain" is no domain'],
		[{ host: 'example.com', source: '' }, 'row 1 has no Source'],
	])('refuses the sender %j', async (row, sentence) => {
		await expect(normalize([{ phone: '206 555 0142' }], { options: { senders: { row: [row] } } })).rejects.toMatchObject({
			message: expect.stringContaining(sentence),
		});
	});
});
