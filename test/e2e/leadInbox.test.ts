/** The Lead Inbox Trigger on a real n8n: nothing that was answered is lost by a kill; senders, forms and limits as n8n hands them over. */
import { createHmac, randomUUID } from 'node:crypto';
import axios, { type AxiosRequestConfig } from 'axios';
import { LINES } from '../../sandbox/start/company';
import { publishInbox, SECRET, type PublishedInbox } from './support/leadInbox';
import { startRig, type Rig } from './support/rig';
import { eventually } from './support/story';

const LINE = LINES[0]?.phone ?? '';
const proven = { 'Content-Type': 'application/json', 'x-lead-secret': SECRET };

describe('Lead Inbox Trigger on a real n8n', () => {
	let rig: Rig;
	beforeAll(async () => {
		rig = await startRig();
		await rig.installTemplate();
	}, 180_000);
	afterAll(async () => await rig?.stop());

	const post = async (url: string, body: unknown, headers: Record<string, string>, more: AxiosRequestConfig = {}) =>
		await axios.post(url, body, { headers, validateStatus: () => true, maxRedirects: 0, ...more });
	const counts = async ({ consumer }: PublishedInbox) => await rig.store.events.countByState(consumer);
	const allDone = async (inbox: PublishedInbox, many: number) =>
		await eventually(`${many} runs`, async () => (await counts(inbox)).done === many, 60_000);
	const leadsOf = async (phone: string) => await rig.store.leads.findByIdentities('main', [{ kind: 'phone', value: phone }]);
	const number = (n: number) => `+1512555${String(100 + n).padStart(4, '0')}`;

	test('24 forms that were answered are 24 leads after a kill -9 at that very moment', async () => {
		const inbox = await publishInbox(rig, 'Forms and a kill', {});
		const answers = await Promise.all(
			Array.from({ length: 24 }, async (_, n) => await post(inbox.url, { name: `Renter ${n}`, phone: number(n) }, proven)),
		);
		expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 24 }, () => 200));
		await rig.killAndRestart();
		await allDone(inbox, 24);
		for (let n = 0; n < 24; n++) expect(await leadsOf(number(n))).toHaveLength(1);
	}, 180_000);

	test('a delivery that is repeated, also after a restart, runs once', async () => {
		const inbox = await publishInbox(rig, 'Repeats', { sender: 'typeform' });
		const body = JSON.stringify({ event_id: randomUUID(), form_response: { token: 't1', answers: [] } });
		const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('base64')}`;
		for (let time = 0; time < 3; time++)
			expect((await post(inbox.url, body, { 'Content-Type': 'application/json', 'typeform-signature': signature })).status).toBe(200);
		await allDone(inbox, 1);
		expect(
			(await post(inbox.url, body.replace('t1', 't2'), { 'Content-Type': 'application/json', 'typeform-signature': signature }))
				.status,
		).toBe(403);
		expect(await counts(inbox)).toEqual({ waiting: 0, running: 0, done: 1, failed: 0 });
	});

	test('what n8n would not read is kept all the same, byte for byte', async () => {
		const inbox = await publishInbox(rig, 'Odd bodies', {});
		const multipart =
			'--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nAna Ruiz\r\n--b\r\nContent-Disposition: form-data; name="phone"\r\n\r\n512 555 0190\r\n--b--\r\n';
		const sent: [string, string][] = [
			['{"name":"Ana Ruiz\n","phone":"5125550191"', 'application/json'],
			[
				'<adf><prospect><customer><contact><name part="full">Ana Ruiz</name><phone>512-555-0192</phone></contact></customer></prospect></adf>',
				'text/xml',
			],
			['name=Jos%E9+Ruiz&phone=512-555-0193', 'application/x-www-form-urlencoded'],
			[multipart, 'multipart/form-data; boundary=b'],
			['name=Ana&phone=512-555-0194', 'application/octet-stream'],
		];
		for (const [body, type] of sent) expect((await post(inbox.url, body, { ...proven, 'Content-Type': type })).status).toBe(200);
		await allDone(inbox, sent.length);
		for (const last of ['0192', '0193', '0190', '0194']) expect(await leadsOf(`+1512555${last}`)).toHaveLength(1);
		const runs = await rig.session.executions(inbox.workflowId);
		const bodies = runs.flatMap(({ outputs }) =>
			(outputs['Lead Inbox Trigger'] ?? []).flat().map((item) => (item as { body: unknown }).body),
		);
		expect(bodies).toEqual(expect.arrayContaining([sent[0]?.[0], sent[1]?.[0], { name: 'José Ruiz', phone: '512-555-0193' }]));
	});

	test("Meta's question is answered, and each of its leads starts a run", async () => {
		const inbox = await publishInbox(rig, 'Meta', { sender: 'meta' }, { credential: { verifyToken: 'our-own-word' } });
		const ask = async (word: string) =>
			await axios.get(`${inbox.url}?hub.mode=subscribe&hub.verify_token=${word}&hub.challenge=1158201444`, {
				validateStatus: () => true,
			});
		expect(await ask('our-own-word')).toMatchObject({ status: 200, data: 1158201444 });
		expect(await ask('guess')).toMatchObject({ status: 403 });
		const change = (id: string) => ({ field: 'leadgen', value: { leadgen_id: id } });
		const body = JSON.stringify({ object: 'page', entry: [{ id: '1', changes: [change('11'), change('12')] }] });
		const signed = { 'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}` };
		expect((await post(inbox.url, body, { 'Content-Type': 'application/json', ...signed })).status).toBe(200);
		await allDone(inbox, 2);
	});

	test('who proves nothing, or too much, is refused, and leaves nothing', async () => {
		const inbox = await publishInbox(rig, 'Refused', {});
		const gzipped = Buffer.from('H4sIAAAAAAAAA0vKBwBfNE0RAgAAAA==', 'base64');
		const statuses = [
			(await post(inbox.url, { name: 'x' }, {})).status,
			(await post(inbox.url, { name: 'x' }, { 'x-lead-secret': 'a-bad-secret-x' })).status,
			(await post(`${inbox.url}?secret=${SECRET.slice(0, -1)}`, { name: 'x' }, {})).status,
			(await post(inbox.url, 'x'.repeat(2_500_000), { ...proven, 'Content-Type': 'text/plain' })).status,
			(await post(inbox.url, gzipped, { ...proven, 'Content-Encoding': 'gzip' })).status,
		];
		expect(statuses.slice(0, 4)).toEqual([401, 403, 403, 413]);
		expect(statuses[4]).toBeGreaterThanOrEqual(400);
		expect(await counts(inbox)).toMatchObject({ waiting: 0, done: 0 });
	});

	test('a credential that is deleted makes senders repeat, until there is one again', async () => {
		const inbox = await publishInbox(rig, 'Deleted credential', {});
		await rig.session.rest('DELETE', `/rest/credentials/${inbox.credentialId}`);
		// What was read before is remembered for 90 seconds; one that does not fit is asked for anew.
		expect((await post(inbox.url, { name: 'x' }, { 'x-lead-secret': 'a-bad-secret-x' })).status).toBe(503);
		expect(await counts(inbox)).toMatchObject({ waiting: 0, done: 0 });
	});

	describe("a browser's form", () => {
		const origin = LINE === '' ? '' : 'https://www.maple.example';
		const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://www.maple.example' };
		const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();
		let inbox: PublishedInbox;
		beforeAll(async () => {
			const parameters = { sender: 'public_form', allowedOrigins: origin, trap: 'company_website' };
			inbox = await publishInbox(rig, 'Website form', parameters, { textFrom: LINE });
		});

		test('asks first, and is answered; from another page it is refused', async () => {
			const preflight = await axios.options(inbox.url, {
				headers: { Origin: origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' },
			});
			expect([preflight.status, preflight.headers['access-control-allow-origin']]).toEqual([204, origin]);
			const refused = await post(inbox.url, form({ name: 'x' }), { ...headers, Origin: 'https://evil.example' });
			expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([403, 'null']);
		});

		test('is texted; one that fills in the hidden field is a lead, a task and no text', async () => {
			const sent = await post(inbox.url, form({ name: 'Ana Ruiz', phone: '(512) 555-0171' }), headers);
			expect([sent.status, sent.data, sent.headers['access-control-allow-origin']]).toEqual([200, { ok: true }, origin]);
			expect((await post(inbox.url, form({ name: 'Bot Lane', phone: '(512) 555-0172', company_website: 'x' }), headers)).status).toBe(
				200,
			);
			await allDone(inbox, 2);
			await eventually('the text', () => rig.sandbox.messages({ to: '+15125550171' }).length === 1);
			expect(await leadsOf('+15125550172')).toHaveLength(1);
			expect(rig.sandbox.messages({ to: '+15125550172' })).toEqual([]);
			const tasks = await rig.store.tasks.list({ portfolio: 'main', state: 'open', kind: 'check_text', limit: 50 });
			expect(tasks.map(({ title }) => title)).toContain('Look at a lead from the website form before it is texted');
		});

		test('shows a page when a person sends it without a script', async () => {
			const page = await post(inbox.url, form({ name: 'Cy', phone: '(512) 555-0173' }), { ...headers, Accept: 'text/html' });
			expect([page.status, page.headers['content-type'], page.data]).toEqual([
				200,
				expect.stringContaining('text/html'),
				expect.stringContaining('Thank you.'),
			]);
		});
	});
});
