/** Every way a call can end, on a real n8n against the stand-in: the right verdict, and the one text or task it calls for. */
import { LINES, STAFF } from '../../sandbox/start/company';
import type { PlaceCall, StaffBehaviour } from '../../sandbox/twilio/contract';
import { startRig, type Rig } from './support/rig';
import { codes, eventually, kinds, storyOf, type Story } from './support/story';
import { addLines, publishCopy } from './support/workflows';

const LINE = LINES[0].phone;
const FORWARDED = '+15125550102';
const WATCHED = '+15125550103';

describe('verdicts on a real n8n', () => {
	let rig: Rig;
	let consumer = '';

	beforeAll(async () => {
		rig = await startRig();
		for (const phone of [FORWARDED, WATCHED]) rig.sandbox.addNumber({ phone, voiceUrl: 'https://example.com/app' });
		await rig.installTemplate();
		await addLines(rig, [FORWARDED, WATCHED]);
		await publishCopy(rig, 'Forwarded', { trigger: { mode: 'forwarded', lines: [FORWARDED], options: { transcribe: true } } });
		await publishCopy(rig, 'Watched', { trigger: { mode: 'watch', lines: [WATCHED] } });
	});
	afterAll(async () => await rig?.stop());
	beforeEach(() => staff({ kind: 'ignore' }));
	afterEach(() => expect(rig.sandbox.violations()).toEqual([]));

	function staff(behaviour: StaffBehaviour): void {
		for (const { phone } of STAFF) rig.sandbox.setStaff(phone, behaviour);
	}

	async function call(place: Omit<PlaceCall, 'to'> & { to?: string }): Promise<Story> {
		const story = await storyOf(rig, rig.sandbox.placeCall({ to: LINE, ...place }));
		if (story.call.lineE164 === LINE) consumer = story.call.consumer;
		return story;
	}

	/** One lead, one text that arrives, one call-back, one entry on the timeline that says the call was missed. */
	function expectOneOfEach(story: Story, outcome: string): void {
		expect(story.call).toMatchObject({ state: 'missed', outcome });
		expect(story.leads).toHaveLength(1);
		expect(story.messages).toHaveLength(1);
		expect(story.texts).toHaveLength(1);
		expect(kinds(story.tasks)).toMatchObject({ call_back: 1 });
		expect(story.timeline.filter((entry) => entry.kind === 'call')).toHaveLength(1);
	}

	test.each<[string, StaffBehaviour, Partial<PlaceCall> & { from: string }, string]>([
		['nobody picks up', { kind: 'ignore' }, { from: '+15125550120' }, 'no_answer'],
		['staff phones are busy', { kind: 'busy' }, { from: '+15125550121' }, 'busy'],
		['staff decline', { kind: 'decline' }, { from: '+15125550122' }, 'busy'],
		['a carrier mailbox picks up', { kind: 'mailbox' }, { from: '+15125550123' }, 'mailbox'],
		['staff pick up and press nothing', { kind: 'answer' }, { from: '+15125550124' }, 'mailbox'],
		['staff press another key', { kind: 'press', digit: '2' }, { from: '+15125550125' }, 'mailbox'],
		['the caller hangs up while it rings', { kind: 'ignore' }, { from: '+15125550126', hangUpAfterSeconds: 6 }, 'hung_up'],
		[
			'the same, reported as no-answer',
			{ kind: 'ignore' },
			{ from: '+15125550127', hangUpAfterSeconds: 6, hangUpDialStatus: 'no-answer' },
			'hung_up',
		],
		[
			'the same, reported as completed',
			{ kind: 'ignore' },
			{ from: '+15125550128', hangUpAfterSeconds: 6, hangUpDialStatus: 'completed' },
			'hung_up',
		],
		[
			'the same, without a dial report',
			{ kind: 'ignore' },
			{ from: '+15125550129', hangUpAfterSeconds: 6, hangUpDialStatus: 'none' },
			'hung_up',
		],
		['the caller hangs up on a mailbox', { kind: 'mailbox' }, { from: '+15125550130', hangUpAfterSeconds: 13 }, 'hung_up'],
	])('%s: missed, one text, one lead, one call-back', async (_, behaviour, place, outcome) => {
		staff(behaviour);
		const story = await call(place);
		expectOneOfEach(story, outcome);
		expect(kinds(story.tasks)).toEqual({ call_back: 1 });
		const { status } = await rig.sandbox.waitForMessage((message) => message.to === place.from && message.deliveredAt !== null);
		expect(status).toBe('delivered');
	});

	test('staff press 1: answered; no event, no text, no lead, no task', async () => {
		staff({ kind: 'press', digit: '1' });
		const before = await rig.store.events.countByState(consumer);
		const story = await call({ from: '+15125550131' });
		expect(story).toMatchObject({ call: { state: 'answered', outcome: null }, leads: [], messages: [], tasks: [], timeline: [] });
		expect(await rig.store.events.countByState(consumer)).toEqual(before);
	});

	test('a wrong staff number: the text goes out, and somebody is told to mend the number, once a day', async () => {
		staff({ kind: 'invalid' });
		for (const from of ['+15125550132', '+15125550133']) expectOneOfEach(await call({ from }), 'staff_number_failed');
		const open = await rig.store.tasks.list({ portfolio: 'main', kind: 'fix_setup', state: 'open', limit: 50 });
		// Publishing has asked for fallbacks besides.
		const faults = open.filter(({ reasons }) => reasons.some(({ code }) => code === 'staff_number_failed'));
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatchObject({ owner: 'Leasing Team', title: expect.stringContaining('staff number cannot be reached') });
	});

	test.each([
		['a keypad spelling', '+266696687'],
		['a word', 'anonymous'],
	])('a caller who hides the number (%s): no text, no lead, one task', async (_, from) => {
		const leads = await rig.store.leads.count('main');
		const story = await call({ from });
		expect(story).toMatchObject({ call: { state: 'missed', withheld: true, callerE164: null }, messages: [] });
		expect(kinds(story.tasks)).toEqual({ review_match: 1 });
		expect(story.tasks[0]?.title).toContain('hidden number');
		expect(await rig.store.leads.count('main')).toBe(leads);
	});

	test('a toll-free caller: no text, one task', async () => {
		const story = await call({ from: '+18005550134' });
		expect(story).toMatchObject({ call: { state: 'missed' }, messages: [] });
		expect(story.tasks).toHaveLength(1);
	});

	describe('calls reach the line only when nobody answered', () => {
		test('missed as soon as it arrives, with where it was forwarded from', async () => {
			const story = await call({ to: FORWARDED, from: '+17375550140', forwardedFrom: '+15125550199' });
			expectOneOfEach(story, 'forwarded');
			expect(story.call.forwardedFrom).toBe('+15125550199');
		});

		test('voicemail and transcript come later: on the call, its task and its timeline, once each', async () => {
			rig.sandbox.failCallbacks({ on: 'recording', kind: 'duplicate', amount: 5 });
			const transcript = 'Hi, is the two bedroom still free?';
			const pretend = rig.sandbox.placeCall({ to: FORWARDED, from: '+17375550141', voicemail: { seconds: 9, transcript } });
			await eventually(
				'the transcript',
				async () => (await rig.store.calls.byProviderId('twilio', pretend.sid))?.voicemail?.transcript,
			);
			const story = await storyOf(rig, pretend);
			expectOneOfEach(story, 'forwarded');
			expect(story.call.voicemail).toMatchObject({ durationSeconds: 9, transcript, url: expect.stringContaining('/Recordings/RE') });
			expect(codes(story.tasks[0]?.reasons ?? []).filter((code) => code.startsWith('voicemail'))).toEqual([
				'voicemail',
				'voicemail_transcript',
			]);
			expect(story.timeline.filter((entry) => entry.kind === 'voicemail').map((entry) => entry.sentence)).toEqual([
				expect.stringContaining('voicemail of 9 seconds'),
				expect.stringContaining(transcript),
			]);
		});
	});

	test('a voicemail of the second call is found on the call-back that the first one opened', async () => {
		const from = '+17375550142';
		await call({ from });
		const pretend = rig.sandbox.placeCall({ to: LINE, from, voicemail: { seconds: 7 } });
		await eventually('the voicemail', async () => (await rig.store.calls.byProviderId('twilio', pretend.sid))?.voicemail?.url);
		const story = await storyOf(rig, pretend);
		expect(kinds(story.tasks)).toEqual({ call_back: 1 });
		expect(codes(story.tasks[0]?.reasons ?? [])).toContain('voicemail');
	});

	describe('another app answers the line', () => {
		test.each<[string, string, NonNullable<PlaceCall['otherApp']>, string]>([
			['the app found nobody', '+12105550150', { childLegs: [{ status: 'no-answer' }, { status: 'busy' }] }, 'no_answer'],
			['the app rang nobody', '+12105550151', { childLegs: [] }, 'no_answer'],
			['the caller gave up', '+12105550152', { childLegs: [], parentStatus: 'no-answer' }, 'no_answer'],
			['the app refused the call', '+12105550153', { childLegs: [], parentStatus: 'busy' }, 'busy'],
		])('%s: missed', async (_, from, otherApp, outcome) => {
			expectOneOfEach(await call({ to: WATCHED, from, otherApp }), outcome);
		});

		test('somebody talked to the caller: answered, and nothing is sent', async () => {
			const otherApp = {
				childLegs: [{ status: 'no-answer' }, { status: 'completed', durationSeconds: 40 }],
			} satisfies PlaceCall['otherApp'];
			const story = await call({ to: WATCHED, from: '+12105550154', otherApp });
			expect(story).toMatchObject({ call: { state: 'answered' }, leads: [], messages: [], tasks: [] });
		});

		test('the app still has its voice address', () => {
			expect(rig.sandbox.number(WATCHED).voice_url).toBe('https://example.com/app');
		});
	});

	describe('callbacks that come often, late or never', () => {
		test('every callback five times: one of each', async () => {
			for (const on of ['dial_action', 'call_status', 'recording'] as const)
				rig.sandbox.failCallbacks({ on, kind: 'duplicate', amount: 5 });
			// Queued, sent and delivered.
			rig.sandbox.failCallbacks({ on: 'message_status', kind: 'duplicate', amount: 5, times: 3 });
			const from = '+12145550160';
			const pretend = rig.sandbox.placeCall({ to: LINE, from, voicemail: { seconds: 5 } });
			await eventually('the voicemail', async () => (await rig.store.calls.byProviderId('twilio', pretend.sid))?.voicemail?.url);
			await rig.sandbox.waitForMessage((message) => message.to === from && message.deliveredAt !== null);
			await eventually('the delivery report', async () => {
				const [lead] = await rig.store.leads.search({ portfolio: 'main', text: from, limit: 1 });
				return lead && (await rig.store.texts.listByLead(lead.id)).some((text) => text.state === 'delivered');
			});
			const story = await storyOf(rig, pretend);
			expectOneOfEach(story, 'no_answer');
			expect(kinds(story.timeline)).toEqual({ call: 1, match: 1, task: 1, text: 2, voicemail: 1 });
			expect(codes(story.tasks[0]?.reasons ?? []).filter((code) => code === 'voicemail')).toHaveLength(1);
		});

		test('the dial report comes after the end of the call: still one of each', async () => {
			rig.sandbox.failCallbacks({ on: 'dial_action', kind: 'delay', amount: 60 });
			expectOneOfEach(await call({ from: '+12145550161', hangUpAfterSeconds: 6 }), 'hung_up');
		});

		test('the status callback never comes: the dial report is enough', async () => {
			rig.sandbox.failCallbacks({ on: 'call_status', kind: 'drop' });
			expectOneOfEach(await call({ from: '+12145550162' }), 'no_answer');
		});

		test('the dial report never comes: the dialled legs are looked up', async () => {
			const place = async (from: string, behaviour: StaffBehaviour) => {
				staff(behaviour);
				rig.sandbox.failCallbacks({ on: 'dial_action', kind: 'drop' });
				const pretend = rig.sandbox.placeCall({ to: LINE, from });
				await pretend.ended;
				return pretend;
			};
			const unanswered = await place('+12145550163', { kind: 'ignore' });
			const mailbox = await place('+12145550164', { kind: 'mailbox' });
			const answered = await place('+12145550165', { kind: 'press', digit: '1' });
			expectOneOfEach(await storyOf(rig, unanswered), 'no_answer');
			expectOneOfEach(await storyOf(rig, mailbox), 'mailbox');
			// Somebody pressed 1, but nobody saw the two connected: no text to somebody who was most likely spoken to; a person makes sure.
			expect(await storyOf(rig, answered)).toMatchObject({
				call: { state: 'answered' },
				leads: [],
				messages: [],
				tasks: [{ kind: 'other', reasons: [{ code: 'connection_unseen' }] }],
			});
		});
	});
});
