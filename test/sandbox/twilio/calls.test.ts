import twilio from 'twilio';
import type { PlaceCall, StaffBehaviour } from '../../../sandbox/twilio/contract';
import { realClient } from './support/client';
import { ANA, BEN, LINE, RENTER, useSandbox } from './support/sandbox';

const { sandbox, app } = useSandbox();

interface Ring {
	to?: string[];
	sequential?: boolean;
	screening?: boolean;
	answerOnBridge?: boolean;
	/** TwiML that answers the Dial action. */
	then?: string;
}

/** The app rings staff, the way the product does it, with TwiML written by the `twilio` package. */
function appRings({ to = [ANA], sequential = false, screening = false, answerOnBridge = true, then = '<Response><Hangup/></Response>' }: Ring = {}): void {
	const voice = new twilio.twiml.VoiceResponse();
	const dial = voice.dial({ answerOnBridge, timeout: 18, sequential, action: '/dialed?op=1' });
	for (const phone of to) dial.number(screening ? { url: '/whisper' } : {}, phone);
	voice.say('This must never be heard.');
	app().on('/voice', voice.toString());
	app().on('/dialed', then);
	const whisper = new twilio.twiml.VoiceResponse();
	whisper.gather({ numDigits: 1, timeout: 5, action: '/accept' }).say('Leasing call. Press 1 to take it.');
	whisper.hangup();
	app().on('/whisper', whisper.toString());
	app().on('/accept', ({ fields }) => (fields['Digits'] === '1' ? '<Response/>' : '<Response><Hangup/></Response>'));
}

async function call(place: Partial<PlaceCall> = {}) {
	const placed = sandbox().placeCall({ to: LINE, from: RENTER, ...place });
	await placed.ended;
	expect(sandbox().violations()).toEqual([]);
	return placed;
}

/** A call whose caller hangs up as soon as something is in its log; nothing depends on how fast the app answers. */
async function callUntil(text: string, place: Partial<PlaceCall> = {}) {
	const placed = sandbox().placeCall({ to: LINE, from: RENTER, ...place });
	const unsubscribe = sandbox().onEvent(() => {
		if (placed.log().some((entry) => entry.text.includes(text))) placed.hangUp();
	});
	await placed.ended;
	unsubscribe();
	expect(sandbox().violations()).toEqual([]);
	return placed;
}

const RINGING = `${ANA}: ringing`;
const dialed = () => app().at('/dialed')[0]?.fields;
const status = () => app().at('/status')[0]?.fields;

describe('the first webhook', () => {
	it('carries the documented fields and a genuine signature', async () => {
		const placed = await call();
		const first = app().received[0];
		expect(first).toMatchObject({ path: '/voice', method: 'POST', genuine: true });
		expect(first?.fields).toMatchObject({
			AccountSid: sandbox().accountSid,
			ApiVersion: '2010-04-01',
			CallSid: placed.sid,
			CallStatus: 'ringing',
			Called: LINE,
			Caller: RENTER,
			Direction: 'inbound',
			From: RENTER,
			FromCity: 'AUSTIN',
			FromState: 'TX',
			StirVerstat: 'TN-Validation-Passed-A',
			To: LINE,
			ToCountry: 'US',
		});
		for (const absent of ['ParentCallSid', 'ForwardedFrom', 'CallerName']) expect(first?.fields).not.toHaveProperty(absent);
		expect(app().received.every((request) => request.genuine)).toBe(true);
	});

	it('adds what only some calls have, and passes a withheld caller as it comes', async () => {
		sandbox().addNumber({ phone: LINE, voiceUrl: `${app().url}/voice`, callerIdLookup: true });
		await call({ from: '+266696687', forwardedFrom: '+15125550177', callerName: 'ANONYMOUS' });
		expect(app().received[0]?.fields).toMatchObject({
			From: '+266696687',
			FromCity: '',
			FromCountry: '',
			ForwardedFrom: '+15125550177',
			CallerName: 'ANONYMOUS',
			StirVerstat: 'No-TN-Validation',
		});
	});

	it('is a GET with a signed query when the number says so', async () => {
		await realClient(sandbox()).incomingPhoneNumbers(String(sandbox().number(LINE)['sid'])).update({ voiceMethod: 'GET' });
		const placed = await call();
		expect(app().received[0]).toMatchObject({ method: 'GET', genuine: true, fields: {} });
		expect(new URLSearchParams(app().received[0]?.query).get('CallSid')).toBe(placed.sid);
	});
});

describe('ringing staff', () => {
	const outcomes: Array<[string, StaffBehaviour, Record<string, string>, string[]]> = [
		['rings out', { kind: 'ignore' }, { DialCallStatus: 'no-answer', DialBridged: 'false' }, ['no-answer']],
		['is busy', { kind: 'busy' }, { DialCallStatus: 'busy', DialBridged: 'false' }, ['busy']],
		['declines', { kind: 'decline' }, { DialCallStatus: 'busy', DialBridged: 'false' }, ['busy']],
		['does not exist', { kind: 'invalid' }, { DialCallStatus: 'failed', DialBridged: 'false' }, ['failed']],
	];

	it.each(outcomes)('a phone that %s: not bridged, the caller was never answered', async (_name, behaviour, fields, legs) => {
		sandbox().setStaff(ANA, behaviour);
		appRings();
		const placed = await call();
		expect(app().paths()).toEqual(['/voice', '/dialed', '/status']);
		expect(dialed()).toMatchObject({ ...fields, CallSid: placed.sid, CallStatus: 'ringing', DialCallSid: expect.stringMatching(/^CA[0-9a-f]{32}$/) });
		expect(app().at('/dialed')[0]?.query).toBe('?op=1');
		expect(dialed()).not.toHaveProperty('DialCallDuration');
		expect(status()).toMatchObject({ CallSid: placed.sid, CallStatus: 'no-answer', CallDuration: '0', SequenceNumber: '0', CallbackSource: 'call-progress-events' });
		expect(placed.status()).toBe('no-answer');
		const children = await realClient(sandbox()).calls.list({ parentCallSid: placed.sid });
		expect(children.map((leg) => leg.status)).toEqual(legs);
		expect(children[0]).toMatchObject({ sid: dialed()?.['DialCallSid'], to: ANA, duration: null });
	});

	it('an answered call is bridged, and the talk has a length', async () => {
		sandbox().setStaff(ANA, { kind: 'answer', talkSeconds: 20 });
		appRings();
		const placed = await call();
		expect(dialed()).toMatchObject({ DialCallStatus: 'completed', DialBridged: 'true', CallStatus: 'in-progress' });
		expect(Number(dialed()?.['DialCallDuration'])).toBeGreaterThanOrEqual(20);
		expect(status()).toMatchObject({ CallStatus: 'completed' });
		expect(Number(status()?.['CallDuration'])).toBeGreaterThanOrEqual(20);
		expect(JSON.stringify(placed.log())).not.toContain('never be heard');
	});

	it('a missed call reads completed once the reply to the action speaks', async () => {
		appRings({ then: '<Response><Say>Sorry, we will text you.</Say></Response>' });
		const placed = await call();
		expect(dialed()).toMatchObject({ DialCallStatus: 'no-answer' });
		expect(status()).toMatchObject({ CallStatus: 'completed' });
		expect(placed.log().map((entry) => entry.text)).toContain('The caller hears: Sorry, we will text you.');
	});

	it('without answerOnBridge the parent is answered before anybody picks up', async () => {
		appRings({ answerOnBridge: false });
		await call();
		expect(dialed()).toMatchObject({ DialCallStatus: 'no-answer', CallStatus: 'in-progress' });
		expect(status()).toMatchObject({ CallStatus: 'completed' });
	});

	it('without an action the next verb runs', async () => {
		app().on('/voice', `<Response><Dial timeout="5">${ANA}</Dial><Say>Nobody is here.</Say></Response>`);
		const placed = await call();
		expect(placed.log().map((entry) => entry.text)).toContain('The caller hears: Nobody is here.');
	});

	it('the first to answer takes the call away from the others', async () => {
		sandbox().setStaff(ANA, { kind: 'answer', afterSeconds: 30 });
		sandbox().setStaff(BEN, { kind: 'answer', afterSeconds: 4, talkSeconds: 2 });
		appRings({ to: [ANA, BEN] });
		const placed = await call();
		const children = await realClient(sandbox()).calls.list({ parentCallSid: placed.sid });
		expect(Object.fromEntries(children.map((leg) => [leg.to, leg.status]))).toEqual({ [ANA]: 'canceled', [BEN]: 'completed' });
		expect(dialed()).toMatchObject({ DialBridged: 'true', DialCallSid: children.find((leg) => leg.to === BEN)?.sid });
	});

	it('one after another: each rings for the whole time', async () => {
		sandbox().setStaff(ANA, { kind: 'ignore' });
		sandbox().setStaff(BEN, { kind: 'answer', afterSeconds: 2, talkSeconds: 2 });
		appRings({ to: [ANA, BEN], sequential: true });
		const placed = await call();
		const texts = placed.log().map((entry) => entry.text);
		expect(texts.indexOf(`${ANA}: ended (no-answer)`)).toBeLessThan(texts.indexOf(`${BEN}: initiated`));
		expect(dialed()).toMatchObject({ DialCallStatus: 'completed', DialBridged: 'true' });
	});

	it('mixed outcomes of a group: no answer wins over busy over failed', async () => {
		sandbox().setStaff(ANA, { kind: 'invalid' });
		sandbox().setStaff(BEN, { kind: 'busy' });
		appRings({ to: [ANA, BEN] });
		await call();
		expect(dialed()).toMatchObject({ DialCallStatus: 'busy' });
	});

	it('tells each staff leg’s progress to its own callback', async () => {
		sandbox().setStaff(ANA, { kind: 'answer', talkSeconds: 2 });
		const voice = new twilio.twiml.VoiceResponse();
		voice
			.dial({ answerOnBridge: true, callerId: LINE })
			.number({ statusCallback: '/leg', statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'] }, ANA);
		app().on('/voice', voice.toString());
		const placed = await call();
		const legs = app().at('/leg');
		expect(legs.map((leg) => [leg.fields['CallStatus'], leg.fields['SequenceNumber']])).toEqual([
			['initiated', '0'],
			['ringing', '1'],
			['in-progress', '2'],
			['completed', '3'],
		]);
		expect(legs[3]?.fields).toMatchObject({ ParentCallSid: placed.sid, From: LINE, To: ANA, Direction: 'outbound-dial', CallDuration: expect.any(String) });
	});

	it('refuses a caller id that is not ours', async () => {
		app().on('/voice', `<Response><Dial callerId="+15125550188">${ANA}</Dial></Response>`);
		await call();
		expect(sandbox().alerts()).toEqual([expect.stringContaining('13214')]);
	});
});

describe('screening', () => {
	it('press 1: the callee is asked on its own leg, then connected', async () => {
		sandbox().setStaff(ANA, { kind: 'press', digit: '1', talkSeconds: 5 });
		appRings({ screening: true });
		const placed = await call();
		expect(app().paths()).toEqual(['/voice', '/whisper', '/accept', '/dialed', '/status']);
		const [whisper] = app().at('/whisper');
		expect(whisper?.fields).toMatchObject({ ParentCallSid: placed.sid, CallStatus: 'in-progress', Direction: 'outbound-dial', From: RENTER, To: ANA });
		expect(whisper?.fields['CallSid']).toBe(dialed()?.['DialCallSid']);
		expect(app().at('/accept')[0]?.fields).toMatchObject({ Digits: '1', ParentCallSid: placed.sid });
		expect(dialed()).toMatchObject({ DialCallStatus: 'completed', DialBridged: 'true' });
	});

	it.each<[string, StaffBehaviour, string[]]>([
		['a mailbox picks up', { kind: 'mailbox', afterSeconds: 4 }, ['/voice', '/whisper', '/dialed', '/status']],
		['a mailbox hangs up early', { kind: 'mailbox', afterSeconds: 4, listenSeconds: 1 }, ['/voice', '/whisper', '/dialed', '/status']],
		['somebody answers and presses nothing', { kind: 'answer' }, ['/voice', '/whisper', '/dialed', '/status']],
		['somebody presses 2', { kind: 'press', digit: '2' }, ['/voice', '/whisper', '/accept', '/dialed', '/status']],
	])('%s: completed, but not bridged', async (_name, behaviour, paths) => {
		sandbox().setStaff(ANA, behaviour);
		appRings({ screening: true });
		await call();
		expect(app().paths()).toEqual(paths);
		expect(dialed()).toMatchObject({ DialCallStatus: 'completed', DialBridged: 'false', CallStatus: 'ringing' });
		expect(status()).toMatchObject({ CallStatus: 'no-answer' });
	});

	it('without screening a mailbox counts as bridged', async () => {
		sandbox().setStaff(ANA, { kind: 'mailbox', afterSeconds: 4, listenSeconds: 6 });
		appRings();
		await call();
		expect(dialed()).toMatchObject({ DialCallStatus: 'completed', DialBridged: 'true' });
	});

	it('one after another: a mailbox does not keep the next phone from ringing', async () => {
		sandbox().setStaff(ANA, { kind: 'mailbox', afterSeconds: 2 });
		sandbox().setStaff(BEN, { kind: 'press', digit: '1', talkSeconds: 2 });
		appRings({ to: [ANA, BEN], sequential: true, screening: true });
		await call();
		expect(app().at('/whisper').map((request) => request.fields['To'])).toEqual([ANA, BEN]);
		expect(dialed()).toMatchObject({ DialBridged: 'true' });
	});

	it('all at once: the first mailbox holds the only slot', async () => {
		sandbox().setStaff(ANA, { kind: 'mailbox', afterSeconds: 2 });
		sandbox().setStaff(BEN, { kind: 'press', digit: '1', afterSeconds: 6 });
		appRings({ to: [ANA, BEN], screening: true });
		await call();
		expect(dialed()).toMatchObject({ DialBridged: 'false' });
	});

	it('does not allow a Dial on the callee’s side', async () => {
		sandbox().setStaff(ANA, { kind: 'answer' });
		appRings({ screening: true });
		app().on('/whisper', `<Response><Dial>${BEN}</Dial></Response>`);
		const placed = sandbox().placeCall({ to: LINE, from: RENTER });
		await placed.ended;
		expect(sandbox().violations()).toEqual([expect.stringContaining('<Dial> is not allowed')]);
		expect(dialed()).toMatchObject({ DialBridged: 'false' });
	});

	it('hangs up on the callee when the screening TwiML cannot be had', async () => {
		sandbox().setStaff(ANA, { kind: 'press', digit: '1' });
		appRings({ screening: true });
		app().on('/whisper', { status: 500 });
		await call();
		expect(dialed()).toMatchObject({ DialBridged: 'false' });
	});
});

describe('a caller who hangs up', () => {
	it.each([
		[undefined, 'canceled'],
		['no-answer', 'no-answer'],
		['completed', 'completed'],
	] as const)('while it rings (%s): the action comes with %s, and its reply is ignored', async (hangUpDialStatus, expected) => {
		appRings({ then: '<Response><Say>You cannot hear this.</Say></Response>' });
		const placed = await callUntil(RINGING, hangUpDialStatus === undefined ? {} : { hangUpDialStatus });
		expect(app().paths()).toEqual(['/voice', '/dialed', '/status']);
		expect(dialed()).toMatchObject({ DialCallStatus: expected, DialBridged: 'false', CallStatus: 'no-answer' });
		expect(status()).toMatchObject({ CallStatus: 'no-answer' });
		expect(JSON.stringify(placed.log())).not.toContain('cannot hear');
	});

	it('while it rings without answerOnBridge: the call reads completed', async () => {
		appRings({ answerOnBridge: false });
		await callUntil(RINGING);
		expect(dialed()).toMatchObject({ DialCallStatus: 'canceled', CallStatus: 'completed' });
		expect(status()).toMatchObject({ CallStatus: 'completed' });
	});

	it('only the status callback tells, when no action request is made', async () => {
		appRings();
		await callUntil(RINGING, { hangUpDialStatus: 'none' });
		expect(app().paths()).toEqual(['/voice', '/status']);
	});

	it('before the app has answered: the status callback still comes', async () => {
		app().on('/voice', { hang: true });
		const placed = sandbox().placeCall({ to: LINE, from: RENTER });
		await app().waitFor('/voice');
		placed.hangUp();
		await placed.ended;
		expect(status()).toMatchObject({ CallStatus: 'no-answer' });
	});

	it('while the callee is being screened: not bridged', async () => {
		sandbox().setStaff(ANA, { kind: 'mailbox', afterSeconds: 2 });
		appRings({ screening: true });
		await callUntil('<Gather>');
		expect(dialed()).toMatchObject({ DialBridged: 'false', CallStatus: 'no-answer' });
	});

	it('does not cut a conversation short', async () => {
		sandbox().setStaff(ANA, { kind: 'answer', afterSeconds: 2, talkSeconds: 80 });
		appRings();
		await call({ hangUpAfterSeconds: 60 });
		expect(Number(dialed()?.['DialCallDuration'])).toBeGreaterThanOrEqual(80);
	});

	it('after so many seconds, if they are still listening', async () => {
		app().on('/voice', '<Response><Pause length="500"/></Response>');
		await call({ hangUpAfterSeconds: 20 });
		expect(status()).toMatchObject({ CallStatus: 'no-answer' });
	});
});

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
		const login = { headers: { Authorization: `Basic ${Buffer.from(`${sandbox().apiKeySid}:${sandbox().apiKeySecret}`).toString('base64')}` } };
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
		expect(app().at('/queue')[0]?.fields).toMatchObject({ QueueResult: 'hangup', QueueSid: expect.stringMatching(/^QU/), CallStatus: 'completed' });
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
		sandbox().addNumber({ phone: LINE, voiceUrl: `${app().url}/voice`, voiceFallbackUrl: `${app().url}/spare`, statusCallback: `${app().url}/status` });
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
		expect(placed.log()).toContainEqual(expect.objectContaining({ kind: 'warning', text: expect.stringContaining('Application error') }));
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

describe('a number that another app answers', () => {
	it('only sends the status callback, and lists the legs', async () => {
		const placed = await call({ otherApp: { childLegs: [{ status: 'no-answer' }, { status: 'busy' }] } });
		expect(app().paths()).toEqual(['/status']);
		expect(status()).toMatchObject({ CallStatus: 'completed' });
		expect((await realClient(sandbox()).calls.list({ parentCallSid: placed.sid })).map((leg) => leg.status).sort()).toEqual(['busy', 'no-answer']);
	});

	it('ends as told', async () => {
		await call({ otherApp: { childLegs: [], parentStatus: 'no-answer' } });
		expect(status()).toMatchObject({ CallStatus: 'no-answer', CallDuration: '0' });
	});

	it.each([{ trunkSid: 'TK1' }, { voiceApplicationSid: 'AP1' }])('ignores the number’s own URLs with %j', async (owner) => {
		sandbox().addNumber({ phone: LINE, voiceUrl: `${app().url}/voice`, statusCallback: `${app().url}/status`, ...owner });
		await call();
		expect(app().paths()).toEqual([]);
	});
});

describe('callback faults', () => {
	it('loses the status callback', async () => {
		sandbox().failCallbacks({ on: 'call_status', kind: 'drop' });
		appRings();
		await call();
		expect(app().paths()).toEqual(['/voice', '/dialed']);
	});

	it('repeats the status callback and the dial action', async () => {
		sandbox().failCallbacks({ on: 'call_status', kind: 'duplicate', amount: 5 });
		sandbox().failCallbacks({ on: 'dial_action', kind: 'duplicate' });
		appRings();
		await call();
		expect([app().at('/dialed').length, app().at('/status').length]).toEqual([2, 5]);
	});

	it('lets the status callback overtake a late dial action', async () => {
		sandbox().failCallbacks({ on: 'dial_action', kind: 'delay', amount: 40 });
		appRings();
		await callUntil(RINGING);
		expect(app().paths()).toEqual(['/voice', '/status', '/dialed']);
	});

	it('loses the dial action: the caller hears an apology, the status callback is all there is', async () => {
		sandbox().failCallbacks({ on: 'dial_action', kind: 'drop' });
		appRings();
		await call();
		expect(app().paths()).toEqual(['/voice', '/status']);
		expect(status()).toMatchObject({ CallStatus: 'completed' });
	});
});
