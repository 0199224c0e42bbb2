import { startTwilioSandbox } from '../../../sandbox/twilio';
import type { TwilioSandbox } from '../../../sandbox/twilio/contract';
import { phoneTriggerContract } from '../contract/phoneTrigger';
import { CEDAR_LINE, MAIN_LINE } from '../support/samples';
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
});
