/** The two TwiML Bins of README.md, played as Twilio would when n8n is down. */
import { useSandbox, ANA, LINE, RENTER } from '../sandbox/twilio/support/sandbox';
import { page } from './support/pages';

const bins = [...page('README.md').text.matchAll(/```xml\n\s*([\s\S]*?)```/g)].flatMap(([, xml]) => xml ?? []);
const goodbye = bins.find((xml) => /<Response>\s*<Hangup\/>/.test(xml)) ?? '';
const fallback = bins.find((xml) => xml.includes('<Dial')) ?? '';

describe('the safety net', () => {
	const { sandbox, app } = useSandbox();

	beforeEach(() => {
		// n8n is down; the net is elsewhere.
		app().on('/voice', { status: 502, body: 'Bad gateway' });
		app().on('/fallback', fallback.replace(/action="[^"]*"/, `action="${app().url}/goodbye"`).replace(/\+15125550110/, ANA));
		app().on('/goodbye', goodbye);
		sandbox().addNumber({ phone: LINE, voiceUrl: `${app().url}/voice`, voiceFallbackUrl: `${app().url}/fallback` });
	});

	it('is written in README.md', () => {
		expect(goodbye).not.toBe('');
		expect(fallback).toContain('<Record');
	});

	it('rings staff, takes a message and ends, without ringing them again', async () => {
		const call = sandbox().placeCall({ to: LINE, from: RENTER, voicemail: { seconds: 4 } });
		await call.ended;
		expect(app().at('/fallback')).toHaveLength(1);
		expect(app().at('/goodbye')[0]?.fields['RecordingUrl']).toBeTruthy();
		expect(call.log().filter((entry) => entry.text === `${ANA}: ringing`)).toHaveLength(1);
		expect(sandbox().violations()).toEqual([]);
	});

	it('lets a member of staff take the call', async () => {
		sandbox().setStaff(ANA, { kind: 'answer', talkSeconds: 5 });
		const call = sandbox().placeCall({ to: LINE, from: RENTER });
		await call.ended;
		expect(call.log().map((entry) => entry.text)).toContainEqual(expect.stringContaining('are connected'));
	});
});
