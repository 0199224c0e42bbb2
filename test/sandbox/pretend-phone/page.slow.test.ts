import axios from 'axios';
import { chromium, selectors, type Browser, type Locator, type Page } from 'playwright-core';
import { startTwilioSandbox } from '../../../sandbox/twilio';
import { startApp, type App } from './lineApp';
import { CHROMIUM_ARGS, findChromium } from './chromium';
import type { TwilioSandbox } from '../../../sandbox/twilio/contract';

const LINE = '+15125550100';
const DANA = '+15125550111';
const RENTER = '+15125550123';
const TEXT = 'Sorry we missed your call to Maple Court. What size of home are you looking for?';

/** Rings Dana until somebody does something. */
const RING = '<Dial timeout="600" answerOnBridge="true" action="/dialled"><Number url="/screen">+15125550111</Number></Dial>';

const executablePath = findChromium();
// Jest prints the title of a skipped block, which is where a person looks for the reason.
const describeInBrowser = executablePath === null ? describe.skip : describe;
const why = executablePath === null ? ' [skipped: no Chromium found; install one or set CHROMIUM_PATH]' : '';

jest.setTimeout(30_000);

describeInBrowser(`the pretend phone, used by a person${why}`, () => {
	let browser: Browser;
	let sandbox: TwilioSandbox;
	let app: App;
	let page: Page;
	let complaints: string[];

	const part = (name: string): Locator => page.getByTestId(name);
	/** Waits until the part shows these words. */
	const shows = (name: string, words: string | RegExp): Promise<void> =>
		part(name).filter({ hasText: words }).first().waitFor({ timeout: 8_000 });
	const log = (words: string | RegExp): Promise<void> => shows('log-entry', words);
	const staff = (name: string): Locator => page.locator(`[data-phone="${DANA}"]`).getByTestId(name);
	const staffIs = (state: string): Promise<void> => page.locator(`[data-phone="${DANA}"][data-state="${state}"]`).waitFor();

	beforeAll(async () => {
		selectors.setTestIdAttribute('data-test');
		browser = await chromium.launch({ executablePath: executablePath ?? '', args: CHROMIUM_ARGS });
	});
	afterAll(() => browser.close());

	beforeEach(async () => {
		app = await startApp();
		sandbox = await startTwilioSandbox({ secondMs: 20 });
		sandbox.addNumber({
			phone: LINE,
			friendlyName: 'Maple Court leasing',
			voiceUrl: `${app.url}/voice`,
			statusCallback: `${app.url}/ended`,
		});
		sandbox.setStaff(DANA, { kind: 'manual' }, 'Dana');
		app.answer('/voice', RING);
		app.answer(
			'/screen',
			'<Gather numDigits="1" timeout="600" action="/pressed"><Say>Press 1 to take the call.</Say></Gather><Hangup/>',
		);
		page = await browser.newPage();
		complaints = [];
		page.on('pageerror', (error) => complaints.push(error.message));
		page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
	});
	afterEach(async () => {
		await page.close();
		await sandbox.close();
		await app.close();
		expect(complaints).toEqual([]);
	});

	const open = async (): Promise<void> => {
		await page.goto(`${sandbox.url}/phone`);
		await shows('connection', /^Connected$/);
	};

	/** Texts the caller as soon as the call is over, as the workflow would. */
	const textBack = (): void => {
		app.onCallEnd = (fields) => {
			const form = new URLSearchParams({ From: LINE, To: fields.get('From') ?? '', Body: TEXT });
			void axios.post(`${sandbox.url}/2010-04-01/Accounts/${sandbox.accountSid}/Messages.json`, form, {
				auth: { username: sandbox.accountSid, password: sandbox.authToken },
			});
		};
	};

	it('turns a call that is hung up while it rings into a text, which can be answered', async () => {
		textBack();
		await open();
		await shows('next-step', 'Press Call');
		await part('call-button').click();
		await shows('call-status', 'Ringing the leasing team');
		await staffIs('ringing');
		await shows('next-step', 'Staff phones are ringing');
		await part('hang-up').click();

		await shows('text-body', TEXT);
		await shows('text-state', /^Delivered \d\d:\d\d:\d\d$/);
		await shows('call-status', /Nobody answered\. The call lasted .* a text left .* after it ended\./);
		await staffIs('idle');
		for (const words of [
			'Maple Court leasing',
			'Twilio asks n8n what to do with the call',
			'Dana rings',
			'The caller hung up',
			'Twilio reports to n8n that the call is over',
			'n8n sends a text to +1 512 555 0123',
			'The text is delivered',
		])
			await log(words);

		await part('reply-text').fill('Two bedrooms, please.');
		await part('reply-text').press('Enter');
		await shows('text-body', 'Two bedrooms, please.');
		expect(await part('reply-text').inputValue()).toBe('');
		expect(sandbox.messages({ direction: 'inbound' })).toMatchObject([{ from: RENTER, to: LINE, body: 'Two bedrooms, please.' }]);
	});

	it('lets a member of staff answer, press 1 and hang up', async () => {
		app.answer('/pressed', '');
		await open();
		await part('call-button').click();
		await staffIs('ringing');
		expect(await staff('staff-press-1').isDisabled()).toBe(true);
		await staff('staff-answer').click();
		await staffIs('on-call');
		await log('Dana hears: “Press 1 to take the call.”');
		await staff('staff-press-1').click();
		await shows('call-status', 'Talking to Dana');
		await shows('next-step', 'an answered call gives no text');
		await staff('staff-hang-up').click();
		await staffIs('idle');
		await part('call-button').waitFor();
		await shows('next-step', 'Somebody took the call');
		await log('somebody took the call');
	});

	it.each([
		['busy', 'Dana is busy'],
		['invalid', 'Dana cannot be reached'],
		['mailbox', 'Dana picked up, but nobody there took the call'],
	])('plays a staff phone that is set to %s', async (behaviour, words) => {
		app.answer('/dialled', '<Hangup/>');
		await open();
		await staff('staff-behaviour').selectOption(behaviour);
		await part('call-button').click();
		await log(words);
		await part('call-status').filter({ hasText: 'lasted' }).waitFor();
	});

	it('declines by a click', async () => {
		app.answer('/dialled', '<Hangup/>');
		await open();
		await part('call-button').click();
		await staff('staff-decline').click();
		await log('the staff phone was busy');
	});

	it('takes a voicemail when the line records', async () => {
		app.answer('/voice', '<Say>Please leave a message.</Say><Record action="/recorded"/>');
		await open();
		await part('call-button').click();
		await part('voicemail-text').fill('Hello, I am looking for a two bedroom home.');
		await part('voicemail-send').click();
		await shows('call-status', 'Your words are recorded');
		await part('hang-up').click();
		await log('Twilio tells n8n that the voicemail is recorded');
		expect(app.heard.find((request) => request.path === '/recorded')?.fields.get('RecordingUrl')).toMatch(/^http/);
	});

	it('shows the keypad when the line asks for a key', async () => {
		app.answer('/voice', '<Gather numDigits="1" timeout="600" action="/menu"><Say>Press 2 for residents.</Say></Gather>');
		app.answer('/menu', (fields) => `<Say>You pressed ${fields.get('Digits') ?? 'nothing'}.</Say><Pause length="600"/>`);
		await open();
		await part('call-button').click();
		await part('keypad').waitFor();
		await shows('call-hears', 'You hear: “Press 2 for residents.”');
		await part('key-2').click();
		await shows('call-hears', 'You hear: “You pressed 2.”');
		expect(await part('keypad').isHidden()).toBe(true);
	});

	it.each([
		['caller-withheld', '+266696687', 'A hidden number cannot be texted'],
		['caller-toll-free', '+18005550199', 'Toll-free callers are not texted back'],
	])('calls as %s', async (choice, from, words) => {
		await open();
		await part(choice).check();
		await shows('thread-empty', words);
		await part('call-button').click();
		await staffIs('ringing');
		await part('hang-up').click();
		await shows('next-step', 'No text is expected for this caller');
		expect(app.heard[0]?.fields.get('From')).toBe(from);
	});

	it('says what is wrong with a number and calls from the one that was typed', async () => {
		await open();
		await part('renter-number').fill('512 555');
		await shows('renter-number-help', 'That is not a phone number yet. Type ten digits');
		expect(await part('call-button').isDisabled()).toBe(true);
		await part('renter-number').fill('(512) 555-0177');
		await part('call-button').click();
		await staffIs('ringing');
		expect(app.heard[0]?.fields.get('From')).toBe('+15125550177');
	});

	it('shows why a text was not delivered', async () => {
		sandbox.failMessages({ kind: 'undelivered', code: 30007 });
		textBack();
		await open();
		await part('call-button').click();
		await part('hang-up').click();
		await shows('text-state', 'Not delivered: the carrier filtered it, Twilio error 30007');
		await shows('next-step', 'was not delivered');
	});

	it('opts out with STOP', async () => {
		await open();
		await part('reply-text').fill('STOP');
		await part('reply-send').click();
		await shows('text-body', /unsubscribed/);
	});

	it('can be used with the keyboard alone', async () => {
		await open();
		await part('renter-line').focus();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await staffIs('ringing');
		// The button that had the focus is gone; the next one to press has it.
		await page.locator('[data-test="hang-up"]:focus').waitFor();
		await page.keyboard.press('Enter');
		await page.locator('[data-test="call-button"]:focus').waitFor();
		await shows('call-status', 'lasted');
	});

	it('tells what to do when there is no line, and when a line has no workflow', async () => {
		const empty = await startTwilioSandbox();
		try {
			await page.goto(`${empty.url}/phone`);
			await shows('next-step', 'publish the workflow');
			await shows('staff-empty', 'No staff phones yet');
			await shows('log-empty', 'Nothing yet');
			expect(await part('call-button').isDisabled()).toBe(true);
			empty.addNumber({ phone: LINE, friendlyName: 'Maple Court leasing' });
			await page.reload();
			await shows('line-note', 'Not connected to n8n yet');
		} finally {
			await page.goto('about:blank');
			await empty.close();
		}
	});

	it('says in a sentence when the stand-in is gone', async () => {
		await open();
		await sandbox.close();
		await shows('connection', 'Not connected');
		await part('call-button').click();
		await shows('error', 'The Twilio stand-in cannot be reached. Check that npm start is still running');
		await part('error-dismiss').click();
		expect(await part('error').isHidden()).toBe(true);
		// The browser itself reports the refused connections; that is what this test is about.
		complaints = [];
	});
});
