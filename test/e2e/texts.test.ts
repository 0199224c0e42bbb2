/** What becomes of the one text, on a real n8n: redials, opt-outs, landlines, quiet hours, and a phone company that falters. */
import { DatabaseSync } from 'node:sqlite';
import { LINES, TIME_ZONE } from '../../sandbox/start/company';
import type { MessageFault } from '../../sandbox/twilio/contract';
import type { StoredText } from '../../store/port';
import { startRig, type Rig } from './support/rig';
import { codes, eventually, kinds, storyOf, type Story } from './support/story';
import { addLines, publishCopy } from './support/workflows';

const LINE: string = LINES[0].phone;
const HOLDING = '+15125550102';
const FOR_PERSON = '+15125550103';

/** Texting hours that are closed now and open within a day, in the zone of the lines and of all callers here. */
function closedNow(): Record<string, string> {
	const hour = Number(new Intl.DateTimeFormat('en-US', { timeZone: TIME_ZONE, hour: 'numeric', hourCycle: 'h23' }).format(new Date()));
	const [opens, closes] = hour < 14 ? ['19:00', '19:30'] : ['12:30', '13:00'];
	return { opens, sundayOpens: opens, closes };
}

describe('the one text on a real n8n', () => {
	let rig: Rig;
	let templateId: string;

	beforeAll(async () => {
		rig = await startRig();
		for (const phone of [HOLDING, FOR_PERSON]) rig.sandbox.addNumber({ phone });
		templateId = await rig.installTemplate();
		await addLines(rig, [HOLDING, FOR_PERSON]);
		const options = closedNow();
		await publishCopy(rig, 'Holding', { trigger: { lines: [HOLDING] }, text: { afterHours: 'hold', options } });
		await publishCopy(rig, 'For a person', { trigger: { lines: [FOR_PERSON] }, text: { afterHours: 'person', options } });
	});
	afterAll(async () => await rig?.stop());
	afterEach(() => expect(rig.sandbox.violations()).toEqual([]));

	const call = async (from: string, to = LINE, timeoutMs?: number): Promise<Story> =>
		await storyOf(rig, rig.sandbox.placeCall({ from, to, hangUpAfterSeconds: 4 }), timeoutMs);

	/** The newest text to the story's lead. */
	function newest(story: Story): StoredText {
		const text = story.texts.at(-1);
		if (!text) throw new Error('There is no text.');
		return text;
	}

	/**
	 * Lets the time of a held text come. The law's hours do not follow a test's clock, so its policy becomes one that also
	 * answers at night; whatever else the guard asks is asked again.
	 */
	function nightIsOver({ id, guard }: StoredText): void {
		const { policy, ...kept } = guard as { policy: object };
		const database = new DatabaseSync(rig.storeFile, { timeout: 5_000 });
		const changed = JSON.stringify({ ...kept, policy: { ...policy, afterHours: 'send' } });
		database.prepare('UPDATE texts SET due_at = ?, guard = ? WHERE id = ?').run(Date.now(), changed, id);
		database.close();
	}

	/** Which of the three outputs of the text node the last run went to. */
	async function outputOfLastRun(workflowId: string): Promise<string | undefined> {
		const [run] = await rig.session.executions(workflowId);
		const outputs = run?.outputs['Text New Renter'] ?? run?.outputs['Text Known Renter'] ?? [];
		return ['Sent', 'Held', 'Not Sent'].find((_, index) => (outputs[index] ?? []).length > 0);
	}

	test('three calls in a row: one text, one lead, one call-back that says so', async () => {
		const from = '+17135550120';
		const first = await call(from);
		expect(first.messages).toHaveLength(1);
		await call(from);
		const third = await call(from);
		expect(third.messages).toHaveLength(1);
		expect(third.leads).toHaveLength(1);
		expect(kinds(third.tasks)).toEqual({ call_back: 1 });
		expect(third.texts.map(({ state }) => state)).toEqual([expect.stringMatching(/sent|delivered/), 'not_sent', 'not_sent']);
		expect(codes(newest(third).reasons)).toEqual(['already_texted']);
		expect(codes(third.tasks[0]?.reasons ?? [])).toContain('waits_already');
		expect(await outputOfLastRun(templateId)).toBe('Not Sent');
	});

	test('three calls at the same moment: one text, one lead, one call-back', async () => {
		const from = '+17135550121';
		const stories = await Promise.all([call(from), call(from), call(from)]);
		const last = stories.at(-1);
		expect(last?.messages).toHaveLength(1);
		expect(last?.leads).toHaveLength(1);
		expect(kinds(last?.tasks ?? [])).toEqual({ call_back: 1 });
	});

	test('words about someone who calls again are those for a known renter', async () => {
		const from = '+17135550122';
		const first = await call(from);
		const second = await call(from, LINES[1].phone);
		expect(first.messages[0]?.body).toContain('When would you like to move in');
		expect(second.messages[1]?.body).toMatch(/^Hi, .*We will call you back shortly/);
	});

	test('whoever texted STOP is not texted again, and the call-back says why', async () => {
		const from = '+17135550123';
		await rig.sandbox.sendText({ from, to: LINE, body: 'STOP' });
		const story = await call(from);
		expect(story.messages).toEqual([]);
		expect(newest(story)).toMatchObject({ state: 'not_sent', attempts: 0 });
		expect(codes(newest(story).reasons)).toEqual(['opted_out']);
		expect(codes(story.tasks[0]?.reasons ?? [])).toContain('opted_out');
		expect(await outputOfLastRun(templateId)).toBe('Not Sent');
	});

	test('an opt-out that only the phone company knows (21610) is learnt at the first text; the next is not even tried', async () => {
		const from = '+17135550124';
		rig.sandbox.failMessages({ kind: 'refuse', code: 21610 });
		const first = await call(from);
		expect(newest(first)).toMatchObject({ state: 'not_sent', errorCode: '21610', attempts: 1 });
		expect(codes(newest(first).reasons)).toEqual(['opted_out']);
		expect(await rig.store.optOuts.current('main', from)).toMatchObject({ action: 'out', via: 'provider_error_21610' });
		const second = await call(from);
		expect(newest(second)).toMatchObject({ state: 'not_sent', attempts: 0, errorCode: null });
		expect(codes(newest(second).reasons)).toEqual(['opted_out']);
		expect(second.messages).toEqual([]);
	});

	test('a landline: the failed delivery moves the call-back up, and the next call is not texted', async () => {
		const from = '+17135550125';
		rig.sandbox.setLineType(from, 'landline');
		const first = await call(from);
		const { id } = newest(first);
		await eventually('the delivery report', async () => (await rig.store.texts.get(id))?.state === 'failed');
		expect(await rig.store.texts.get(id)).toMatchObject({ errorCode: '30006' });
		const second = await call(from);
		expect(newest(second)).toMatchObject({ state: 'not_sent', attempts: 0 });
		expect(codes(newest(second).reasons)).toEqual(['landline']);
		expect(second.messages).toHaveLength(1);
		expect(kinds(second.tasks)).toEqual({ call_back: 1 });
		expect(second.tasks[0]).toMatchObject({ priority: 1 });
		expect(codes(second.tasks[0]?.reasons ?? [])).toEqual(expect.arrayContaining(['provider_30006', 'landline']));
	});

	test('a text that cannot be delivered: the call-back says so', async () => {
		rig.sandbox.failMessages({ kind: 'undelivered', code: 30003 });
		const story = await call('+17135550126');
		const { id } = newest(story);
		await eventually('the delivery report', async () => (await rig.store.texts.get(id))?.state === 'failed');
		const [task] = await rig.store.tasks.list({ portfolio: 'main', state: 'open', callId: story.call.id, limit: 5 });
		expect(codes(task?.reasons ?? [])).toContain('provider_30003');
	});

	test('a line that may not text: the renter is called, and somebody is told to mend the line', async () => {
		rig.sandbox.failMessages({ kind: 'refuse', code: 21606 });
		const story = await call('+17135550127');
		expect(newest(story)).toMatchObject({ state: 'failed', errorCode: '21606' });
		expect(codes(story.tasks[0]?.reasons ?? [])).toContain('provider_21606');
		const open = await rig.store.tasks.list({ portfolio: 'main', kind: 'fix_setup', state: 'open', limit: 50 });
		// Publishing has asked for fallbacks besides.
		const faults = open.filter(({ key }) => !key.startsWith('no_fallback:'));
		expect(faults.map(({ title }) => title)).toEqual([expect.stringContaining('Texts cannot be sent')]);
	});

	describe('a phone company that falters', () => {
		test.each<[string, MessageFault, string]>([
			['too many requests (429)', { kind: 'rate_limited', times: 2 }, '+18175550130'],
			['an error before the text was taken', { kind: 'server_error' }, '+18175550131'],
			['an error after the text was taken', { kind: 'error_after_accept' }, '+18175550132'],
			['no answer after the text was taken', { kind: 'hang_after_accept' }, '+18175550133'],
		])('%s: exactly one text arrives, once', async (_, fault, from) => {
			rig.sandbox.failMessages(fault);
			const story = await call(from, LINE, 40_000);
			expect(story.messages).toHaveLength(1);
			expect(newest(story)).toMatchObject({ state: expect.stringMatching(/sent|delivered/), providerId: story.messages[0]?.sid });
			await eventually('the delivery report', async () => (await rig.store.texts.get(newest(story).id))?.state === 'delivered');
			expect(codes(story.tasks[0]?.reasons ?? [])).not.toContain('send_unclear');
			expect(rig.sandbox.messages({ to: from })).toHaveLength(1);
		});
	});

	test.each<[string, MessageFault['kind'], string]>([
		['an error', 'error_after_accept', '+18175550134'],
		['no answer', 'hang_after_accept', '+18175550135'],
	])(
		'%s after the text was taken, and no delivery report either: the text is found at the phone company, not sent again',
		async (_, kind, from) => {
			rig.sandbox.failMessages({ kind });
			rig.sandbox.failCallbacks({ on: 'message_status', kind: 'drop', times: 3 });
			const story = await call(from, LINE, 40_000);
			expect(story.messages).toHaveLength(1);
			expect(newest(story)).toMatchObject({ state: 'sent', attempts: 1, providerId: story.messages[0]?.sid });
		},
	);

	describe('outside texting hours', () => {
		test('held, with the time at which it will go out', async () => {
			const story = await call('+19725550140', HOLDING);
			expect(story.messages).toEqual([]);
			const text = newest(story);
			expect(text).toMatchObject({ state: 'held', attempts: 0 });
			expect(codes(text.reasons)[0]).toBe('quiet_hours');
			expect(text.dueAt).toBeGreaterThan(Date.now());
			expect(text.dueAt).toBeLessThan(Date.now() + 26 * 3_600_000);
			const [run] = await rig.session.executions(story.call.consumer.split(':')[0] ?? '');
			expect(run?.outputs['Text New Renter']?.[1]).toEqual([
				expect.objectContaining({
					text: expect.objectContaining({ state: 'held', heldUntil: new Date(text.dueAt).toISOString() }),
				}),
			]);
		});

		test('somebody who calls again in the night still gets one text', async () => {
			const from = '+19725550141';
			await call(from, HOLDING);
			const second = await call(from, HOLDING);
			expect(second.texts.map(({ state }) => state)).toEqual(['held', 'not_sent']);
		});

		test('a held text goes out by itself once its time has come', async () => {
			const story = await call('+19725550142', HOLDING);
			const text = newest(story);
			nightIsOver(text);
			await rig.sandbox.waitForMessage((message) => message.to === story.call.callerRaw && message.deliveredAt !== null, 40_000);
			await eventually('the delivery report', async () => (await rig.store.texts.get(text.id))?.state === 'delivered');
		});

		test('left to a person, whose call-back says why', async () => {
			const story = await call('+19725550143', FOR_PERSON);
			expect(story.messages).toEqual([]);
			expect(newest(story)).toMatchObject({ state: 'not_sent' });
			expect(codes(newest(story).reasons)[0]).toBe('quiet_hours');
			expect(kinds(story.tasks)).toEqual({ call_back: 1 });
			expect(codes(story.tasks[0]?.reasons ?? [])).toContain('quiet_hours');
		});
	});
});
