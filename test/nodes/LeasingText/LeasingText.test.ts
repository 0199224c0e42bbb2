import { useTempStore } from '../support/tempStore';

import type { IDataObject } from 'n8n-workflow';

import { DeduplicateLead } from '../../../nodes/DeduplicateLead/DeduplicateLead.node';
import { LeasingText } from '../../../nodes/LeasingText/LeasingText.node';
import { NormalizeLead } from '../../../nodes/NormalizeLead/NormalizeLead.node';
import { readKeptGuard } from '../../../office/texts/keptGuard';
import { startTwilioSandbox } from '../../../sandbox/twilio';
import type { TwilioSandbox } from '../../../sandbox/twilio/contract';
import { runNode } from '../support/runNode';
import { MAIN_LINE, missedCall, saveCompany, STAFF_PHONE } from '../support/samples';

const RENTER = '+15125550123';
const MESSAGE = 'Hi [first name], this is [brand] at [property]. Sorry we missed your call. Reply STOP to opt out.';
const SENT = 0;
const HELD = 1;
const NOT_SENT = 2;

describe('Leasing Text', () => {
	const temp = useTempStore();
	let twilio: TwilioSandbox;

	beforeAll(async () => {
		twilio = await startTwilioSandbox({ secondMs: 5 });
		twilio.addNumber({ phone: MAIN_LINE });
	});
	afterAll(async () => await twilio.close());
	beforeEach(async () => {
		twilio.reset();
		const { accountSid, authToken, url: baseUrl } = twilio;
		temp.credentials.leasingTwilioApi = { accountSid, authToken, baseUrl };
		await saveCompany(temp);
	});

	/** An item as it stands before Leasing Text: a call of just now through Normalize and Deduplicate. */
	async function called(from: string, minutesAgo = 0): Promise<IDataObject> {
		const at = new Date(Date.now() - minutesAgo * 60_000).toISOString();
		const call = missedCall(from, { startedAt: at, endedAt: at, receivedAt: at });
		const { credentials } = temp;
		const normalized = await runNode({ nodeType: NormalizeLead, items: [call], credentials });
		const deduplicated = await runNode({ nodeType: DeduplicateLead, items: normalized.json[0] ?? [], credentials });
		const item = deduplicated.json.flat()[0];
		if (!item) throw new Error('Deduplicate Lead gave no item');
		return item;
	}

	async function text(items: object[], parameters: Record<string, unknown> = {}) {
		const { json } = await runNode({
			nodeType: LeasingText,
			parameters: { message: MESSAGE, afterHours: 'send', ...parameters },
			items,
			credentials: temp.credentials,
		});
		return json as Array<
			Array<{ text: { state: string; heldUntil: string | null; body: string; reasons: Array<{ code: string; sentence: string }> } }>
		>;
	}

	const outgoing = () => twilio.messages({ direction: 'outbound-api' });

	test('a renter who just called gets one text that names company and property', async () => {
		const outputs = await text([await called(RENTER)]);
		expect(outputs[SENT]).toHaveLength(1);
		expect(outgoing()).toMatchObject([
			{
				to: RENTER,
				from: MAIN_LINE,
				body: 'Hi, this is Maple Property Group at Maple Court. Sorry we missed your call. Reply STOP to opt out.',
			},
		]);
		expect(outputs[SENT]?.[0]?.text.reasons[0]?.sentence).toMatch(/\S+ \S+/);
	});

	test('running it again for the same call sends nothing, and says so on the same output', async () => {
		const item = await called(RENTER);
		await text([item]);
		const again = await text([item]);
		expect(outgoing()).toHaveLength(1);
		expect(again[SENT]?.[0]?.text.reasons.map(({ code }) => code)).toContain('decided_before');
	});

	test('who redials gets one text, and the reason why not the second', async () => {
		await text([await called(RENTER)]);
		const redial = await text([await called(RENTER)]);
		expect(outgoing()).toHaveLength(1);
		expect(redial[NOT_SENT]?.[0]?.text.reasons[0]?.code).toBe('already_texted');
	});

	test.each([
		['a withheld number', '+266696687', 'withheld'],
		['a toll-free number', '+18005550199', 'toll_free'],
		['a number of our own staff', STAFF_PHONE, 'staff_number'],
		['one of our own lines', MAIN_LINE, 'own_number'],
		['a number abroad', '+442071838750', 'not_north_american'],
		['something that is no number', 'sip:lobby@example.com', 'invalid_number'],
	])('%s is not texted', async (_who, from, code) => {
		const outputs = await text([await called(from)]);
		expect(outputs[NOT_SENT]?.[0]?.text.reasons[0]?.code).toBe(code);
		expect(outgoing()).toEqual([]);
	});

	test('a call of an hour ago is left to a person', async () => {
		const outputs = await text([await called(RENTER, 60)]);
		expect(outputs[NOT_SENT]?.[0]?.text.reasons[0]?.code).toBe('event_too_old');
		const store = await temp.store();
		const [task] = await store.tasks.list({ portfolio: 'main', state: 'open', kind: 'call_back', limit: 1 });
		expect(task).toMatchObject({ priority: 1 });
		expect(task?.reasons.map(({ code }) => code)).toContain('event_too_old');
	});

	test('a renter who opted out is not texted, and the call-back says why', async () => {
		const item = await called(RENTER);
		const store = await temp.store();
		await store.optOuts.record({
			portfolio: 'main',
			phone: RENTER,
			action: 'out',
			via: 'staff',
			evidence: 'asked on the phone',
			at: Date.now(),
		});
		const outputs = await text([item]);
		expect(outputs[NOT_SENT]?.[0]?.text.reasons[0]?.code).toBe('opted_out');
		expect(outgoing()).toEqual([]);
	});

	test('a renter who opted out at Twilio is refused once and not even tried the next time', async () => {
		await twilio.sendText({ from: RENTER, to: MAIN_LINE, body: 'STOP' });
		const first = await text([await called(RENTER)], { repeatWindowHours: 0 });
		expect(first[NOT_SENT]?.[0]?.text.reasons.map(({ code }) => code)).toContain('opted_out');
		const second = await text([await called(RENTER)], { repeatWindowHours: 0 });
		expect(second[NOT_SENT]?.[0]?.text.reasons[0]?.code).toBe('opted_out');
	});

	test('outside permitted hours it is held until they begin, or left to a person', async () => {
		const closedNow = permittedOnlyInTwelveHours();
		const held = await text([await called(RENTER)], { afterHours: 'hold', options: closedNow });
		expect(held[HELD]?.[0]?.text).toMatchObject({ state: 'held' });
		expect(Date.parse(held[HELD]?.[0]?.text.heldUntil ?? '')).toBeGreaterThan(Date.now());
		const person = await text([await called('+15125550124')], { afterHours: 'person', options: closedNow });
		expect(person[NOT_SENT]?.[0]?.text.reasons[0]?.code).toBe('quiet_hours');
		expect(outgoing()).toEqual([]);
	});

	test('a property that only the directory knows is named, and its state is kept for the hours of the held text', async () => {
		const { credentials } = temp;
		const store = await temp.store();
		const details = { address: { line: '900 Elm Street', city: 'Miami', state: 'FL', postalCode: '33101' } };
		await store.directory.savePlaces(
			{ portfolio: 'main', provider: 'buildium' },
			[{ kind: 'property', providerId: '2', propertyId: '2', name: 'Birch Landing', active: true, details }],
			Date.now(),
		);
		const normalized = await runNode({
			nodeType: NormalizeLead,
			items: [{ name: 'Ana Ruiz', phone: RENTER, property: 'Birch Landing' }],
			credentials,
		});
		const deduplicated = await runNode({ nodeType: DeduplicateLead, items: normalized.json[0] ?? [], credentials });
		const closedNow = permittedOnlyInTwelveHours();
		// Florida lies in two zones: an hour in both needs a window of two.
		const closes = `${String(Number(closedNow.opens?.slice(0, 2)) + 3).padStart(2, '0')}:00`;
		const options = { ...closedNow, closes, from: MAIN_LINE, eventTime: new Date().toISOString() };
		const [held] = (await text(deduplicated.json.flat(), { afterHours: 'hold', options }))[HELD] ?? [];
		expect(held?.text.body).toBe(
			'Hi Ana, this is Maple Property Group at Birch Landing. Sorry we missed your call. Reply STOP to opt out.',
		);
		const [{ guard } = { guard: null }] = await store.texts.listDue(Date.parse(held?.text.heldUntil ?? ''), 5);
		expect(readKeptGuard(guard)).toMatchObject({ propertyKey: 'birch-landing', propertyState: 'FL' });
	});

	test('a landline is found by Lookup, if asked, and not texted', async () => {
		twilio.setLineType('+15125550188', 'landline');
		const outputs = await text([await called('+15125550188')], { options: { lookUp: true } });
		expect(outputs[NOT_SENT]?.[0]?.text.reasons[0]?.code).toBe('landline');
		expect(outgoing()).toEqual([]);
	});

	test.each([
		['an unknown placeholder', { message: 'Hi [fist name], this is Maple. Reply STOP to opt out.' }, /\[fist name\]/],
		['a time that is none', { options: { opens: 'nine' } }, /Permitted From is "nine"/],
		['hours that end before they begin', { options: { opens: '20:00', closes: '09:00' } }, /Permitted Until/],
		['a number that is none', { repeatWindowHours: 'often' }, /No Second Text For is "often"/],
	])('%s is said by the name of its field', async (_what, parameters, message) => {
		const item = await called(RENTER);
		await expect(text([item], parameters)).rejects.toMatchObject({ message: expect.stringMatching(message) });
		expect(outgoing()).toEqual([]);
	});

	test('an item that does not say what it is about is refused, because it could be sent twice', async () => {
		await expect(text([{ phone: RENTER }], { options: { to: RENTER, from: MAIN_LINE } })).rejects.toMatchObject({
			message: expect.stringMatching(/could send it twice/),
		});
		await expect(text([{ phone: RENTER }], { options: { to: RENTER, eventKey: 'form 17' } })).rejects.toMatchObject({
			message: expect.stringMatching(/which of your lines/),
		});
	});

	test('with key, time, line and number given, it texts without the other nodes', async () => {
		const options = { to: '(512) 555-0123', from: '(512) 555-0100', eventKey: 'form 17', eventTime: new Date().toISOString() };
		const outputs = await text([{ anything: true }], { options });
		expect(outputs[SENT]).toHaveLength(1);
		expect(outgoing()).toMatchObject([{ to: RENTER, from: MAIN_LINE }]);
	});

	test('a contact without any number is not texted, and a person is told', async () => {
		const options = { from: MAIN_LINE, eventKey: 'form 18', eventTime: new Date().toISOString() };
		const outputs = await text([{ anything: true }], { options });
		expect(outputs[NOT_SENT]?.[0]?.text).toMatchObject({ state: 'not_sent', to: '' });
		const [task] = await (await temp.store()).tasks.list({ portfolio: 'main', state: 'open', kind: 'check_text', limit: 1 });
		expect(task?.reasons[0]).toEqual(outputs[NOT_SENT]?.[0]?.text.reasons[0]);
	});

	test('with On Error: Continue a bad item comes out as Not Sent, and the others go on', async () => {
		const good = await called(RENTER);
		const { json, outputs } = await runNode({
			nodeType: LeasingText,
			parameters: { message: MESSAGE, afterHours: 'send' },
			items: [{ nothing: 'known' }, good],
			credentials: temp.credentials,
			onError: 'continueRegularOutput',
		});
		expect(json[NOT_SENT]?.[0]?.error).toMatch(/lines/);
		expect(outputs[SENT]?.[0]?.pairedItem).toEqual({ item: 1 });
		expect(outgoing()).toHaveLength(1);
	});
});

/** Options under which no text is permitted now, in any zone of the United States, but one is within a day. */
function permittedOnlyInTwelveHours(): Record<string, string> {
	const hour = (new Date().getUTCHours() - 6 + 24 + 12) % 24;
	const opens = Math.min(Math.max(hour, 9), 18);
	const from = `${String(opens).padStart(2, '0')}:00`;
	return { opens: from, sundayOpens: from, closes: `${String(opens + 1).padStart(2, '0')}:00` };
}
