import { inbound } from '../../../nodes/Twilio/missedCall/steps/inbound';
import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock, type HeldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
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

	async function texts(Body: string, changes: Record<string, string> = {}): Promise<string> {
		const params = { MessageSid: `SM${++messages}`, From: RENTER, To: LINE, Body, ...changes };
		const request = {
			step: 'inbound' as const,
			params,
			query: { step: 'inbound' },
			baseUrl: 'https://n8n.example.com/webhook/1/twilio',
		};
		const settings = {} as Parameters<typeof inbound>[0]['settings'];
		return (
			await inbound({
				request,
				settings,
				store,
				clock,
				consumer: 'workflow:trigger',
				recordEvent: true,
				verified: 'signature',
				isHeard: () => true,
			})
		).twiml;
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

	test('nothing is sent back by the answer', async () => {
		expect(await texts('Is the two bedroom still free?')).toMatch(/<Response\/?>(<\/Response>)?$/);
	});

	test('the words stand on the timeline and move the open call-back up', async () => {
		await openCallBack();
		await texts('In March, two bedrooms');
		expect((await store.timeline.ofLead(leadId)).map(({ sentence }) => sentence)).toEqual([
			'The renter wrote: "In March, two bedrooms"',
		]);
		expect(await openTasks()).toMatchObject([{ kind: 'call_back', priority: 1, reasons: [{ code: 'renter_wrote' }] }]);
	});

	test('without an open call-back somebody gets a task to answer, once for a repeated delivery', async () => {
		await texts('Hello?', { MessageSid: 'SM-again' });
		await texts('Hello?', { MessageSid: 'SM-again' });
		expect(await openTasks()).toMatchObject([{ title: 'Answer the text of Ana Ruiz', leadId, owner: 'Leasing Team' }]);
		expect(await store.timeline.ofLead(leadId)).toHaveLength(1);
	});

	test("a stranger's text becomes a task, and no lead by itself", async () => {
		await texts('Who is this?', { From: '+15125550199' });
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

	test('a doubtful wording stops texts until a person decides', async () => {
		await texts('can you stop?');
		expect(await store.optOuts.current('main', RENTER)).toMatchObject({ via: 'reply_unclear' });
		expect((await openTasks())[0]?.reasons.map(({ code }) => code)).toEqual(['renter_wrote', 'opt_out_unclear']);
	});

	test("Twilio's own reading of a keyword counts, in any language", async () => {
		await texts('ARRET', { OptOutType: 'STOP' });
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
});
