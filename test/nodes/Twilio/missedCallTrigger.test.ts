import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { startTwilioSandbox } from '../../../sandbox/twilio';
import type { TwilioSandbox } from '../../../sandbox/twilio/contract';
import { phoneTriggerContract } from '../contract/phoneTrigger';
import { CEDAR_LINE, MAIN_LINE, saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';
import { TriggerRig } from '../support/triggerRig';
import { setFallback } from '../../e2e/support/twimlBins';
import { missedCallDescription } from './support/missedCallDescription';

jest.setTimeout(30_000);

describe('Twilio Missed Call Trigger', () => {
	let twilio: TwilioSandbox;
	beforeAll(async () => {
		twilio = await startTwilioSandbox();
		twilio.addNumber({ phone: MAIN_LINE, voiceUrl: 'https://example.com/pbx' });
		twilio.addNumber({ phone: CEDAR_LINE, statusCallback: 'https://example.com/ended', smsUrl: 'https://chat.example.com/in' });
	});
	afterEach(() => expect(twilio.violations()).toEqual([]));
	afterAll(async () => await twilio.close());

	phoneTriggerContract(missedCallDescription(() => twilio));

	describe('requests that a SharedKey signs', () => {
		const temp = useTempStore();
		beforeEach(async () => void (await saveCompany(temp)));
		const SECRET = 'sk_secret_0001';
		const settings = 'key=webhooks_sharedkey_01,algorithm=HMAC_SHA256';

		async function deliver(secrets: string, signedWith: string, header: string | null = settings) {
			const description = missedCallDescription(() => twilio);
			const { leasingTwilioApi } = description.credentials();
			const rig = new TriggerRig({
				nodeType: description.nodeType,
				parameters: description.parameters,
				credentials: { ...temp.credentials, leasingTwilioApi: { ...leasingTwilioApi, webhookSigningSecrets: secrets } },
			});
			const url = `${rig.address()}?step=ended`;
			const fields = {
				AccountSid: twilio.accountSid,
				CallSid: `CA${'7'.repeat(32)}`,
				CallStatus: 'no-answer',
				From: '+15125550123',
				To: MAIN_LINE,
			};
			const proof = getExpectedTwilioSignature(signedWith, url, fields, header === null ? undefined : 'HMAC_SHA256');
			const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': proof };
			if (header !== null) headers['x-twilio-webhooks-signature-settings'] = header;
			return (await rig.deliver({ url, headers, body: new URLSearchParams(fields).toString() })).status;
		}

		it('are taken under each secret of the credential, whatever stands between them', async () => {
			expect(await deliver(SECRET, SECRET)).toBe(200);
			expect(await deliver(`old_one\n${SECRET}\n`, SECRET)).toBe(200);
			expect(await deliver(`${SECRET}, old_one`, SECRET)).toBe(200);
		});

		it('are refused without a secret, with another, and with the auth token in its place', async () => {
			expect(await deliver('', '')).toBe(403);
			expect(await deliver('', SECRET)).toBe(403);
			expect(await deliver('another', SECRET)).toBe(403);
			expect(await deliver('another', twilio.authToken)).toBe(403);
		});

		it('do not shut out requests that the auth token signs, as while a rule is rolled out', async () => {
			const { authToken } = twilio;
			const status = await deliver(SECRET, authToken, null);
			expect(status).toBe(200);
		});
	});

	describe('the fallback of its lines', () => {
		const temp = useTempStore();
		beforeEach(async () => void (await saveCompany(temp)));
		const tasks = async () =>
			(await (await temp.store()).tasks.list({ portfolio: 'main', state: 'open', limit: 50 })).filter(
				({ kind }) => kind === 'fix_setup',
			);
		function makeRig() {
			const { nodeType, parameters, credentials } = missedCallDescription(() => twilio);
			return new TriggerRig({
				nodeType,
				parameters,
				credentials: { ...credentials(), ...temp.credentials },
				onEmit: (emitted) => emitted.end(),
			});
		}

		it('is asked for when a line is published without one, in words for whoever runs the office', async () => {
			const rig = makeRig();
			await rig.publish();
			const asked = await tasks();
			expect(asked.map(({ title }) => title).sort()).toEqual([
				'Set a fallback for Cedar House, so that phones ring when n8n is down',
				'Set a fallback for Gate sign, so that phones ring when n8n is down',
			]);
			expect(asked[0]?.reasons[0]?.sentence).toMatch(/TwiML Bin.*Phone Numbers.*Primary handler fails.*Save configuration/s);
			await rig.unpublish();
		});

		it('that was set meanwhile ends the task at the next publication, and is left as it is, also when the lines are given back', async () => {
			const { voice_url: before } = twilio.number(MAIN_LINE);
			const rig = makeRig();
			await rig.publish();
			expect(twilio.number(MAIN_LINE).voice_url).not.toBe(before);
			await setFallback(twilio, MAIN_LINE, 'https://handler.twilio.com/twiml/EH1');
			await rig.unpublish();
			expect(twilio.number(MAIN_LINE)).toMatchObject({
				voice_fallback_url: 'https://handler.twilio.com/twiml/EH1',
				voice_url: before,
			});
			const again = makeRig();
			await again.publish();
			expect((await tasks()).map(({ title }) => title)).toEqual([expect.stringContaining('Cedar House')]);
			await again.unpublish();
			await setFallback(twilio, MAIN_LINE, '');
		});
	});
});
