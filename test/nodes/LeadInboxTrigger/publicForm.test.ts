/** A form that a browser sends: nothing is lost, and nobody is texted about a doubtful one before a person has looked. */
import '../support/environment';

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { completeTask } from '../../../office/tasks/completeTask';
import { planText } from '../../../office/texts/planText';
import { defaultTextPolicy } from '../../../leasing/text/textPolicy';
import { MAIN_LINE } from '../support/samples';
import { useInboxes, type Sent } from './support';

const ORIGIN = 'https://www.maple.example';
const FORM = { sender: 'public_form', name: 'Tour page', allowedOrigins: ORIGIN };
const RENTER = '+15125550123';
const form = (fields: Record<string, string> = {}): string =>
	new URLSearchParams({ name: 'Ana Ruiz', phone: '(512) 555-0123', message: 'Still open?', ...fields }).toString();
const post = (fields: Record<string, string> = {}, headers: Record<string, string> = {}, ip = '203.0.113.7'): Sent => ({
	body: form(fields),
	headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN, ...headers },
	ip,
});

describe("a browser's form", () => {
	const { temp, make, send, counts, run } = useInboxes();
	const tasks = async () => await (await temp.store()).tasks.list({ portfolio: 'main', state: 'open', limit: 50 });
	const held = async (phone = RENTER) => await (await temp.store()).textHolds.current('main', phone);
	let asked = 0;
	/** What Leasing Text would do with it. */
	async function text(phone = RENTER) {
		const store = await temp.store();
		const settings = (await store.portfolios.get('main'))?.settings;
		if (!settings) throw new Error('no settings');
		const { text: planned } = await planText(
			{ store, clock: { now: () => Date.now() } },
			{
				settings,
				key: `t${(asked += 1)}`,
				purpose: 'lead_acknowledgement',
				leadId: null,
				callId: null,
				provider: 'pretend',
				from: MAIN_LINE,
				body: 'Hi, this is Maple Property Group. Reply STOP to opt out.',
				bodyChanges: [],
				eventAt: Date.now(),
				guard: {
					toRaw: phone,
					directReply: true,
					propertyKey: null,
					policy: {
						...defaultTextPolicy,
						afterHours: 'send',
						quietHours: { ...defaultTextPolicy.quietHours, stateRules: false },
					},
				},
			},
		);
		return planned;
	}

	it('of an allowed page is kept, answered for its page or for a script, and texted', async () => {
		const rig = make(FORM, {});
		const script = await send(rig, post({}, { 'sec-fetch-mode': 'cors' }));
		expect(script).toMatchObject({
			status: 200,
			body: '{"ok":true}',
			headers: { 'Access-Control-Allow-Origin': ORIGIN, Vary: 'Origin' },
		});
		const page = await send(rig, post({ name: 'Bo' }, { 'sec-fetch-mode': 'navigate' }));
		expect(page).toMatchObject({ status: 200, body: expect.stringContaining('Thank you.') });
		const elsewhere = make({ ...FORM, thankYouUrl: 'https://www.maple.example/thanks' }, {});
		expect(await send(elsewhere, post({}, { accept: 'text/html' }))).toMatchObject({
			status: 303,
			headers: { Location: 'https://www.maple.example/thanks' },
		});
		expect(await run(rig, 2)).toMatchObject([
			{ body: { name: 'Ana Ruiz' }, delivery: { sender: 'public_form', needsPerson: false } },
			{ body: { name: 'Bo' } },
		]);
		expect([await tasks(), await held()]).toEqual([[], null]);
	});

	it('of another page is refused, and nothing is kept', async () => {
		const rig = make(FORM, {});
		expect(await send(rig, post({}, { origin: 'https://evil.example' }))).toMatchObject({
			status: 403,
			headers: { 'Access-Control-Allow-Origin': 'null' },
		});
		expect(await counts(rig)).toMatchObject({ waiting: 0 });
	});

	it.each<[string, Record<string, unknown>, Sent[], string]>([
		[
			'with the hidden field filled in',
			{ trap: 'company_website' },
			[post({ company_website: 'x' })],
			'The hidden field "company_website"',
		],
		['that does not say where it stands', {}, [post({}, { origin: '' })], 'did not say on which page'],
		[
			'with one number too often',
			{ settings: { perNumber: 1 } },
			[post({ name: 'A' }), post({ name: 'B' }, {}, '203.0.113.8')],
			'form 2 with one phone number',
		],
		[
			'from one address too often',
			{ settings: { perAddress: 1 } },
			[post({ phone: '512 555 0177' }), post()],
			'form 2 from one address',
		],
		[
			'too often in all',
			{ settings: { perForm: 1 } },
			[post({ phone: '512 555 0177' }), post({}, {}, '203.0.113.8')],
			'sent 2 times within an hour',
		],
	])('%s is kept, and a person looks before anybody is texted', async (_, parameters, all, why) => {
		const rig = make({ ...FORM, ...parameters }, {});
		for (const one of all) expect((await send(rig, one)).status).toBe(200);
		const items = await run(rig, all.length);
		expect(items.at(-1)).toMatchObject({ delivery: { needsPerson: true, why: expect.stringContaining(why) } });
		expect(JSON.stringify(items)).not.toContain('company_website":"x');
		expect(await text()).toMatchObject({
			state: 'not_sent',
			reasons: [{ code: 'held_for_person', sentence: expect.stringContaining(why) }],
		});
		const [task] = await tasks();
		expect(task).toMatchObject({ kind: 'check_text', title: 'Look at a lead from the website form "Tour page" before it is texted' });
		const clock = { now: () => Date.now() };
		await completeTask({ store: await temp.store(), clock }, task?.id ?? '', { by: 'Dana', note: null });
		expect(await text()).toMatchObject({ state: 'planned' });
	});

	it.each<[string, Record<string, string>]>([
		['in a field that only a field map reads', { phone: '', whatever_7: '512.555.0123' }],
		['in a sentence', { phone: '', message: 'reach me at 512-555-0123 after five' }],
		['in an international spelling', { phone: '+1 (512) 5550123' }],
	])('holds the number %s', async (_, fields) => {
		const rig = make(FORM, {});
		await send(rig, post({ ...fields, company_website: 'x' }));
		await run(rig, 1);
		expect(await text()).toMatchObject({ state: 'not_sent', reasons: [{ code: 'held_for_person' }] });
	});

	it('does not silence a renter who has called: anybody can type that number', async () => {
		const store = await temp.store();
		const rig = make(FORM, {});
		await send(rig, post({ company_website: 'x' }));
		await run(rig, 1);
		expect(await text()).toMatchObject({ state: 'not_sent' });
		await store.texts.receive({
			portfolio: 'main',
			provider: 'pretend',
			providerId: 'SM1',
			line: MAIN_LINE,
			phone: RENTER,
			body: 'Is it open?',
			media: [],
			leadId: null,
			inquiryId: null,
			receivedAt: Date.now(),
		});
		expect(await text()).toMatchObject({ state: 'planned' });
	});

	it('holds once: what a person has decided stands when the workflow is run again', async () => {
		const rig = make(FORM, {}, 'fail first');
		await send(rig, post({ company_website: 'x' }));
		await rig.publish();
		while ((await tasks()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
		await completeTask({ store: await temp.store(), clock: { now: () => Date.now() } }, (await tasks())[0]?.id ?? '', {
			by: 'Dana',
			note: null,
		});
		while (rig.emitted.length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
		expect(await held()).toBeNull();
	}, 20_000);

	it('of a flood is held to the last, with few tasks', async () => {
		const rig = make({ ...FORM, settings: { perForm: 1 } }, {});
		for (let n = 0; n < 30; n++) await send(rig, post({ phone: `512 555 01${String(n + 10)}` }, {}, `203.0.113.${n}`));
		await run(rig, 30);
		expect((await tasks()).map(({ title }) => title).filter((title) => title.startsWith('More than 20')).length).toBe(1);
		expect((await tasks()).length).toBe(21);
		for (const n of [11, 25, 39]) expect(await held(`+151255501${n}`)).not.toBeNull();
	}, 20_000);

	it('that comes faster than people type is not even read', async () => {
		const rig = make(FORM, {});
		const statuses = [];
		for (let n = 0; n < 65; n++) statuses.push((await send(rig, post({ message: `no ${n}` }, {}, '198.51.100.9'))).status);
		expect(new Set(statuses.slice(0, 60))).toEqual(new Set([200]));
		expect(statuses.slice(60)).toEqual([429, 429, 429, 429, 429]);
	}, 20_000);

	describe('with a captcha', () => {
		let server: Server;
		let answer: { status: number; body: string; after?: number };
		const requests: string[] = [];
		beforeAll(async () => {
			server = createServer((request, response) => {
				let body = '';
				request.on('data', (piece: Buffer) => (body += piece.toString()));
				request.on('end', () => {
					requests.push(body);
					const end = () => response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body);
					if (answer.after === undefined) end();
					else setTimeout(end, answer.after).unref();
				});
			});
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		});
		afterAll(() => server.close());
		beforeEach(() => void requests.splice(0));
		const inbox = (onEmit?: 'fail first') =>
			make(
				{ ...FORM, captcha: 'turnstile' },
				{
					leadFormCaptchaApi: {
						secretKey: 'the-secret-key',
						verifyUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
					},
				},
				onEmit,
			);
		let tokens = 0;
		const solved = () => post({ 'cf-turnstile-response': `token-${(tokens += 1)}` });

		it('that a person solved goes through, and neither token nor key is in the item', async () => {
			answer = { status: 200, body: '{"success":true,"error-codes":[]}' };
			const rig = inbox();
			await send(rig, solved());
			const items = await run(rig, 1);
			expect(items).toMatchObject([{ delivery: { needsPerson: false } }]);
			expect(JSON.stringify(items)).not.toMatch(/token-|the-secret-key|turnstile/);
			expect(requests).toEqual([`secret=the-secret-key&response=token-${tokens}`]);
		});

		it.each<[string, { status: number; body: string; after?: number }, string]>([
			[
				'that a program failed',
				{ status: 200, body: '{"success":false,"error-codes":["invalid-input-response"]}' },
				'takes the sender for a program',
			],
			['whose service is ill', { status: 502, body: '<html>' }, 'could not be asked'],
			['whose service does not answer', { status: 200, body: '{"success":true}', after: 8_000 }, 'within 5 seconds'],
			[
				'whose key is wrong',
				{ status: 200, body: '{"success":false,"error-codes":["invalid-input-secret"]}' },
				'does not accept our secret key',
			],
		])(
			'%s is kept, and a person looks',
			async (_, said, why) => {
				answer = said;
				const rig = inbox();
				expect((await send(rig, solved())).status).toBe(200);
				expect(await run(rig, 1)).toMatchObject([{ delivery: { needsPerson: true, why: expect.stringContaining(why) } }]);
				expect(await text()).toMatchObject({ state: 'not_sent', reasons: [{ code: 'held_for_person' }] });
			},
			20_000,
		);

		it('is asked once, also when the workflow is run again', async () => {
			answer = { status: 200, body: '{"success":true}' };
			const rig = inbox('fail first');
			await send(rig, solved());
			await run(rig, 2);
			expect(requests).toHaveLength(1);
			expect(rig.emitted[1]?.json).toMatchObject({ delivery: { needsPerson: false } });
		}, 20_000);

		it('that is missing is doubted without asking', async () => {
			const rig = inbox();
			await send(rig, post());
			expect(await run(rig, 1)).toMatchObject([
				{ delivery: { needsPerson: true, why: expect.stringContaining('cf-turnstile-response') } },
			]);
			expect(requests).toEqual([]);
		});
	});
});
