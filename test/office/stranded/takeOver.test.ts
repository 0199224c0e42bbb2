/** What a trigger that is gone has left: taken over by the one that serves the same, or a task for a person; never both, never too early. */
import { HOUR, MINUTE } from '../../../leasing/time';
import { lookAfterStranded } from '../../../office/stranded/takeOver';
import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock, type HeldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { LINE, newCall, NOON } from '../../store/contract/builders';
import { company } from '../../nodes/shared/company';

const OLD = 'old:trigger';
const HEIR = 'new:trigger';
const OTHER = 'elsewhere:trigger';
const CALLS = `missed_call:${LINE}`;

describe('what a trigger that is gone has left', () => {
	let clock: HeldClock;
	let store: Store;
	let folder: ReturnType<typeof tempFolder>;

	beforeEach(async () => {
		folder = tempFolder();
		clock = heldClock();
		store = await openStore({ backend: 'sqlite', file: folder.file('store.sqlite') }, { clock, ids: countingIds() });
		await store.portfolios.save(company);
	});
	afterEach(async () => {
		await store.close();
		folder.remove();
	});

	const trigger = (consumer: string, serves: string[]) => lookAfterStranded({ store, clock, consumer, serves });
	async function looks(times: number, ...all: Array<() => Promise<number>>): Promise<number> {
		let taken = 0;
		for (let nth = 0; nth < times; nth++) {
			clock.advance(30_000);
			for (const taking of await Promise.all(all.map(async (look) => await look()))) taken += taking;
		}
		return taken;
	}
	const missed = async (key: string, line: string = LINE) =>
		await store.events.record({
			consumer: OLD,
			key,
			kind: 'missed_call',
			payload: { event: 'missed_call', portfolio: 'main', line: { e164: line, label: 'Gate sign' } },
			receivedAt: clock.now(),
		});
	const tasks = async () => await store.tasks.list({ portfolio: 'main', state: 'open', limit: 9 });
	const countOf = async (consumer: string) => await store.events.countByState(consumer);

	it('is taken over within minutes by the workflow that serves the line now, and by nobody else', async () => {
		await looks(1, trigger(OLD, [CALLS]));
		await missed('a');
		const { call } = await store.calls.open(newCall({ consumer: OLD }));
		const heir = trigger(HEIR, [CALLS]);
		const other = trigger(OTHER, ['missed_call:+15125550199']);
		expect(await looks(3, heir, other)).toBe(0);
		expect(await looks(3, heir, other)).toBe(2);
		expect(await countOf(HEIR)).toMatchObject({ waiting: 1 });
		expect(await store.calls.get(call.id)).toMatchObject({ consumer: HEIR, state: 'open' });
		await looks(9, heir, other);
		expect(await tasks()).toEqual([]);
		expect(await countOf(OLD)).toMatchObject({ waiting: 0, failed: 0 });
	});

	it('goes to exactly one when several processes run the same heir', async () => {
		await looks(1, trigger(OLD, [CALLS]));
		for (const key of ['a', 'b', 'c']) await missed(key);
		expect(await looks(8, trigger(HEIR, [CALLS]), trigger(HEIR, [CALLS]), trigger('third:trigger', [CALLS]))).toBe(3);
		const [one, two] = [await countOf(HEIR), await countOf('third:trigger')];
		expect(one.waiting + two.waiting).toBe(3);
	});

	it('stays with a trigger that is away for a moment only, such as while n8n starts', async () => {
		const before = trigger(OLD, [CALLS]);
		const other = trigger(HEIR, [CALLS]);
		await looks(2, before, other);
		await missed('a');
		await looks(3, other);
		const back = trigger(OLD, [CALLS]);
		expect(await looks(20, back, other)).toBe(0);
		expect(await countOf(OLD)).toMatchObject({ waiting: 1 });
		expect(await tasks()).toEqual([]);
	});

	it('stays with a trigger that is there, however the clock jumps', async () => {
		const [mine, other] = [trigger(OLD, [CALLS]), trigger(OTHER, [])];
		await looks(1, mine, other);
		await missed('a');
		for (const jump of [5 * HOUR, -10 * HOUR, 24 * HOUR]) {
			clock.advance(jump);
			await looks(3, mine, other);
		}
		expect(await countOf(OLD)).toMatchObject({ waiting: 1 });
		expect(await tasks()).toEqual([]);
	});

	it('becomes one task that says what to do, when nobody serves the line', async () => {
		await looks(1, trigger(OLD, [CALLS]));
		await missed('a');
		const { call } = await store.calls.open(newCall({ consumer: OLD }));
		const others = [trigger(OTHER, []), trigger('fourth:trigger', ['buildium:main'])];
		await looks(7, ...others);
		expect(await tasks()).toEqual([]);
		await looks(5, ...others);
		expect((await tasks()).map(({ title, callId, priority }) => [title, callId, priority]).sort()).toEqual([
			['A missed call to Gate sign was not handled: its workflow is gone', null, 1],
			['Call back: nobody knows whether a call to Cedar Grove leasing was answered', call.id, 1],
		]);
		for (const { reasons } of await tasks())
			expect(reasons[0]).toMatchObject({ code: 'nobody_serves', sentence: expect.stringContaining('Call the renter back.') });
		expect(await countOf(OLD)).toMatchObject({ waiting: 0, failed: 1 });
		expect(await store.calls.get(call.id)).toMatchObject({ state: 'missed' });
	});

	it('is left alone while somebody runs it, as a run goes on after its workflow was unpublished', async () => {
		await looks(1, trigger(OLD, [CALLS]));
		await missed('a');
		const [event] = await store.events.claim(OLD, 'p1', 1, clock.now(), clock.now() + MINUTE);
		const heir = trigger(HEIR, [CALLS]);
		for (let nth = 0; nth < 8; nth++) {
			await store.events.heartbeat([event?.id ?? ''], 'p1', clock.now() + MINUTE);
			expect(await looks(1, heir)).toBe(0);
		}
		expect(await looks(4, heir)).toBe(1);
		expect(await store.events.byKey(HEIR, 'a')).toMatchObject({ attempts: 1, state: 'waiting' });
	});

	it('of another system goes to the trigger that takes the same, else to a person', async () => {
		await looks(1, trigger(OLD, ['buildium:main']));
		const record = async (consumer: string, key: string) =>
			await store.events.record({ consumer, key, kind: 'buildium', payload: { portfolio: 'main' }, receivedAt: NOON });
		await record(OLD, 'Task:1');
		await record('never:seen', 'Task:2');
		expect(await looks(12, trigger(HEIR, ['buildium:main']))).toBe(1);
		expect(await store.events.byKey(HEIR, 'Task:1')).toMatchObject({ state: 'waiting' });
		expect((await tasks()).map(({ title }) => title)).toEqual(['Nobody has handled an event (buildium): its workflow is gone']);
	});

	it('is work that nobody does any more: one task asks for a workflow, and the work waits on', async () => {
		await looks(1, trigger(OLD, ['work:sweep']), trigger('fifth:trigger', ['work:other']));
		const other = trigger(OTHER, []);
		await looks(10, other);
		expect(await tasks()).toEqual([]);
		await store.work.add({ portfolio: 'main', kind: 'sweep', key: 'a', payload: {}, dueAt: clock.now() });
		await looks(3, other);
		expect(await tasks()).toEqual([]);
		await looks(6, other, trigger(HEIR, []));
		expect((await tasks()).map(({ title }) => title)).toEqual(['Work "sweep" is due, and no published workflow does it']);
		expect((await store.work.byKey('sweep', 'a'))?.state).toBe('waiting');
	});
});
