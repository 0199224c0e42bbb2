import twilio from 'twilio';
import type { StaffBehaviour } from '../../../sandbox/twilio/contract';
import { realClient } from './support/client';
import { useCalls } from './support/calls';
import { ANA, BEN, LINE, RENTER } from './support/sandbox';

const { sandbox, app, appRings, call, dialed, status } = useCalls();

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
		await realClient(sandbox())
			.incomingPhoneNumbers(String(sandbox().number(LINE)['sid']))
			.update({ voiceMethod: 'GET' });
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
		expect(dialed()).toMatchObject({
			...fields,
			CallSid: placed.sid,
			CallStatus: 'ringing',
			DialCallSid: expect.stringMatching(/^CA[0-9a-f]{32}$/),
		});
		expect(app().at('/dialed')[0]?.query).toBe('?op=1');
		expect(dialed()).not.toHaveProperty('DialCallDuration');
		expect(status()).toMatchObject({
			CallSid: placed.sid,
			CallStatus: 'no-answer',
			CallDuration: '0',
			SequenceNumber: '0',
			CallbackSource: 'call-progress-events',
		});
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
		expect(legs[3]?.fields).toMatchObject({
			ParentCallSid: placed.sid,
			From: LINE,
			To: ANA,
			Direction: 'outbound-dial',
			CallDuration: expect.any(String),
		});
	});

	it('refuses a caller id that is not ours', async () => {
		app().on('/voice', `<Response><Dial callerId="+15125550188">${ANA}</Dial></Response>`);
		await call();
		expect(sandbox().alerts()).toEqual([expect.stringContaining('13214')]);
	});
});
