import { realClient } from './support/client';
import { RINGING, useCalls } from './support/calls';
import { ANA, LINE, RENTER } from './support/sandbox';

const { sandbox, app, appRings, call, callUntil, dialed, status } = useCalls();

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

describe('a number that another app answers', () => {
	it('only sends the status callback, and lists the legs', async () => {
		const placed = await call({ otherApp: { childLegs: [{ status: 'no-answer' }, { status: 'busy' }] } });
		expect(app().paths()).toEqual(['/status']);
		expect(status()).toMatchObject({ CallStatus: 'completed' });
		expect((await realClient(sandbox()).calls.list({ parentCallSid: placed.sid })).map((leg) => leg.status).sort()).toEqual([
			'busy',
			'no-answer',
		]);
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
