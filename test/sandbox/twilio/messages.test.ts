import { LINE, RENTER, useSandbox } from './support/sandbox';
import { realClient, rest } from './support/client';

// Statuses 20 ms apart, so that their callbacks (each on a connection of its own) arrive in order even on a busy machine.
const { sandbox, app } = useSandbox({ deliverySeconds: 4 });
const path = (): string => `/2010-04-01/Accounts/${sandbox().accountSid}/Messages.json`;
const post = (form: Record<string, string>) => rest(sandbox(), 'POST', path(), { From: LINE, To: RENTER, Body: 'Hi', ...form });

describe('sending a text', () => {
	it('accepts it from the real client and delivers it, with signed callbacks in order', async () => {
		const message = await realClient(sandbox()).messages.create({
			from: LINE,
			to: RENTER,
			body: 'Sorry we missed your call. 👋',
			statusCallback: `${app().url}/delivery?op=7`,
			validityPeriod: 600,
		});
		expect(message).toMatchObject({ status: 'queued', direction: 'outbound-api', numSegments: '1', errorCode: null, price: null });
		const callbacks = await app().waitFor('/delivery', 3);
		expect(callbacks.map((callback) => callback.fields['MessageStatus'])).toEqual(['queued', 'sent', 'delivered']);
		expect(callbacks.every((callback) => callback.genuine && callback.query === '?op=7')).toBe(true);
		expect(callbacks[2]?.fields).toEqual({
			AccountSid: sandbox().accountSid,
			ApiVersion: '2010-04-01',
			From: LINE,
			MessageSid: message.sid,
			MessageStatus: 'delivered',
			RawDlrDoneDate: expect.stringMatching(/^\d{10}$/),
			SmsSid: message.sid,
			SmsStatus: 'delivered',
			To: RENTER,
		});
		expect(sandbox().messages({ to: RENTER })).toMatchObject([
			{ sid: message.sid, status: 'delivered', deliveredAt: expect.any(Number) },
		]);
		expect(sandbox().violations()).toEqual([]);
	});

	it.each<[Record<string, string>, number]>([
		[{ To: '' }, 21604],
		[{ From: '' }, 21603],
		[{ Body: '' }, 21602],
		[{ Body: 'x'.repeat(1601) }, 21617],
		[{ To: '+1512555' }, 21211],
		[{ To: '+266696687' }, 21211],
		[{ To: 'anonymous' }, 21211],
		[{ From: '+15125550199' }, 21606],
		[{ To: LINE }, 21266],
		[{ To: '+4915123456789' }, 21408],
		[{ StatusCallback: '/relative' }, 21609],
		[{ StatusCallback: 'https://my_host.example/x' }, 21609],
		[{ ValidityPeriod: '0' }, 21624],
		[{ ValidityPeriod: '36001' }, 21624],
		[{ MessagingServiceSid: 'MG1' }, 21701],
		[{ To: '+15005550001' }, 21211],
		[{ To: '+15005550002' }, 21612],
		[{ To: '+15005550003' }, 21408],
		[{ To: '+15005550004' }, 21610],
		[{ To: '+15005550009' }, 21614],
		[{ From: '+15005550001' }, 21212],
		[{ From: '+15005550007' }, 21606],
		[{ From: '+15005550008' }, 21611],
	])('refuses %j with %d', async (form, code) => {
		expect(await post(form)).toMatchObject({
			status: 400,
			body: { code, status: 400, message: expect.any(String), more_info: `https://www.twilio.com/docs/errors/${code}` },
		});
		expect(sandbox().messages()).toEqual([]);
	});

	it('takes the magic sender, and never tells about it', async () => {
		const reply = await post({ From: '+15005550006', StatusCallback: `${app().url}/delivery` });
		expect(reply).toMatchObject({ status: 201, body: { status: 'queued' } });
		await post({ StatusCallback: `${app().url}/other` });
		await app().waitFor('/other', 3);
		expect(app().at('/delivery')).toEqual([]);
	});

	it('notes unknown parameters and bodies that are no form', async () => {
		await post({ IdempotencyKey: 'x' });
		expect(sandbox().violations()).toEqual([expect.stringContaining('"IdempotencyKey"')]);
		const json = await fetch(sandbox().url + path(), {
			method: 'POST',
			headers: {
				Authorization: `Basic ${Buffer.from(`${sandbox().accountSid}:${sandbox().authToken}`).toString('base64')}`,
				'Content-Type': 'application/json',
			},
			body: JSON.stringify({ To: RENTER, From: LINE, Body: 'Hi' }),
		});
		expect(await json.json()).toMatchObject({ code: 21604 });
		expect(sandbox().violations()[1]).toContain('application/json');
	});

	it('reports a landline as undelivered', async () => {
		sandbox().setLineType(RENTER, 'landline');
		await post({ StatusCallback: `${app().url}/delivery` });
		const callbacks = await app().waitFor('/delivery', 3);
		expect(callbacks.at(-1)?.fields).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '30006' });
		expect(sandbox().messages()[0]).toMatchObject({ status: 'undelivered', errorCode: 30006, deliveredAt: null });
	});
});

describe('listing texts', () => {
	it('filters, pages and keeps pages steady while texts arrive', async () => {
		for (const body of ['1', '2', '3', '4', '5']) await post({ Body: body });
		await post({ To: '+15125550124', Body: 'other' });
		const client = realClient(sandbox());
		const all = await client.messages.list({ to: RENTER, from: LINE, pageSize: 2 });
		expect(all.map((message) => message.body)).toEqual(['5', '4', '3', '2', '1']);
		const first = await rest(sandbox(), 'GET', `${path()}?To=${encodeURIComponent(RENTER)}&PageSize=2`);
		expect(first.body).toMatchObject({ page: 0, page_size: 2, previous_page_uri: null });
		await post({ Body: '6' });
		const second = await rest(sandbox(), 'GET', String(first.body['next_page_uri']));
		expect((second.body['messages'] as Array<{ body: string }>).map((message) => message.body)).toEqual(['3', '2']);
		const third = await rest(sandbox(), 'GET', String(second.body['next_page_uri']));
		expect(third.body['next_page_uri']).toBeNull();
	});

	it('leaves texts that have not left out of a DateSent filter', async () => {
		await sandbox().sendText({ from: RENTER, to: LINE, body: 'hello' });
		await post({ From: '+15005550006' });
		const today = new Date().toISOString().slice(0, 10);
		const list = async (query: string): Promise<number> =>
			((await rest(sandbox(), 'GET', `${path()}?${query}`)).body['messages'] as unknown[]).length;
		expect(await list('')).toBe(2);
		expect(await list(`DateSent=${today}`)).toBe(1);
		expect(await list(`DateSent%3E=${today}`)).toBe(1);
		expect(await list('DateSent=2020-01-01')).toBe(0);
	});
});

describe('faults', () => {
	it.each([
		['rate_limited', 429, 20429, 0],
		['server_error', 500, 20500, 0],
		['error_after_accept', 503, 20503, 1],
	] as const)('%s answers %d', async (kind, status, code, stored) => {
		sandbox().failMessages({ kind });
		expect(await post({})).toMatchObject({ status, body: { code } });
		expect(sandbox().messages()).toHaveLength(stored);
		expect((await post({})).status).toBe(201);
	});

	it('refuses with any code, as often as asked', async () => {
		sandbox().failMessages({ kind: 'refuse', code: 21611, times: 2 });
		expect(await post({})).toMatchObject({ body: { code: 21611 } });
		expect(await post({})).toMatchObject({ body: { code: 21611 } });
		expect((await post({})).status).toBe(201);
	});

	it.each([
		['hang', 0],
		['hang_after_accept', 1],
	] as const)('%s leaves the client waiting', async (kind, stored) => {
		sandbox().failMessages({ kind });
		const impatient = fetch(sandbox().url + path(), {
			method: 'POST',
			headers: { Authorization: `Basic ${Buffer.from(`${sandbox().accountSid}:${sandbox().authToken}`).toString('base64')}` },
			body: new URLSearchParams({ From: LINE, To: RENTER, Body: 'Hi' }),
			signal: AbortSignal.timeout(100),
		});
		await expect(impatient).rejects.toThrow();
		expect(sandbox().messages()).toHaveLength(stored);
	});

	it.each([
		[30003, ['queued', 'sent', 'undelivered']],
		[30007, ['queued', 'sent', 'undelivered']],
		[30022, ['queued', 'failed']],
	])('reports %d after %j', async (code, statuses) => {
		sandbox().failMessages({ kind: 'undelivered', code });
		await post({ StatusCallback: `${app().url}/delivery` });
		expect(await sandbox().waitForMessage((message) => message.status === statuses.at(-1))).toMatchObject({ errorCode: code });
		const callbacks = await app().waitFor('/delivery', statuses.length);
		expect(callbacks.map((callback) => callback.fields['MessageStatus'])).toEqual(statuses);
	});

	it('loses, repeats and delays delivery callbacks', async () => {
		sandbox().failCallbacks({ on: 'message_status', kind: 'drop' });
		sandbox().failCallbacks({ on: 'message_status', kind: 'delay', amount: 120 });
		sandbox().failCallbacks({ on: 'message_status', kind: 'duplicate', amount: 3 });
		await post({ StatusCallback: `${app().url}/delivery` });
		const callbacks = await app().waitFor('/delivery', 4);
		expect(callbacks.map((callback) => callback.fields['MessageStatus'])).toEqual(['delivered', 'delivered', 'delivered', 'sent']);
	});
});

describe('texts from renters', () => {
	it('are posted to the number with their fields, signed', async () => {
		await sandbox().sendText({ from: RENTER, to: LINE, body: ' Is the 2BR available? 😀 ' });
		expect(app().at('/sms')).toHaveLength(1);
		expect(app().received[0]).toMatchObject({
			genuine: true,
			fields: {
				Body: ' Is the 2BR available? 😀 ',
				From: RENTER,
				To: LINE,
				NumMedia: '0',
				NumSegments: '1',
				SmsStatus: 'received',
				MessageSid: expect.stringMatching(/^SM/),
			},
		});
		expect(app().received[0]?.fields).not.toHaveProperty('OptOutType');
	});

	it.each([
		['text/xml', '<Response><Message>Yes!</Message></Response>', ['Yes!']],
		['text/xml', '<Response/>', []],
		['text/plain', 'OK', ['OK']],
	])('may be answered with %s %s', async (type, body, answers) => {
		app().on('/sms', { type, body });
		await sandbox().sendText({ from: RENTER, to: LINE, body: 'hello' });
		expect(
			sandbox()
				.messages({ direction: 'outbound-reply' })
				.map((message) => message.body),
		).toEqual(answers);
	});

	it.each(['STOP', 'stop', ' Cancel ', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'UNSUBSCRIBE', 'STOPALL'])(
		'%j blocks later texts; START lifts it',
		async (word) => {
			await sandbox().sendText({ from: RENTER, to: LINE, body: word });
			expect(await post({})).toMatchObject({ status: 400, body: { code: 21610 } });
			expect((await post({ To: '+15125550124' })).status).toBe(201);
			expect(app().at('/sms')).toHaveLength(1);
			expect(sandbox().messages({ direction: 'outbound-reply' })).toHaveLength(1);
			await sandbox().sendText({ from: RENTER, to: LINE, body: 'Start' });
			expect((await post({})).status).toBe(201);
		},
	);

	it.each(['please stop', 'stop.', 'opt out', 'no'])('%j is no keyword', async (words) => {
		await sandbox().sendText({ from: RENTER, to: LINE, body: words });
		expect((await post({})).status).toBe(201);
	});

	it('go to the fallback when the app fails', async () => {
		sandbox().addNumber({ phone: LINE, smsUrl: `${app().url}/broken`, smsFallbackUrl: `${app().url}/spare` });
		app().on('/broken', { status: 500 });
		await sandbox().sendText({ from: RENTER, to: LINE, body: 'hello' });
		expect(app().at('/spare')[0]?.fields).toMatchObject({ ErrorCode: '11200', ErrorUrl: `${app().url}/broken`, Body: 'hello' });
		expect(sandbox().alerts()).toHaveLength(1);
	});
});
