import type { IncomingText } from '../../../leasing/text/incoming';
import type { E164 } from '../../../leasing/phone/phone';
import { recordOptOut } from '../../../office/optOuts/recordOptOut';
import { completeTask } from '../../../office/tasks/completeTask';
import { keepInboundText } from '../../../office/texts/keepInboundText';
import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock, type HeldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { newTask } from '../../store/contract/builders';
import { company, LINE } from '../../nodes/shared/company';

const RENTER = '+15125550123';

describe('a renter texts the line', () => {
	let clock: HeldClock;
	let store: Store;
	let folder: ReturnType<typeof tempFolder>;
	let leadId: string;
	let messages = 0;

	beforeEach(async () => {
		folder = tempFolder();
		clock = heldClock();
		store = await openStore({ backend: 'sqlite', file: folder.file('store.sqlite') }, { clock, ids: countingIds() });
		await store.portfolios.save(company);
		const lead = await store.leads.create({
			portfolio: 'main',
			firstName: 'Ana',
			lastName: 'Ruiz',
			fullName: 'Ana Ruiz',
			phone: RENTER,
			email: null,
			source: 'phone',
			status: 'new',
			owner: 'Dana',
			nextAction: 'Call back',
			nextActionAt: clock.now(),
			propertyKey: null,
			interest: {},
		});
		leadId = lead.id;
		await store.leads.addIdentity('main', leadId, { kind: 'phone', value: RENTER });
	});
	afterEach(async () => {
		await store.close();
		folder.remove();
	});

	function received(body: string, changes: Partial<IncomingText> = {}): IncomingText {
		return {
			provider: 'twilio',
			providerId: `SM${++messages}`,
			from: RENTER,
			to: LINE,
			body,
			media: [],
			keyword: null,
			raw: {},
			...changes,
		};
	}
	async function texts(body: string, changes: Partial<IncomingText> = {}, consumer: string | null = null) {
		const line = await store.portfolios.findLine(LINE);
		if (!line) throw new Error('The line is in the settings.');
		return await keepInboundText({ store, clock }, received(body, changes), line, { consumer });
	}
	const openCallBack = async () =>
		await store.tasks.open({
			portfolio: 'main',
			key: 'call',
			kind: 'call_back',
			title: 'Call back Ana Ruiz',
			leadId,
			callId: null,
			owner: 'Dana',
			dueAt: clock.now(),
			priority: 2,
			reasons: [],
		});
	const openTasks = async () => await store.tasks.list({ portfolio: 'main', state: 'open', limit: 10 });

	test('the words stand on the timeline and move the open call-back up', async () => {
		await openCallBack();
		await texts('In March, two bedrooms');
		expect((await store.timeline.ofLead(leadId)).map(({ sentence }) => sentence)).toEqual([
			'The renter wrote: "In March, two bedrooms"',
		]);
		expect(await openTasks()).toMatchObject([{ kind: 'call_back', priority: 1, reasons: [{ code: 'renter_wrote' }] }]);
	});

	test('without an open call-back somebody gets a task to answer, once for a repeated delivery', async () => {
		await texts('Hello?', { providerId: 'SM-again' });
		await texts('Hello?', { providerId: 'SM-again' });
		expect(await openTasks()).toMatchObject([{ title: 'Answer the text of Ana Ruiz', leadId, owner: 'Leasing Team' }]);
		expect(await store.timeline.ofLead(leadId)).toHaveLength(1);
	});

	test("a stranger's text becomes a task, and no lead by itself", async () => {
		await texts('Who is this?', { from: '+15125550199' });
		expect(await openTasks()).toMatchObject([{ title: 'Answer the text of (512) 555-0199', leadId: null }]);
		expect(await store.leads.count('main')).toBe(1);
	});

	test.each(['STOP', 'Please stop texting me', 'opt out', 'wrong number', 'no más'])(
		'"%s" ends all texts, without bothering anybody',
		async (words) => {
			await texts(words);
			expect(await store.optOuts.current('main', RENTER)).toMatchObject({ action: 'out', via: 'reply', evidence: words });
			expect(await openTasks()).toEqual([]);
		},
	);

	test('a doubtful wording holds texts until a person has looked', async () => {
		await texts('can you stop?');
		expect(await store.optOuts.current('main', RENTER)).toBeNull();
		expect(await store.textHolds.current('main', RENTER)).toMatchObject({ via: 'reply_unclear', evidence: 'can you stop?' });
		expect((await openTasks())[0]?.reasons.map(({ code }) => code)).toEqual(['renter_wrote', 'opt_out_unclear']);
	});

	describe('texts that a doubtful wording holds back', () => {
		const held = async (phone = RENTER) => (await store.textHolds.current('main', phone))?.evidence ?? null;
		const complete = async (nth = 0) =>
			await completeTask({ store, clock }, (await openTasks())[nth]?.id ?? '', { by: 'Dana', note: null });

		test.each(['yes Saturday works', 'I did not get your text', 'START'])('"%s" holds nothing', async (words) => {
			await texts(words);
			expect(await held()).toBeNull();
		});

		test('go out again once somebody completed the task with the words, on the call-back', async () => {
			await openCallBack();
			await texts('this is spam');
			await complete();
			expect(await held()).toBeNull();
			expect((await store.timeline.ofLead(leadId)).flatMap(({ reasons }) => reasons.map(({ code }) => code))).toContain(
				'texts_again',
			);
		});

		test('and of a stranger, on the task to answer', async () => {
			await texts('this is spam', { from: '+15125550199' });
			expect(await held('+15125550199')).toBe('this is spam');
			await complete();
			expect(await held('+15125550199')).toBeNull();
		});

		test('stay held when the words came after the task that was completed', async () => {
			await texts('who gave you my number?', { from: '+15125550199' });
			const [seen] = await openTasks();
			await texts('I will report you', { from: '+15125550199' });
			await completeTask({ store, clock }, seen?.id ?? '', { by: 'Dana', note: null });
			expect(await held('+15125550199')).toBe('I will report you');
		});

		test('stay held when another task of the lead is completed', async () => {
			await openCallBack();
			await complete();
			await texts('this is spam');
			await store.tasks.open({ ...newTask({ portfolio: 'main', leadId }), key: 'another' });
			const another = await store.tasks.byKey('main', 'another');
			await completeTask({ store, clock }, another?.id ?? '', { by: 'Dana', note: null });
			expect(await held()).toBe('this is spam');
		});

		test.each(['out', 'in'] as const)('are decided about when staff record the opt-out (%s)', async (action) => {
			await texts('this is spam');
			await recordOptOut({ store, clock }, { settings: company, phone: RENTER as E164, action, evidence: 'asked by phone' });
			expect(await held()).toBeNull();
			expect((await store.optOuts.current('main', RENTER)) === null).toBe(action === 'in');
		});

		test('go out again when the renter asks for them', async () => {
			await texts('this is spam');
			await texts('START');
			expect(await held()).toBeNull();
		});
	});

	test("the phone system's own reading of a keyword counts, in any language", async () => {
		await texts('no entiendo', { keyword: 'out' });
		expect(await store.optOuts.current('main', RENTER)).not.toBeNull();
	});

	test('START brings texts back, and is noted only if they had been stopped', async () => {
		await texts('START');
		expect(await store.optOuts.history('main', RENTER)).toEqual([]);
		await texts('STOP');
		clock.advance(1);
		await texts('START');
		expect(await store.optOuts.current('main', RENTER)).toBeNull();
		expect((await store.optOuts.history('main', RENTER)).map(({ action }) => action)).toEqual(['out', 'in']);
	});

	describe('the conversation', () => {
		const conversation = async () => await store.texts.conversation({ portfolio: 'main', phone: RENTER, line: LINE, limit: 10 });

		test('has what both sides wrote, in order, with the lead and the inquiry that the text is', async () => {
			await plan(store, clock);
			clock.advance(1_000);
			const media = [{ url: 'https://media.example/1', contentType: 'image/jpeg' }];
			const kept = await texts('Is the two bedroom still free?', { media });
			expect(await conversation()).toMatchObject([
				{ direction: 'out', body: 'Sorry we missed your call.' },
				{ direction: 'in', state: 'received', body: 'Is the two bedroom still free?', media, leadId, provider: 'twilio' },
			]);
			const { inquiry } = (await store.inquiries.listByLead(leadId))[0] ?? {};
			expect(inquiry).toMatchObject({ providerId: kept?.text.providerId, channel: 'text' });
		});

		test('has a repeated delivery once', async () => {
			await texts('Hello?', { providerId: 'SM-again' });
			expect(await texts('Hello?', { providerId: 'SM-again' })).toBeNull();
			expect(await conversation()).toHaveLength(1);
		});

		test('tells apart two phone systems whose messages have the same id', async () => {
			await texts('Hello?', { providerId: '1' });
			await texts('Hello again?', { providerId: '1', provider: 'other' });
			expect((await conversation()).map(({ body }) => body)).toEqual(['Hello?', 'Hello again?']);
		});

		test('of somebody who hides the number is kept, too', async () => {
			expect(await texts('Who is this?', { from: '' })).toMatchObject({ text: { state: 'received', body: 'Who is this?' } });
			expect(await openTasks()).toMatchObject([{ title: 'Answer the text of an unknown number' }]);
		});
	});

	describe('a workflow that runs for each text', () => {
		test('gets one event for one text, with what it says about further texts', async () => {
			await texts('please stop texting me', { providerId: 'SM7' }, 'workflow:texts');
			await texts('please stop texting me', { providerId: 'SM7' }, 'workflow:texts');
			expect(await store.events.countByState('workflow:texts')).toMatchObject({ waiting: 1 });
			expect((await store.events.byKey('workflow:texts', 'text:twilio:SM7'))?.payload).toMatchObject({
				kind: 'text_received',
				leadId,
				phone: RENTER,
				line: LINE,
				body: 'please stop texting me',
				reading: { kind: 'out' },
			});
		});

		test('where there is none, no events pile up', async () => {
			await texts('Hello?');
			expect(await store.events.byKey('workflow:trigger', `text:twilio:SM${messages}`)).toBeNull();
		});
	});
});

async function plan(store: Store, clock: HeldClock): Promise<void> {
	const now = clock.now();
	await store.texts.plan({
		portfolio: 'main',
		key: 'twilio:CA1:missed_call_reply',
		purpose: 'missed_call_reply',
		leadId: null,
		callId: null,
		provider: 'twilio',
		phone: RENTER,
		line: LINE,
		body: 'Sorry we missed your call.',
		segments: 1,
		state: 'planned',
		dueAt: now,
		expiresAt: null,
		eventAt: now,
		guard: {},
		reasons: [],
	});
}
