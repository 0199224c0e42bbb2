import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { sendWebhook, WebhookFailure } from '../../../sandbox/twilio/webhooks/send';
import { PretendApp } from './support/app';

const TOKEN = 'token-of-the-account';
const app = new PretendApp(() => TOKEN);
const never = new AbortController().signal;

const send = (url: string, method = 'POST', fields: Record<string, string> = { CallSid: 'CA1', Body: ' a & b 😀 ' }) =>
	sendWebhook({ url, method, fields }, TOKEN, never);

beforeAll(() => app.start());
beforeEach(() => app.reset());
afterAll(() => app.stop());

describe('sending a webhook', () => {
	it('posts a signed form as Twilio does', async () => {
		await send(`${app.url}/hook?op=1`);
		const [request] = app.received;
		expect(request).toMatchObject({ method: 'POST', query: '?op=1', genuine: true, fields: { CallSid: 'CA1', Body: ' a & b 😀 ' } });
		expect(request?.headers).toMatchObject({
			'user-agent': 'TwilioProxy/1.1',
			'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
		});
	});

	it('puts the fields of a GET into the query and signs that', async () => {
		await send(`${app.url}/hook?op=1`, 'GET');
		expect(app.received[0]).toMatchObject({ method: 'GET', fields: {}, genuine: true });
		expect(new URLSearchParams(app.received[0]?.query).get('Body')).toBe(' a & b 😀 ');
	});

	it('does not send the fragment with connection overrides', async () => {
		await send(`${app.url}/hook?op=1#rc=2&rp=5xx`);
		expect(app.received[0]).toMatchObject({ query: '?op=1', genuine: true });
	});

	it('does not retry an error answer by itself, but does when the fragment says so', async () => {
		app.on('/hook', { status: 503 });
		expect((await send(`${app.url}/hook`)).status).toBe(503);
		expect(app.received).toHaveLength(1);
		app.reset();
		app.on('/hook', { status: 503 });
		await send(`${app.url}/hook#rc=2&rp=5xx`);
		expect(app.received).toHaveLength(3);
		expect(new Set(app.received.map((request) => request.headers['i-twilio-idempotency-token'])).size).toBe(1);
	});

	it('gives up on an app that does not answer', async () => {
		app.on('/hook', { hang: true });
		await expect(send(`${app.url}/hook#rt=150`)).rejects.toMatchObject({ code: 11200 });
		expect(app.received).toHaveLength(1);
	});

	it('tries once more when there is no connection, then fails with 11205', async () => {
		const closed = createServer();
		await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
		const { port } = closed.address() as AddressInfo;
		await new Promise((resolve) => closed.close(resolve));
		await expect(send(`http://127.0.0.1:${port}/hook`)).rejects.toMatchObject({ code: 11205 });
	});

	it('follows redirects, with a signature for each address, but not for ever', async () => {
		app.on('/old', { status: 307, headers: { Location: '/new' } });
		app.on('/loop', { status: 302, headers: { Location: '/loop' } });
		const reply = await send(`${app.url}/old`);
		expect(reply.url).toBe(`${app.url}/new`);
		expect(app.received.map(({ path, genuine, fields }) => [path, genuine, fields['CallSid']])).toEqual([
			['/old', true, 'CA1'],
			['/new', true, 'CA1'],
		]);
		await expect(send(`${app.url}/loop`)).rejects.toMatchObject({ code: 11215 });
		expect(app.at('/loop')).toHaveLength(11);
	});

	it('refuses an address that is not absolute', async () => {
		await expect(send('/webhook/x')).rejects.toThrow(WebhookFailure);
	});
});
