import { LINE, RENTER, useSandbox } from './support/sandbox';
import { realClient, rest } from './support/client';

const { sandbox, app } = useSandbox();
const account = (): string => `/2010-04-01/Accounts/${sandbox().accountSid}`;
const pn = (): string => String(sandbox().number(LINE)['sid']);

describe('authentication', () => {
	it.each(['token', 'key'] as const)('lets the real client in by %s', async (login) => {
		const client = realClient(sandbox(), login);
		expect((await client.api.v2010.accounts(sandbox().accountSid).fetch()).status).toBe('active');
	});

	it.each([
		['wrong token', () => `${sandbox().accountSid}:nope`],
		['key with the account token', () => `${sandbox().apiKeySid}:${sandbox().authToken}`],
		['nothing', () => ':'],
	])('refuses a %s with 401 and 20003', async (_name, login) => {
		const reply = await rest(sandbox(), 'GET', `${account()}.json`, undefined, login());
		expect(reply).toMatchObject({ status: 401, body: { code: 20003, status: 401, message: 'Authenticate' } });
	});

	it('lets the client tell the error code', async () => {
		const client = realClient(sandbox());
		await expect(client.messages('SM00000000000000000000000000000000').fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
	});

	it('does not know other accounts, other paths, or other methods', async () => {
		expect(await rest(sandbox(), 'GET', '/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json')).toMatchObject({
			status: 404,
		});
		expect(sandbox().violations()).toEqual([]);
		expect(await rest(sandbox(), 'GET', `${account()}/Messages`)).toMatchObject({ status: 404, body: { code: 20404 } });
		expect(await rest(sandbox(), 'POST', `${account()}/Calls.json`, {})).toMatchObject({ status: 405, body: { code: 20004 } });
		expect(sandbox().violations()).toHaveLength(2);
	});
});

describe('IncomingPhoneNumbers', () => {
	it('finds a number and changes its URLs through the real client', async () => {
		const client = realClient(sandbox());
		const [found] = await client.incomingPhoneNumbers.list({ phoneNumber: LINE });
		expect(found).toMatchObject({ sid: pn(), phoneNumber: LINE, voiceUrl: `${app().url}/voice`, trunkSid: null });
		const changed = await client
			.incomingPhoneNumbers(pn())
			.update({ voiceUrl: 'https://n8n.example/x?line=1', voiceMethod: 'GET', statusCallback: '' });
		expect(changed).toMatchObject({ voiceUrl: 'https://n8n.example/x?line=1', voiceMethod: 'GET', statusCallback: '' });
		expect(sandbox().number(LINE)).toMatchObject({
			voice_url: 'https://n8n.example/x?line=1',
			voice_method: 'GET',
			status_callback: '',
		});
		expect(sandbox().violations()).toEqual([]);
	});

	it.each([
		['+15125550100', 1],
		['5550100', 1],
		['+1512555010*', 1],
		['+15125559999', 0],
	])('takes %s as a pattern', async (phoneNumber, count) => {
		// Numbers outlive reset(); only those of this area matter.
		expect(await realClient(sandbox()).incomingPhoneNumbers.list({ phoneNumber })).toHaveLength(count);
	});

	it('gives a number to one owner at a time', async () => {
		const client = realClient(sandbox());
		await client.incomingPhoneNumbers(pn()).update({ trunkSid: 'TK1' });
		expect(sandbox().number(LINE)).toMatchObject({ trunk_sid: 'TK1', voice_application_sid: null });
		await client.incomingPhoneNumbers(pn()).update({ voiceApplicationSid: 'AP1' });
		expect(sandbox().number(LINE)).toMatchObject({ trunk_sid: null, voice_application_sid: 'AP1' });
		await client.incomingPhoneNumbers(pn()).update({ trunkSid: 'TK2' });
		expect(sandbox().number(LINE)).toMatchObject({ trunk_sid: 'TK2', voice_application_sid: null });
	});

	it.each([
		[{ VoiceUrl: '/webhook/x' }, 21402],
		[{ VoiceMethod: 'PUT' }, 21403],
	])('refuses %j', async (form, code) => {
		expect(await rest(sandbox(), 'POST', `${account()}/IncomingPhoneNumbers/${pn()}.json`, form)).toMatchObject({
			status: 400,
			body: { code },
		});
		expect(sandbox().violations()).toHaveLength(1);
	});

	it('notes parameters that Twilio would silently ignore', async () => {
		await rest(sandbox(), 'POST', `${account()}/IncomingPhoneNumbers/${pn()}.json`, { voice_url: 'https://n8n.example/x' });
		expect(sandbox().violations()).toEqual([expect.stringContaining('no parameter "voice_url"')]);
	});
});

describe('Calls', () => {
	it('lists staff legs below the call, and filters as Twilio does', async () => {
		sandbox().addNumber({ phone: '+15125550101', voiceUrl: '' });
		const call = sandbox().placeCall({
			to: '+15125550101',
			from: RENTER,
			otherApp: { childLegs: [{ status: 'no-answer' }, { status: 'completed', durationSeconds: 42 }] },
		});
		await call.ended;
		const client = realClient(sandbox());
		const children = await client.calls.list({ parentCallSid: call.sid });
		expect(children.map((leg) => [leg.status, leg.duration, leg.direction, leg.parentCallSid]).sort()).toEqual([
			['completed', '42', 'outbound-dial', call.sid],
			['no-answer', null, 'outbound-dial', call.sid],
		]);
		expect(await client.calls.list({ to: '+15125550101' })).toHaveLength(1);
		expect(await client.calls.list({ to: '+15125550101', status: 'no-answer' })).toHaveLength(0);
		const minute = 60_000;
		expect(await client.calls.list({ to: '+15125550101', startTimeAfter: new Date(Date.now() - minute) })).toHaveLength(1);
		expect(await client.calls.list({ to: '+15125550101', startTimeAfter: new Date(Date.now() + minute) })).toHaveLength(0);
		expect((await client.calls(call.sid).fetch()).status).toBe('completed');
		expect(sandbox().violations()).toEqual([]);
	});

	it('ends a ringing call through REST', async () => {
		app().on('/voice', '<Response><Pause length="500"/></Response>');
		const call = sandbox().placeCall({ to: LINE, from: RENTER });
		await app().waitFor('/voice');
		await realClient(sandbox()).calls(call.sid).update({ status: 'canceled' });
		await call.ended;
		expect(call.status()).toBe('canceled');
	});
});

describe('Lookup', () => {
	it('tells the line type of a number', async () => {
		sandbox().setLineType('+15125550177', 'landline');
		const client = realClient(sandbox());
		const look = async (number: string): Promise<unknown> => {
			const found = await client.lookups.v2.phoneNumbers(number).fetch({ fields: 'line_type_intelligence' });
			return [found.valid, found.lineTypeIntelligence === null ? null : (found.lineTypeIntelligence as { type: string }).type];
		};
		expect(await look('+15125550177')).toEqual([true, 'landline']);
		expect(await look('+15125550123')).toEqual([true, 'mobile']);
		expect(await look('+1512')).toEqual([false, null]);
		const plain = await rest(sandbox(), 'GET', '/v2/PhoneNumbers/%2B15125550177');
		expect(plain.body).toMatchObject({ valid: true, line_type_intelligence: null });
	});
});
