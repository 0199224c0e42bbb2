/** Looking for a message that may have been taken, at the stand-in over real HTTP. */
import { twilioTextProvider } from '../../../nodes/Twilio/textProvider';
import { startTwilioSandbox } from '../../../sandbox/twilio';
import type { TwilioSandbox } from '../../../sandbox/twilio/contract';
import { twilioContext } from './support/twilioContext';

const HOUR = 3_600_000;
const LINE = '+15125550100';
const TEXT = { to: '+15125550123', from: LINE, body: 'Hi, this is Maple. Sorry we missed your call.' };
const LAST_WEEK = Date.now() - 7 * 24 * HOUR;

describe('texts that Twilio may have taken', () => {
	let sandbox: TwilioSandbox;
	beforeAll(async () => {
		sandbox = await startTwilioSandbox({ secondMs: 5 });
		sandbox.addNumber({ phone: LINE });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const provider = () => twilioTextProvider(twilioContext(sandbox));

	test.each<[string, number]>([
		['by a clock that is right', 0],
		['by a clock that was two and a half minutes ahead', 150_000],
		['by a clock that takes local time for UTC, hours ahead', 10 * HOUR],
		['by a clock that was hours behind', -10 * HOUR],
	])('a text that was begun %s is found', async (_what, ahead) => {
		const sent = await provider().send({ ...TEXT, statusUrl: null, validSeconds: 600 });
		const begun = Date.now() + ahead;
		const found = await provider().find(TEXT, begun);
		expect(found).toEqual([expect.objectContaining({ providerId: sent.kind === 'accepted' && sent.providerId })]);
	});

	test('a text with the same words that was sent days before is not taken for it', async () => {
		await provider().send({ ...TEXT, statusUrl: null, validSeconds: 600 });
		expect(await provider().find(TEXT, Date.now() + 48 * HOUR)).toEqual([]);
	});

	test('other words, another renter, or a text that the renter sent, are not taken for it', async () => {
		await provider().send({ ...TEXT, body: 'Something else.', statusUrl: null, validSeconds: 600 });
		await provider().send({ ...TEXT, to: '+15125550124', statusUrl: null, validSeconds: 600 });
		await sandbox.sendText({ from: TEXT.to, to: LINE, body: TEXT.body });
		expect(await provider().find(TEXT, LAST_WEEK)).toEqual([]);
	});

	test('Twilio that does not answer cannot be asked', async () => {
		sandbox.setOutage(true);
		expect(await provider().find(TEXT, LAST_WEEK)).toBeNull();
		sandbox.setOutage(false);
	});
});
