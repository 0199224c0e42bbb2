import { validateRequest } from 'twilio/lib/webhooks/webhooks';
import { getSignatureAlgorithm } from 'twilio/lib/webhooks/webhooks';
import { signatureHeaders } from '../../../sandbox/twilio/webhooks/sign';
import { realClient, rest } from './support/client';
import { LINE, RENTER, useSandbox } from './support/sandbox';

const { sandbox, app } = useSandbox();

describe('the list of calls', () => {
	it('shows a call late, then as running although it is over, then as it ended: to the real client, too', async () => {
		const client = realClient(sandbox());
		sandbox().setCallLogLag(300);
		const call = sandbox().placeCall({ to: LINE, from: RENTER, otherApp: { childLegs: [], parentStatus: 'no-answer' } });
		expect(await client.calls.list({ to: LINE })).toEqual([]);
		await call.ended;
		const seen = new Set<string>();
		const deadline = Date.now() + 10_000;
		while (!seen.has('no-answer') && Date.now() < deadline)
			for (const { status } of await client.calls.list({ to: LINE })) seen.add(status);
		expect([...seen].at(-1)).toBe('no-answer');
		const [listed] = await client.calls.list({
			to: LINE,
			startTimeAfter: new Date(Date.now() - 60_000),
			startTimeBefore: new Date(Date.now() + 86_400_000),
		});
		expect(listed).toMatchObject({ sid: call.sid, direction: 'inbound' });
		expect(sandbox().violations()).toEqual([]);
	});

	it('says 429 as often as it is told', async () => {
		sandbox().limitReads(1);
		const path = `/2010-04-01/Accounts/${sandbox().accountSid}/Calls.json`;
		expect(await rest(sandbox(), 'GET', path)).toMatchObject({ status: 429, body: { code: 20429 } });
		expect(await rest(sandbox(), 'GET', path)).toMatchObject({ status: 200 });
	});
});

describe('Messaging Services and registration, through the real client', () => {
	it('lists services, their numbers, campaigns and verifications', async () => {
		const { sid } = sandbox().addMessagingService({ phones: [LINE], campaigns: ['IN_PROGRESS'] });
		sandbox().setTollFreeVerification(LINE, 'IN_REVIEW');
		const client = realClient(sandbox());
		expect(await client.messaging.v1.services.list()).toEqual([
			expect.objectContaining({ sid, usAppToPersonRegistered: false, useInboundWebhookOnNumber: true }),
		]);
		expect((await client.messaging.v1.services(sid).phoneNumbers.list()).map(({ phoneNumber }) => phoneNumber)).toEqual([LINE]);
		expect((await client.messaging.v1.services(sid).usAppToPerson.list()).map(({ campaignStatus }) => campaignStatus)).toEqual([
			'IN_PROGRESS',
		]);
		const asked = { tollfreePhoneNumberSid: String(sandbox().number(LINE).sid) };
		expect((await client.messaging.v1.tollfreeVerifications.list(asked)).map(({ status }) => status)).toEqual(['IN_REVIEW']);
		expect(sandbox().violations()).toEqual([]);
	});
});

describe('requests that a SharedKey signs', () => {
	it.each(['HMAC_SHA256', 'HMAC_SHA1'] as const)('are genuine to the twilio package under %s', (algorithm) => {
		const fields = { CallSid: 'CA1', Body: ' a & b 😀 ' };
		const headers = signatureHeaders(
			{ with: 'shared_key', keyId: 'k', secret: 's3cret', algorithm },
			'http://127.0.0.1:5678/x?step=dial',
			fields,
		);
		const named = getSignatureAlgorithm(headers['X-Twilio-Webhooks-Signature-Settings']);
		expect(named).toBe(algorithm);
		expect(validateRequest('s3cret', headers['X-Twilio-Signature'] ?? '', 'http://127.0.0.1:5678/x?step=dial', fields, named)).toBe(
			true,
		);
	});

	it('come in turn with others while a rule shares them out, and the auth token signs again afterwards', async () => {
		const { authToken } = sandbox();
		sandbox().signWith([
			{ with: 'auth_token', secret: authToken },
			{ with: 'shared_key', keyId: 'k', secret: 's3cret', algorithm: 'HMAC_SHA256' },
			{ with: 'nothing' },
		]);
		const seen = async () => {
			app().reset();
			await sandbox().placeCall({ to: LINE, from: RENTER, hangUpAfterSeconds: 1 }).ended;
			return app().received.map(({ headers, genuine }) => [
				genuine,
				headers['x-twilio-webhooks-signature-settings'] !== undefined,
				headers['x-twilio-signature'] !== undefined,
			]);
		};
		const all = [...(await seen()), ...(await seen()), ...(await seen())];
		for (const one of [
			[true, false, true],
			[false, true, true],
			[false, false, false],
		])
			expect(all).toContainEqual(one);
		sandbox().signWith([]);
		for (const [genuine] of await seen()) expect(genuine).toBe(true);
	});
});
