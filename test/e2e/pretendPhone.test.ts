/** The pretend phone with the real n8n behind it, used by a person in a browser. */
import { selectors, type Browser, type Locator, type Page } from 'playwright-core';
import { LINES, STAFF } from '../../sandbox/start/company';
import type { PretendCall } from '../../sandbox/twilio/contract';
import { describeInBrowser, openBrowser, takePicture, watchErrors } from './support/browser';
import { startRig, type Rig } from './support/rig';
import { eventually, kinds, storyOf, type Story } from './support/story';

const [LINE] = LINES;
const [DANA] = STAFF;

describeInBrowser('the pretend phone and a real n8n', () => {
	let rig: Rig;
	let browser: Browser;
	let page: Page;
	let errors: string[];

	const part = (name: string): Locator => page.getByTestId(name);
	const shows = async (name: string, words: string | RegExp): Promise<void> =>
		await part(name).filter({ hasText: words }).first().waitFor();
	const danas = (name: string): Locator => page.locator(`[data-phone="${DANA.phone}"]`).getByTestId(name);
	const danasPhoneIs = async (state: string): Promise<void> =>
		await page.locator(`[data-phone="${DANA.phone}"][data-state="${state}"]`).waitFor();

	beforeAll(async () => {
		// Slow enough for a browser to answer the phone while it rings, fast enough not to wait for the ringing.
		rig = await startRig({ secondMs: 300 });
		for (const { phone, name } of STAFF) rig.sandbox.setStaff(phone, { kind: 'manual' }, name);
		await rig.installTemplate();
		selectors.setTestIdAttribute('data-test');
		browser = await openBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await rig?.stop();
	});
	beforeEach(async () => {
		page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
		errors = watchErrors(page);
		await page.goto(`${rig.sandbox.url}/phone`);
		await shows('connection', 'Connected');
	});
	afterEach(async () => {
		await page.close();
		expect(errors).toEqual([]);
		expect(rig.sandbox.violations()).toEqual([]);
		expect(rig.sandbox.alerts()).toEqual([]);
	});

	/** The renter types a number, picks Maple Court and presses Call. */
	async function call(number: string): Promise<void> {
		await part('renter-number').fill(number);
		await part('renter-line').selectOption(LINE.phone);
		await part('call-button').click();
		await danasPhoneIs('ringing');
	}

	function lastCall(): PretendCall {
		const last = rig.sandbox.calls().at(-1);
		if (last === undefined) throw new Error('Nobody has called yet.');
		return last;
	}

	/** What n8n made of the last call, once it is done with it. */
	const story = async (): Promise<Story> => await storyOf(rig, lastCall());

	test('a renter hangs up while it rings: the text stands in the thread, delivered', async () => {
		await call('(512) 555-0141');
		await part('hang-up').click();
		await shows('text-body', /Maple Property Group at Maple Court.*https:\/\/example\.com\/maple-court\/tour.*STOP/);
		await shows('text-state', /^Delivered \d\d:\d\d:\d\d$/);
		await shows('call-status', /Nobody answered/);
		expect(await part('text-body').count()).toBe(1);
		await takePicture(page, 'pretend-phone');

		const { call: stored, leads, tasks } = await story();
		expect(stored).toMatchObject({ state: 'missed', outcome: 'hung_up' });
		expect(leads).toHaveLength(1);
		expect(kinds(tasks)).toEqual({ call_back: 1 });
	});

	test('a renter lets it ring out and hangs up at the greeting: one text', async () => {
		await call('(512) 555-0142');
		await shows('call-hears', 'Thank you for calling Maple Court');
		await part('hang-up').click();
		await shows('text-body', 'Maple Court');
		await shows('text-state', 'Delivered');
		expect((await story()).messages).toHaveLength(1);
	});

	test('staff answers and presses 1: they talk, and no text comes', async () => {
		await call('(512) 555-0143');
		await danas('staff-answer').click();
		await shows('log-entry', /Dana hears: .*Leasing call for Maple Court\. Press 1/);
		await danas('staff-press-1').click();
		await shows('call-status', 'Talking to Dana');
		await danas('staff-hang-up').click();
		await shows('next-step', 'Somebody took the call');

		const { call: stored, leads, messages, tasks } = await story();
		expect(stored).toMatchObject({ state: 'answered' });
		expect([leads, messages, tasks]).toEqual([[], [], []]);
		await part('thread-empty').waitFor();
		expect(await part('text-body').count()).toBe(0);
	});

	test('a renter leaves a voicemail: one text, and the voicemail is with the call-back', async () => {
		await call('(512) 555-0144');
		await part('voicemail-text').fill('Hello, this is Ana Rivera, I am looking for a two bedroom home.');
		await part('voicemail-send').click();
		await shows('call-status', 'Your words are recorded');
		await part('hang-up').click();
		await shows('text-body', 'Maple Court');
		await shows('text-state', 'Delivered');

		// Twilio reports a recording when it is ready; the text does not wait for it.
		const voicemail = await eventually(
			'a voicemail on the call',
			async () => (await rig.store.calls.byProviderId('twilio', lastCall().sid))?.voicemail,
		);
		expect(voicemail.url).toMatch(/^http/);
		const { call: stored, messages, tasks } = await story();
		expect(stored.state).toBe('missed');
		expect(messages).toHaveLength(1);
		expect(kinds(tasks)).toEqual({ call_back: 1 });
		expect(tasks[0]?.reasons.map(({ sentence }) => sentence).join(' ')).toContain('voicemail');
	});
});
