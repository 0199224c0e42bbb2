import { realClient } from './support/client';
import { useCalls } from './support/calls';
import { LINE, RENTER } from './support/sandbox';

const { sandbox, app, appRings, call, callUntil, status } = useCalls();

describe('voicemail', () => {
	const greeting = (attributes = ''): string =>
		`<Response><Say>Please leave a message.</Say><Record maxLength="90" action="/recorded" recordingStatusCallback="/recording" recordingStatusCallbackEvent="completed absent" transcribeCallback="/transcript" ${attributes}/><Say>Nothing recorded.</Say></Response>`;

	it('is recorded, announced and transcribed', async () => {
		appRings({ then: greeting('transcribe="true"') });
		const placed = await call({ voicemail: { seconds: 12, transcript: 'Do you have a two bedroom?' } });
		await app().waitFor('/transcript');
		expect(app().at('/recorded')[0]?.fields).toMatchObject({ RecordingDuration: '12', Digits: 'hangup', CallStatus: 'completed' });
		const recording = app().at('/recording')[0]?.fields;
		expect(recording).toMatchObject({
			CallSid: placed.sid,
			RecordingSid: expect.stringMatching(/^RE/),
			RecordingStatus: 'completed',
			RecordingDuration: '12',
			RecordingChannels: '1',
			RecordingSource: 'RecordVerb',
		});
		expect(app().at('/transcript')[0]?.fields).toMatchObject({
			RecordingSid: recording?.['RecordingSid'],
			TranscriptionStatus: 'completed',
			TranscriptionText: 'Do you have a two bedroom?',
		});
		expect(app().received.every((request) => request.genuine)).toBe(true);
		expect(status()).toMatchObject({ CallStatus: 'completed' });
		const login = {
			headers: { Authorization: `Basic ${Buffer.from(`${sandbox().apiKeySid}:${sandbox().apiKeySecret}`).toString('base64')}` },
		};
		const url = String(recording?.['RecordingUrl']);
		expect((await fetch(`${url}.mp3`)).status).toBe(401);
		const file = await fetch(`${url}.mp3`, login);
		expect(file.headers.get('content-type')).toBe('audio/mpeg');
		expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
		expect((await fetch(`${url}.wav`, login)).headers.get('content-type')).toBe('audio/x-wav');
		expect((await realClient(sandbox()).recordings.list({ callSid: placed.sid })).map((found) => found.duration)).toEqual(['12']);
	});

	it('is absent when the caller hangs up at the beep', async () => {
		appRings({ then: greeting() });
		await call();
		expect(await app().waitFor('/recording')).toMatchObject([{ fields: { RecordingStatus: 'absent' } }]);
		expect(app().at('/recording')[0]?.fields).not.toHaveProperty('RecordingDuration');
		expect(app().at('/recorded')).toEqual([]);
	});

	it('is cut at its longest, and then the action’s reply goes on', async () => {
		app().on('/voice', '<Response><Record maxLength="5" action="/recorded"/></Response>');
		app().on('/recorded', '<Response><Say>Thank you.</Say></Response>');
		const placed = await call({ voicemail: { seconds: 30 } });
		expect(app().at('/recorded')[0]?.fields).toMatchObject({ RecordingDuration: '5', CallStatus: 'in-progress' });
		expect(placed.log().map((entry) => entry.text)).toContain('The caller hears: Thank you.');
	});
});

describe('other verbs', () => {
	it.each(['rejected', 'busy'])('Reject (%s) as the first verb: busy, never answered', async (reason) => {
		app().on('/voice', `<Response><Reject reason="${reason}"/></Response>`);
		await call();
		expect(app().paths()).toEqual(['/voice', '/status']);
		expect(status()).toMatchObject({ CallStatus: 'busy', CallDuration: '0' });
	});

	it.each([
		['an empty response', '<Response/>'],
		['Hangup', '<Response><Hangup/></Response>'],
		['Say', '<Response><Say>Hello</Say></Response>'],
		['Reject after Say', '<Response><Say>Hello</Say><Reject/></Response>'],
		['Play and Pause', '<Response><Play>https://a.example/a.mp3</Play><Pause length="2"/></Response>'],
	])('%s answers the call: completed', async (_name, twiml) => {
		app().on('/voice', twiml);
		await call();
		expect(status()).toMatchObject({ CallStatus: 'completed' });
	});

	it('Gather passes keys and words, and falls through without', async () => {
		app().on('/voice', '<Response><Gather numDigits="1" action="/menu"><Say>Press 1</Say></Gather><Say>No input.</Say></Response>');
		app().on('/menu', '<Response><Gather input="speech" action="/said"/></Response>');
		await call({ gather: ['1', 'There is a fire'] });
		expect(app().at('/menu')[0]?.fields).toMatchObject({ Digits: '1' });
		expect(app().at('/said')[0]?.fields).toMatchObject({ SpeechResult: 'There is a fire', Confidence: '0.9' });
		const silent = await call();
		expect(silent.log().map((entry) => entry.text)).toContain('The caller hears: No input.');
	});

	it('Gather asks its action even without input when told to', async () => {
		app().on('/voice', '<Response><Gather action="/menu" actionOnEmptyResult="true"/></Response>');
		await call();
		expect(app().at('/menu')[0]?.fields).not.toHaveProperty('Digits');
	});

	it('Redirect fetches the next document, relative to the last', async () => {
		app().on('/voice', '<Response><Redirect method="GET">sub/next?x=1</Redirect><Say>Never</Say></Response>');
		await call();
		expect(app().received[1]).toMatchObject({ path: '/sub/next', method: 'GET', genuine: true });
	});

	it('stops a redirect loop', async () => {
		app().on('/voice', '<Response><Redirect>/voice</Redirect></Response>');
		await call();
		expect(app().at('/voice').length).toBeLessThan(110);
		expect(sandbox().alerts()).toEqual([expect.stringContaining('redirect loop')]);
	});

	it('Enqueue tells its action when the caller gives up', async () => {
		app().on('/voice', '<Response><Enqueue action="/queue" waitUrl="/music">leasing</Enqueue></Response>');
		app().on('/music', '<Response><Play>https://a.example/music.mp3</Play></Response>');
		await callUntil('[waiting in the queue]');
		expect(app().at('/queue')[0]?.fields).toMatchObject({
			QueueResult: 'hangup',
			QueueSid: expect.stringMatching(/^QU/),
			CallStatus: 'completed',
		});
		app().on('/music', '<Response><Leave/></Response>');
		await call();
		expect(app().at('/queue')[1]?.fields).toMatchObject({ QueueResult: 'leave' });
	});
});

describe('an app that fails', () => {
	it.each<[string, Parameters<ReturnType<typeof app>['on']>[1], string]>([
		['answers 500', { status: 500 }, '11200'],
		['answers JSON', { type: 'application/json', body: '{}' }, '12300'],
		['answers broken XML', '<Response><Say>', '12100'],
	])('%s: the fallback takes the call', async (_name, answer, code) => {
		sandbox().addNumber({
			phone: LINE,
			voiceUrl: `${app().url}/voice`,
			voiceFallbackUrl: `${app().url}/spare`,
			statusCallback: `${app().url}/status`,
		});
		app().on('/voice', answer);
		app().on('/spare', '<Response><Reject/></Response>');
		await call();
		expect(app().at('/spare')[0]?.fields).toMatchObject({ ErrorCode: code, ErrorUrl: `${app().url}/voice` });
		expect(status()).toMatchObject({ CallStatus: 'busy' });
		expect(sandbox().alerts()).toEqual([expect.stringContaining(code)]);
	});

	it('without a fallback the caller hears an apology', async () => {
		app().on('/voice', { status: 404 });
		const placed = await call();
		expect(placed.log()).toContainEqual(
			expect.objectContaining({ kind: 'warning', text: expect.stringContaining('Application error') }),
		);
		expect(status()).toMatchObject({ CallStatus: 'completed' });
	});

	it('a number without VoiceUrl apologises, too', async () => {
		sandbox().addNumber({ phone: LINE, statusCallback: `${app().url}/status` });
		await call();
		expect(app().paths()).toEqual(['/status']);
	});

	it('does not let a number be called that is not ours', () => {
		expect(() => sandbox().placeCall({ to: '+15125550190', from: RENTER })).toThrow('not a number of the account');
	});
});
