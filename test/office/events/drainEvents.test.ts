import { MINUTE } from '../../../leasing/time';
import { startDrain, type Drain, type RunOutcome } from '../../../office/events/drainEvents';
import { giveUpEvent } from '../../../office/events/giveUpEvent';
import { wake } from '../../../office/events/wake';
import { openStore } from '../../../store/openStore';
import type { Store, StoredEvent } from '../../../store/port';
import { heldClock, type HeldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { company } from '../../nodes/shared/company';

const TRIGGER = 'workflow:trigger';

describe('running a workflow for stored events', () => {
	let clock: HeldClock;
	let store: Store;
	let folder: ReturnType<typeof tempFolder>;
	const drains: Drain[] = [];

	beforeEach(async () => {
		folder = tempFolder();
		clock = heldClock();
		store = await openStore({ backend: 'sqlite', file: folder.file('store.sqlite') }, { clock, ids: countingIds() });
		await store.portfolios.save(company);
	});
	afterEach(async () => {
		await Promise.all(drains.splice(0).map(async (drain) => await drain.stop(0)));
		await store.close();
		folder.remove();
	});

	async function record(key: string): Promise<void> {
		await store.events.record({
			consumer: TRIGGER,
			key,
			kind: 'missed_call',
			payload: { portfolio: 'main', line: { label: 'Gate sign' } },
			receivedAt: clock.now(),
		});
		clock.advance(1);
	}

	function drain(run: (event: StoredEvent) => Promise<RunOutcome>, claimer = 'this process'): Drain {
		const started = startDrain({
			store,
			clock,
			consumer: TRIGGER,
			claimer,
			run,
			onGivenUp: async (event, error, tx) => await giveUpEvent(tx, clock, event, error),
			onError: (error) => {
				throw error;
			},
		});
		drains.push(started);
		return started;
	}

	/** Rings until the condition holds; the ring stands for "something was stored". */
	async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
		const giveUpAt = Date.now() + 8_000;
		while (!(await condition())) {
			if (Date.now() > giveUpAt) throw new Error('The condition did not come true in time.');
			wake(TRIGGER);
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
	const state = async (key: string) => (await store.events.byKey(TRIGGER, key))?.state;

	test('events run in the order of their arrival, each once, and are done afterwards', async () => {
		for (const key of ['a', 'b', 'c']) await record(key);
		const ran: string[] = [];
		drain(async ({ key }) => {
			ran.push(key);
			return { ok: true };
		});
		await until(async () => (await state('c')) === 'done');
		await record('a');
		await record('d');
		await until(async () => (await state('d')) === 'done');
		expect(ran).toEqual(['a', 'b', 'c', 'd']);
	});

	test('a burst does not start all at once', async () => {
		for (let index = 0; index < 40; index++) await record(`call ${index}`);
		let running = 0;
		let most = 0;
		drain(async () => {
			most = Math.max(most, ++running);
			await new Promise((resolve) => setImmediate(resolve));
			running--;
			return { ok: true };
		});
		await until(async () => (await store.events.countByState(TRIGGER)).done === 40);
		expect(most).toBeLessThanOrEqual(4);
	});

	test('an event whose process died runs again once its claim has run out, and not before', async () => {
		await record('a');
		await store.events.claim(TRIGGER, 'killed process', 1, clock.now(), clock.now() + MINUTE);
		const ran: string[] = [];
		drain(async ({ key }) => {
			ran.push(key);
			return { ok: true };
		});
		await record('b');
		await until(async () => (await state('b')) === 'done');
		expect(ran).toEqual(['b']);
		clock.advance(2 * MINUTE);
		await until(async () => (await state('a')) === 'done');
		expect(ran).toEqual(['b', 'a']);
	});

	test('a workflow that fails is tried four times with growing pauses, then a person gets it', async () => {
		await record('a');
		let attempts = 0;
		drain(async () => {
			attempts++;
			return { ok: false, error: 'Twilio refused the credential.' };
		});
		for (const pause of [0, MINUTE, MINUTE, 5 * MINUTE]) {
			clock.advance(pause);
			const before = attempts;
			await until(() => attempts > before);
		}
		await until(async () => (await state('a')) === 'failed');
		expect(attempts).toBe(4);
		const [task] = await store.tasks.list({ portfolio: 'main', state: 'open', limit: 5 });
		expect(task).toMatchObject({ kind: 'failed_event', owner: 'Leasing Team', priority: 1 });
		expect(task?.title).toContain('Gate sign');
		expect(task?.reasons[0]?.sentence).toContain('Twilio refused the credential.');
	});

	test('a run whose worker disappeared says nothing about the workflow: it is tried again after a second, more often than a failure', async () => {
		await record('a');
		let runs = 0;
		drain(async () => {
			runs += 1;
			clock.advance(1_000);
			return runs <= 6 ? { ok: false, error: 'The worker is gone.', died: true } : { ok: true };
		});
		await until(async () => (await state('a')) === 'done' || (clock.advance(500), false));
		expect(runs).toBe(7);
		expect(await store.tasks.list({ portfolio: 'main', limit: 5 })).toEqual([]);
	});

	test('the clock is set ahead while a workflow runs: it is not started a second time beside itself', async () => {
		await record('a');
		let end: (outcome: RunOutcome) => void = () => undefined;
		const ran: string[] = [];
		drain(async ({ key }) => {
			ran.push(key);
			return key === 'a' ? await new Promise((resolve) => (end = resolve)) : { ok: true };
		});
		await until(() => ran.length === 1);
		clock.advance(5 * MINUTE);
		await record('b');
		await until(async () => (await state('b')) === 'done');
		expect(ran).toEqual(['a', 'b']);
		end({ ok: true });
		await until(async () => (await state('a')) === 'done');
		expect(ran).toEqual(['a', 'b']);
	});

	test('two processes share the events and none runs twice', async () => {
		for (let index = 0; index < 20; index++) await record(`call ${index}`);
		const ran: string[] = [];
		const run = async ({ key }: StoredEvent): Promise<RunOutcome> => {
			ran.push(key);
			await new Promise((resolve) => setImmediate(resolve));
			return { ok: true };
		};
		drain(run, 'one');
		drain(run, 'two');
		await until(async () => (await store.events.countByState(TRIGGER)).done === 20);
		expect(new Set(ran).size).toBe(20);
		expect(ran).toHaveLength(20);
	});
});
