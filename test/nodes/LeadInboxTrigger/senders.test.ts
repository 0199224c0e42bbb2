/** Senders that can prove themselves: what is kept, refused, repeated and run. */
import '../support/environment';

import { NormalizeLead } from '../../../nodes/NormalizeLead/NormalizeLead.node';
import { runNode } from '../support/runNode';
import { SECRET, sign, useInboxes, type Sent } from './support';

const JSON_TYPE = { 'content-type': 'application/json' };
const lead = (changes: object = {}) => JSON.stringify({ name: 'Ana Ruiz', phone: '512 555 0199', message: 'Two bedrooms?', ...changes });
const proven = (body: string): Sent => ({ body, headers: { ...JSON_TYPE, 'x-lead-secret': SECRET } });

describe('Lead Inbox Trigger', () => {
	const { temp, make, send, counts, run } = useInboxes();

	it('stores what was sent, answers, and runs the workflow from the store with what Normalize Lead reads', async () => {
		const rig = make({ name: 'Tour page', source: 'Apartments.com' });
		const answer = await send(rig, { ...proven(lead()), query: '?utm_source=x&secret=gone' });
		expect([answer.status, answer.body]).toEqual([200, '{"ok":true}']);
		expect(await counts(rig)).toMatchObject({ waiting: 1 });
		const [item] = await run(rig, 1);
		expect(item).toMatchObject({
			headers: JSON_TYPE,
			params: {},
			query: { utm_source: 'x' },
			body: { name: 'Ana Ruiz', phone: '512 555 0199' },
			delivery: {
				event: 'lead_delivery',
				sender: 'other',
				name: 'Tour page',
				source: 'Apartments.com',
				needsPerson: false,
				why: '',
				left: [],
			},
		});
		const { json } = await runNode({ nodeType: NormalizeLead, items: [item ?? {}], credentials: temp.credentials });
		expect(json[0]).toMatchObject([
			{
				inquiry: {
					people: [{ fullName: 'Ana Ruiz', phones: [{ e164: '+15125550199' }] }],
					source: { source: 'apartments_com' },
					interest: { message: 'Two bedrooms?' },
				},
			},
		]);
	});

	it('gives a lead the time at which it was delivered, and not at which the workflow ran', async () => {
		const rig = make({});
		await send(rig, proven(lead()));
		const [item] = (await run(rig, 1)) as { delivery: { receivedAt: string } }[];
		if (!item) throw new Error('nothing came');
		item.delivery.receivedAt = '2026-01-05T10:00:00.000Z';
		const { json } = await runNode({ nodeType: NormalizeLead, items: [item], credentials: temp.credentials });
		expect(json[0]).toMatchObject([{ inquiry: { receivedAt: '2026-01-05T10:00:00.000Z', occurredAt: '2026-01-05T10:00:00.000Z' } }]);
	});

	it('keeps no secret: neither in the store nor in items', async () => {
		const rig = make({ sender: 'google_ads' });
		const body = JSON.stringify({
			lead_id: '1',
			google_key: SECRET,
			user_column_data: [{ column_id: 'FULL_NAME', string_value: 'Ana' }],
		});
		await send(rig, { body, headers: { ...JSON_TYPE, authorization: `Bearer ${SECRET}`, cookie: SECRET } });
		const other = make({});
		await send(other, { body: lead(), query: `?secret=${SECRET}`, headers: JSON_TYPE });
		const stored = [];
		for (const { consumer } of [rig, other]) stored.push(...(await (await temp.store()).events.claim(consumer, 'me', 5, 0, 0)));
		expect(stored).toHaveLength(2);
		expect(JSON.stringify(stored)).not.toContain(SECRET);
		expect(JSON.stringify([await run(rig, 1), await run(other, 1)])).not.toContain(SECRET);
	});

	it('runs a repeated delivery once, and equal words that are sent again later once more', async () => {
		const rig = make({});
		for (let time = 0; time < 3; time++) expect((await send(rig, proven(lead()))).status).toBe(200);
		await send(rig, proven(lead({ message: 'And a parking space?' })));
		expect(await counts(rig)).toMatchObject({ waiting: 2 });
		const always = make({ settings: { sameMinutes: 0 } });
		await send(always, proven(lead()));
		await new Promise((resolve) => setTimeout(resolve, 5));
		await send(always, proven(lead()));
		expect(await counts(always)).toMatchObject({ waiting: 2 });
	});

	it('goes by the ID that the user names', async () => {
		const rig = make({ settings: { deliveryId: 'data.id' } });
		for (const message of ['one', 'two']) await send(rig, proven(JSON.stringify({ data: { id: 7 }, message })));
		expect(await counts(rig)).toMatchObject({ waiting: 1 });
	});

	test.each<[string, Sent, Record<string, unknown>, number]>([
		['no secret', { body: lead() }, {}, 401],
		['a wrong secret', { body: lead(), headers: { 'x-lead-secret': 'a-bad-secret-x' } }, {}, 403],
		['a wrong signature', { body: lead(), headers: { 'x-hub-signature-256': `sha256=${sign('other')}` } }, { sender: 'meta' }, 403],
		['no signature', { body: lead() }, { sender: 'typeform' }, 401],
		['a body that is too large', { body: Buffer.alloc(2_000_001, 0x20), headers: { 'x-lead-secret': SECRET } }, {}, 413],
		['one that says that it is', { body: lead(), headers: { 'x-lead-secret': SECRET, 'content-length': '99999999' } }, {}, 413],
	])('refuses %s, and keeps nothing', async (_, sent, parameters, status) => {
		const rig = make(parameters);
		expect((await send(rig, sent)).status).toBe(status);
		expect(await counts(rig)).toEqual({ waiting: 0, running: 0, done: 0, failed: 0 });
	});

	test.each<[string, Record<string, Record<string, unknown>>]>([
		['without a credential', {}],
		['with one that holds no secret', { leadInboxApi: { secret: ' ' } }],
		['with one that is too short', { leadInboxApi: { secret: 'abc' } }],
	])('asks the sender to repeat it %s', async (_, credentials) => {
		const rig = make({}, credentials);
		expect((await send(rig, proven(lead()))).status).toBe(503);
		expect(await counts(rig)).toMatchObject({ waiting: 0 });
	});

	it('asks the sender to repeat it while the store does not open', async () => {
		const rig = make(
			{},
			{ leadInboxApi: { secret: SECRET }, leasingStoreApi: { backend: 'sqlite', file: '/proc/nowhere/leasing.sqlite' } },
		);
		expect((await send(rig, proven(lead()))).status).toBe(503);
	});

	it.each<[string, Sent, unknown]>([
		['broken JSON', proven('{"name":"Ana\n"'), '{"name":"Ana\n"'],
		[
			'XML',
			{ body: '<adf><prospect/></adf>', headers: { 'content-type': 'application/xml', 'x-lead-secret': SECRET } },
			'<adf><prospect/></adf>',
		],
		['nothing', { headers: { 'x-lead-secret': SECRET } }, ''],
	])('keeps %s, too: a person may make something of it', async (_, sent, body) => {
		const rig = make({});
		expect((await send(rig, sent)).status).toBe(200);
		expect(await run(rig, 1)).toMatchObject([{ body }]);
	});

	it("starts one run for each lead of Meta's requests, however they are put together", async () => {
		const rig = make({ sender: 'meta' }, { leadInboxApi: { secret: SECRET, verifyToken: 'our-own-word' } });
		const change = (id: string) => ({ field: 'leadgen', value: { leadgen_id: id, form_id: '1' } });
		const post = async (...ids: string[]) => {
			const body = JSON.stringify({ object: 'page', entry: ids.map((id) => ({ id: '1', time: 1, changes: [change(id)] })) });
			return (await send(rig, { body, headers: { ...JSON_TYPE, 'x-hub-signature-256': `sha256=${sign(body)}` } })).status;
		};
		expect([await post('a', 'b'), await post('b'), await post('c', 'a')]).toEqual([200, 200, 200]);
		const items = (await run(rig, 3)) as { body: { entry: { changes: { value: { leadgen_id: string } }[] }[] } }[];
		expect(items.map(({ body }) => body.entry[0]?.changes[0]?.value.leadgen_id).sort()).toEqual(['a', 'b', 'c']);
	});

	test.each<[string, string, Record<string, unknown>, [number, string]]>([
		['the right word', '?hub.mode=subscribe&hub.verify_token=our-own-word&hub.challenge=1158201444', {}, [200, '1158201444']],
		['a wrong word', '?hub.mode=subscribe&hub.verify_token=guess&hub.challenge=1', {}, [403, 'Refused.']],
		[
			'a challenge that is a page',
			'?hub.mode=subscribe&hub.verify_token=our-own-word&hub.challenge=%3Cscript%3E',
			{},
			[403, 'Refused.'],
		],
		['no word on our side', '?hub.mode=subscribe&hub.verify_token=&hub.challenge=1', { verifyToken: '' }, [503, 'Not set up yet.']],
		['a browser', '', {}, [200, 'Leads are sent here by POST.']],
	])("Meta's question with %s", async (_, query, credential, expected) => {
		const rig = make({ sender: 'meta' }, { leadInboxApi: { secret: SECRET, verifyToken: 'our-own-word', ...credential } });
		const { status, body } = await send(rig, { method: 'GET', query });
		expect([status, body]).toEqual(expected);
	});

	it('gives a test to the canvas, and nothing to the published workflow', async () => {
		const rig = make({});
		const { status, items } = await send(rig, { ...proven(lead()), purpose: 'test' });
		expect([status, items.length]).toEqual([200, 1]);
		expect(items).toMatchObject([{ body: { name: 'Ana Ruiz' }, delivery: { deliveryId: 'test' } }]);
		expect(await counts(rig)).toMatchObject({ waiting: 0 });
	});

	it('goes on after a restart with what was stored before', async () => {
		const rig = make({});
		await send(rig, proven(lead()));
		await rig.publish('init');
		await rig.shutDown();
		await send(rig, proven(lead({ name: 'Bo Lind' })));
		await run(rig, 2);
		expect(await counts(rig)).toMatchObject({ done: 2, failed: 0 });
	});

	test.each<[string, Record<string, unknown>, Record<string, Record<string, unknown>>, string]>([
		['no credential', {}, {}, 'No Lead Inbox credential is chosen'],
		['no secret', {}, { leadInboxApi: { secret: '' } }, 'holds no secret'],
		['no verify token', { sender: 'meta' }, { leadInboxApi: { secret: SECRET } }, 'holds no Verify Token'],
		['no origins', { sender: 'public_form' }, {}, 'Allowed Origins is empty'],
		[
			'no captcha credential',
			{ sender: 'public_form', allowedOrigins: 'https://a.example', captcha: 'turnstile' },
			{},
			'No Form Captcha credential',
		],
		[
			'a signature that leaves out the body',
			{ provenBy: 'hmac', signed: 'custom', signedCustom: '{time}' },
			{ leadInboxApi: { secret: SECRET } },
			'leaves out the body',
		],
		[
			'a time that stands nowhere',
			{ provenBy: 'hmac', signed: 'timeDotBody' },
			{ leadInboxApi: { secret: SECRET } },
			'says that there is none',
		],
		['a header that is none', { headerName: 'x lead' }, { leadInboxApi: { secret: SECRET } }, 'cannot be read: Header'],
	])('cannot be published with %s', async (_, parameters, credentials, sentence) => {
		await expect(make(parameters, credentials).publish()).rejects.toMatchObject({ message: expect.stringContaining(sentence) });
	});
});
