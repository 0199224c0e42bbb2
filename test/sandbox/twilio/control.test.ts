import { request } from 'node:http';
import { startTwilioSandbox } from '../../../sandbox/twilio/index';
import { ANA, LINE, RENTER, useSandbox } from './support/sandbox';

const { sandbox, app } = useSandbox();

interface State {
	lines: Array<{ phone: string; label: string; voiceUrlSet: boolean }>;
	staff: Array<{ phone: string; name: string; behaviour: { kind: string }; ringing: boolean; onCall: boolean }>;
	calls: Array<{ sid: string; status: string; listening: string; expects: string; endedAt: number | null; log: unknown[] }>;
	messages: Array<{ body: string; direction: string }>;
}

const state = async (): Promise<State> => (await (await fetch(`${sandbox().url}/sandbox/state`)).json()) as State;

async function post(path: string, body: unknown = {}): Promise<{ status: number; body: Record<string, unknown> }> {
	const response = await fetch(`${sandbox().url}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
	return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** Resolves with the state as soon as it fits; looks again at every event of the sandbox. */
function stateWhere(fits: (state: State) => boolean): Promise<State> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => void state().then((now) => reject(new Error(JSON.stringify(now)))), 4000);
		const look = (): void =>
			void state().then((now) => {
				if (!fits(now)) return;
				clearTimeout(timer);
				unsubscribe();
				resolve(now);
			});
		const unsubscribe = sandbox().onEvent(look);
		look();
	});
}

const expecting = (what: string) => stateWhere((now) => now.calls[0]?.expects === what);

describe('the pretend phone’s API', () => {
	it('shows lines, staff, calls and texts', async () => {
		sandbox().setStaff(ANA, { kind: 'ignore' }, 'Ana');
		await sandbox().sendText({ from: RENTER, to: LINE, body: 'hello' });
		expect(await state()).toMatchObject({
			lines: expect.arrayContaining([{ phone: LINE, label: '(512) 555-0100', voiceUrlSet: true }]),
			staff: [{ phone: ANA, name: 'Ana', behaviour: { kind: 'ignore' }, ringing: false, onCall: false }],
			calls: [],
			messages: [{ body: 'hello', direction: 'inbound', from: RENTER, to: LINE, status: 'received' }],
		});
	});

	it('lets a person call, press keys, leave a voicemail and hang up', async () => {
		app().on('/voice', '<Response><Gather numDigits="1" action="/menu"><Say>Press one for leasing.</Say></Gather></Response>');
		app().on('/menu', '<Response><Record action="/recorded" maxLength="60"/></Response>');
		const placed = await post('calls', { to: LINE, from: RENTER, interactive: true });
		expect(placed.status).toBe(201);
		const sid = String(placed.body['sid']);
		expect((await expecting('gather')).calls[0]).toMatchObject({ sid, status: 'in-progress', listening: 'Press one for leasing.' });
		await post(`calls/${sid}/keys`, { digits: '1' });
		await expecting('record');
		expect(app().at('/menu')[0]?.fields).toMatchObject({ Digits: '1' });
		await post(`calls/${sid}/say`, { text: 'Hello I would like to see the two bedroom apartment' });
		await post(`calls/${sid}/hangup`);
		const [recorded] = await app().waitFor('/recorded');
		expect(recorded?.fields).toMatchObject({ RecordingDuration: '4', Digits: 'hangup' });
		await app().waitFor('/status');
		expect((await state()).calls[0]).toMatchObject({ status: 'completed', expects: 'nothing', endedAt: expect.any(Number) });
		expect(await post(`calls/${sid}/hangup`)).toMatchObject({ status: 409, body: { error: 'The call is over.' } });
	});

	it('lets a key end the recording', async () => {
		app().on('/voice', '<Response><Record action="/recorded" finishOnKey="#"/></Response>');
		const { body } = await post('calls', { to: LINE, from: RENTER, interactive: true });
		await expecting('record');
		await post(`calls/${String(body['sid'])}/say`, { text: 'one two three four five' });
		await post(`calls/${String(body['sid'])}/keys`, { digits: '#' });
		expect((await app().waitFor('/recorded'))[0]?.fields).toMatchObject({ Digits: '#', CallStatus: 'in-progress' });
	});

	it('lets a person be the staff phone: answer, press, hang up', async () => {
		await post(`staff/${encodeURIComponent(ANA)}`, { behaviour: { kind: 'manual' }, name: 'Ana' });
		app().on(
			'/voice',
			`<Response><Dial answerOnBridge="true" timeout="600" action="/dialed"><Number url="/whisper">${ANA}</Number></Dial></Response>`,
		);
		app().on('/whisper', '<Response><Gather numDigits="1" timeout="600" action="/accept"/><Hangup/></Response>');
		const placed = sandbox().placeCall({ to: LINE, from: RENTER });
		await stateWhere((now) => now.staff[0]?.ringing === true);
		expect(await post(`staff/${ANA}/press`, { digit: '1' })).toMatchObject({ status: 409 });
		await post(`staff/${ANA}/answer`);
		await stateWhere((now) => now.staff[0]?.onCall === true && JSON.stringify(now.calls[0]?.log).includes('<Gather>'));
		await post(`staff/${ANA}/press`, { digit: '1' });
		await stateWhere((now) => now.calls[0]?.listening === '[talking to Ana]');
		await post(`staff/${ANA}/hangup`);
		await placed.ended;
		expect(app().at('/dialed')[0]?.fields).toMatchObject({ DialBridged: 'true', DialCallStatus: 'completed' });
		expect((await state()).staff[0]).toMatchObject({ ringing: false, onCall: false });
	});

	it('lets a person decline', async () => {
		app().on('/voice', `<Response><Dial timeout="600" action="/dialed">${ANA}</Dial></Response>`);
		const placed = sandbox().placeCall({ to: LINE, from: RENTER });
		await stateWhere((now) => now.staff[0]?.ringing === true);
		await post(`staff/${ANA}/decline`);
		await placed.ended;
		expect(app().at('/dialed')[0]?.fields).toMatchObject({ DialCallStatus: 'busy' });
	});

	it('takes texts and faults', async () => {
		expect(await post('texts', { from: RENTER, to: LINE, body: 'hi' })).toMatchObject({
			status: 201,
			body: { body: 'hi', status: 'received' },
		});
		expect(await post('faults', { callbacks: { on: 'call_status', kind: 'drop' } })).toMatchObject({ status: 200 });
		const placed = sandbox().placeCall({ to: LINE, from: RENTER });
		await placed.ended;
		expect(app().paths()).toEqual(['/sms', '/voice']);
	});

	it.each<[string, unknown, number, string]>([
		['calls', { from: RENTER }, 400, '"to"'],
		['calls', { from: RENTER, to: '+15125550190' }, 404, 'not a number of the account'],
		['calls/CA1/hangup', {}, 404, 'no call CA1'],
		[`staff/${ANA}`, { behaviour: { kind: 'sleepy' } }, 400, 'behaviour.kind'],
		[`staff/${ANA}/answer`, {}, 409, 'does not ring'],
		['texts', { from: RENTER, to: LINE }, 400, '"body"'],
		['faults', { messages: { kind: 'x' } }, 400, 'messages.kind'],
		['nothing', {}, 404, 'There is no POST'],
	])('says what is wrong with %s %j', async (path, body, status, sentence) => {
		expect(await post(path, body)).toEqual({ status, body: { error: expect.stringContaining(sentence) } });
	});
});

describe('events', () => {
	it('tell the page that something changed', async () => {
		const stream = await fetch(`${sandbox().url}/sandbox/events`);
		expect(stream.headers.get('content-type')).toContain('text/event-stream');
		const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
		let seen = '';
		await sandbox().sendText({ from: RENTER, to: LINE, body: 'hello' });
		while (reader !== undefined && !seen.includes('"kind":"text"')) seen += (await reader.read()).value ?? '';
		expect(seen).toMatch(/data: \{"kind":"text","at":\d+\}\n\n/);
		await reader?.cancel();
	});
});

describe('the page', () => {
	it.each(['/', '/phone'])('%s leads to it', async (path) => {
		const response = await fetch(sandbox().url + path, { redirect: 'manual' });
		expect([response.status, response.headers.get('location')]).toEqual([302, '/phone/']);
	});

	it.each([
		'/phone/../contract.ts',
		'/phone/..%2fREADME.md',
		'/phone/..%2f..%2f..%2fjest.config.js',
		'/phone/../../../jest.config.js',
		'/phone/%2e%2e/contract.ts',
		'/phone/nothing.js',
	])('%s is not to be had', async (path) => {
		// fetch() would tidy the path up before sending it.
		const status = await new Promise((resolve, reject) => {
			const { port } = new URL(sandbox().url);
			request({ host: '127.0.0.1', port, path }, (response) => {
				response.resume();
				resolve(response.statusCode);
			})
				.on('error', reject)
				.end();
		});
		expect(status).toBe(404);
	});
});

describe('closing and resetting', () => {
	it('ends at once with calls, streams and hanging requests open', async () => {
		const own = await startTwilioSandbox();
		own.addNumber({ phone: LINE, voiceUrl: `${app().url}/voice`, statusCallback: `${app().url}/status` });
		own.failMessages({ kind: 'hang' });
		const placed = own.placeCall({ to: LINE, from: RENTER });
		app().on('/voice', `<Response><Dial>${ANA}</Dial></Response>`);
		const stream = await fetch(`${own.url}/sandbox/events`);
		await app().waitFor('/voice');
		const begun = Date.now();
		await own.close();
		await placed.ended;
		await expect(stream.text()).rejects.toThrow();
		expect(Date.now() - begun).toBeLessThan(500);
		expect(app().at('/status')).toEqual([]);
	});

	it('forgets everything but the numbers', async () => {
		sandbox().setStaff(ANA, { kind: 'busy' });
		await sandbox().sendText({ from: RENTER, to: LINE, body: 'STOP' });
		const placed = sandbox().placeCall({ to: LINE, from: RENTER });
		sandbox().reset();
		await placed.ended;
		expect(await state()).toMatchObject({ staff: [], calls: [], messages: [] });
		expect((await state()).lines.map((line) => line.phone)).toContain(LINE);
		expect([sandbox().violations(), sandbox().alerts()]).toEqual([[], []]);
	});
});
