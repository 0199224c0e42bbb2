import type { StaffBehaviour } from '../../../sandbox/twilio/contract';
import { useCalls } from './support/calls';
import { ANA, BEN, LINE, RENTER } from './support/sandbox';

const { sandbox, app, appRings, call, dialed, status } = useCalls();

describe('screening', () => {
	it('press 1: the callee is asked on its own leg, then connected', async () => {
		sandbox().setStaff(ANA, { kind: 'press', digit: '1', talkSeconds: 5 });
		appRings({ screening: true });
		const placed = await call();
		expect(app().paths()).toEqual(['/voice', '/whisper', '/accept', '/dialed', '/status']);
		const [whisper] = app().at('/whisper');
		expect(whisper?.fields).toMatchObject({
			ParentCallSid: placed.sid,
			CallStatus: 'in-progress',
			Direction: 'outbound-dial',
			From: RENTER,
			To: ANA,
		});
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
		expect(
			app()
				.at('/whisper')
				.map((request) => request.fields['To']),
		).toEqual([ANA, BEN]);
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
