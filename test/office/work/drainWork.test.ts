import { HOUR, MINUTE, SECOND } from '../../../leasing/time';
import type { Drain, RunOutcome } from '../../../office/claims/claimLoop';
import { ringForWork } from '../../../office/work/bell';
import { startWorkDrain, type WorkDrainOptions } from '../../../office/work/drainWork';
import { openStore } from '../../../store/openStore';
import type { Store, StoredWork } from '../../../store/port';
import { heldClock, type HeldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { company } from '../../nodes/shared/company';

const BACK_OFF = { attempts: 4, firstPause: 30 * SECOND, longestPause: MINUTE };
const WELL: RunOutcome = { ok: true };
const BADLY: RunOutcome = { ok: false, error: 'The PMS is down.' };

describe('doing work that is due', () => {
	let clock: HeldClock;
	let store: Store;
	let folder: ReturnType<typeof tempFolder>;
	let errors: unknown[];
	const drains: Drain[] = [];

	beforeEach(async () => {
		folder = tempFolder();
		clock = heldClock();
		errors = [];
		store = await openStore({ backend: 'sqlite', file: folder.file('store.sqlite') }, { clock, ids: countingIds() });
		await store.portfolios.save(company);
	});
	afterEach(async () => {
		await Promise.all(drains.splice(0).map(async (drain) => await drain.stop(0)));
		await store.close();
		folder.remove();
		expect(errors).toEqual([]);
	});

	async function add(key: string, change: { kind?: string; dueAt?: number; portfolio?: string | null } = {}): Promise<void> {
		await store.work.add({ portfolio: 'main', kind: 'follow_up', key, payload: { step: 1 }, dueAt: clock.now(), ...change });
	}

	function drain(run: (work: StoredWork) => Promise<RunOutcome>, change: Partial<WorkDrainOptions> = {}): Drain {
		const options: WorkDrainOptions = {
			store,
			clock,
			random: () => 0.5,
			kinds: ['follow_up', 'write_back'],
			claimer: 'this process',
			run,
			maxInFlight: 4,
			backOff: BACK_OFF,
			onError: (error) => errors.push(error),
			...change,
		};
		const started = startWorkDrain(options);
		drains.push(started);
		return started;
	}

	/** Rings until the condition holds; the ring stands for "work was added". */
	async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
		const giveUpAt = Date.now() + 8_000;
		while (!(await condition())) {
			if (Date.now() > giveUpAt) throw new Error('The condition did not come true in time.');
			ringForWork();
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
	const work = async (key: string, kind = 'follow_up') => await store.work.byKey(kind, key);
	const state = async (key: string) => (await work(key))?.state;
	const tasks = async () => await store.tasks.list({ portfolio: 'main', state: 'open', limit: 9 });

	test('what is due runs earliest first, once, and other kinds and times wait', async () => {
		await add('second', { dueAt: clock.now() - 1 });
		await add('first', { dueAt: clock.now() - HOUR, kind: 'write_back' });
		await add('later', { dueAt: clock.now() + MINUTE });
		await add('sweep', { kind: 'sweep' });
		await add('third');
		const ran: string[] = [];
		drain(async ({ key }) => {
			ran.push(key);
			return WELL;
		});
		await until(async () => (await state('third')) === 'done');
		await add('third');
		clock.advance(MINUTE);
		await until(async () => (await state('later')) === 'done');
		expect(ran).toEqual(['first', 'second', 'third', 'later']);
		expect(await work('sweep', 'sweep')).toMatchObject({ state: 'waiting', attempts: 0 });
	});

	test('no more run at once than allowed', async () => {
		for (let index = 0; index < 20; index++) await add(`lead ${index}`);
		let running = 0;
		let most = 0;
		drain(
			async () => {
				most = Math.max(most, ++running);
				await new Promise((resolve) => setImmediate(resolve));
				running--;
				return WELL;
			},
			{ maxInFlight: 2 },
		);
		await until(async () => (await store.work.list({ state: 'done', limit: 50 })).length === 20);
		expect(most).toBe(2);
	});

	test('what fails waits longer each time, with jitter inside its bounds', async () => {
		await add('a');
		const chances = [0, 1, 0.5];
		drain(async () => BADLY, { random: () => chances.shift() ?? 0.5 });
		const pauses: number[] = [];
		for (let attempt = 1; attempt < BACK_OFF.attempts; attempt++) {
			await until(async () => (await work('a'))?.attempts === attempt && (await state('a')) === 'waiting');
			const { dueAt = 0, lastError } = (await work('a')) ?? {};
			expect(lastError).toBe('The PMS is down.');
			pauses.push(dueAt - clock.now());
			clock.set(dueAt);
		}
		expect(pauses).toEqual([24 * SECOND, 72 * SECOND, 60 * SECOND]);
	});

	/** Lets every pause pass until the work has failed for good. */
	async function failForGood(key: string): Promise<void> {
		await until(async () => {
			clock.advance(MINUTE);
			return (await state(key)) === 'failed';
		});
	}

	test('what fails every time becomes one task for a person, and a retry that fails again does not open a second', async () => {
		await add('a');
		let attempts = 0;
		drain(async () => {
			attempts++;
			return BADLY;
		});
		await failForGood('a');
		expect(attempts).toBe(4);
		expect(await tasks()).toMatchObject([
			{
				kind: 'failed_event',
				owner: 'Leasing Team',
				title: 'Work "follow_up" (a) was not done: the workflow failed',
				reasons: [{ code: 'work_failed' }],
			},
		]);
		const id = (await work('a'))?.id ?? '';
		const [task] = await tasks();
		expect(task?.reasons[0]?.sentence).toContain('After 4 attempts: The PMS is down.');
		expect(task?.reasons[0]?.sentence).toContain(`Work ID ${id}.`);

		expect(await store.work.retry(id, clock.now())).toBe(true);
		await failForGood('a');
		expect(attempts).toBe(8);
		expect(await tasks()).toHaveLength(1);

		// A failure after the task was completed is news again.
		await store.tasks.complete(task?.id ?? '', 'Dana', null, clock.now());
		await store.work.retry(id, clock.now());
		await failForGood('a');
		expect(await tasks()).toMatchObject([{ title: task?.title, state: 'open' }]);
	});

	test('a failure is seen by somebody even if the work belongs to no company', async () => {
		await add('a', { portfolio: null });
		drain(async () => BADLY, { backOff: { ...BACK_OFF, attempts: 1 } });
		await until(async () => (await state('a')) === 'failed');
		expect(await tasks()).toHaveLength(1);
	});

	test('work and task end together: when the task cannot be opened, the work is tried again', async () => {
		await add('a');
		const broken: Store = {
			...store,
			transaction: async (steps) =>
				await store.transaction(
					async (tx) =>
						await steps({ ...tx, tasks: { ...tx.tasks, open: async () => await Promise.reject(new Error('Disk full.')) } }),
				),
		};
		drain(async () => BADLY, { store: broken, backOff: { ...BACK_OFF, attempts: 1 } });
		await until(() => errors.length > 0);
		expect(await work('a')).toMatchObject({ state: 'claimed', attempts: 1 });
		expect(errors.splice(0)).toEqual([new Error('Disk full.')]);
	});

	test('work that was retried by hand and succeeds is done', async () => {
		await add('a');
		let down = true;
		drain(async () => (down ? BADLY : WELL));
		await failForGood('a');
		down = false;
		await store.work.retry((await work('a'))?.id ?? '', clock.now());
		await until(async () => (await state('a')) === 'done');
		expect(await work('a')).toMatchObject({ attempts: 1, lastError: null });
	});

	test('cancelled work does not run', async () => {
		await add('a');
		await store.work.cancel((await work('a'))?.id ?? '', clock.now());
		await add('b');
		const ran: string[] = [];
		drain(async ({ key }) => {
			ran.push(key);
			return WELL;
		});
		await until(async () => (await state('b')) === 'done');
		expect(ran).toEqual(['b']);
	});

	/** A run that ends when the test says so. */
	function held(): { run: () => Promise<RunOutcome>; started: () => boolean; end: (outcome: RunOutcome) => void } {
		let end: (outcome: RunOutcome) => void = () => {};
		let running = false;
		const ended = new Promise<RunOutcome>((resolve) => (end = resolve));
		return {
			run: async () => {
				running = true;
				return await ended;
			},
			started: () => running,
			end,
		};
	}

	test('a claim lost to another process is not ended by the one that lost it', async () => {
		await add('a');
		const slow = held();
		drain(slow.run, { claimer: 'stalled' });
		await until(slow.started);
		clock.advance(2 * MINUTE);
		const [taken] = await store.work.claim(['follow_up'], 'another', 1, clock.now(), clock.now() + MINUTE);
		expect(taken).toMatchObject({ key: 'a', attempts: 2 });
		slow.end({ ok: false, error: 'Too late.' });
		await add('b');
		await until(async () => (await work('b'))?.lastError === 'Too late.');
		expect(await work('a')).toMatchObject({ state: 'claimed', claimedBy: 'another', lastError: null });
		expect(await tasks()).toEqual([]);
		expect(await store.work.finish(taken?.id ?? '', 'another', clock.now())).toBe(true);
	});

	test('the heartbeat keeps a long run claimed, even after the trigger was stopped', async () => {
		await add('a');
		const long = held();
		const started = drain(long.run, { times: { heartbeatEvery: 1, lease: MINUTE } });
		await until(long.started);
		const stillMine = async () => (await work('a'))?.claimedUntil === clock.now() + MINUTE;
		for (let minute = 0; minute < 5; minute++) {
			clock.advance(50 * SECOND);
			await until(stillMine);
			expect(await store.work.claim(['follow_up'], 'another', 1, clock.now(), clock.now() + MINUTE)).toEqual([]);
		}
		await started.stop(0);
		clock.advance(50 * SECOND);
		await until(stillMine);
		long.end(WELL);
		await until(async () => (await state('a')) === 'done');
		expect(await work('a')).toMatchObject({ attempts: 1 });
	});

	test('work that takes n8n down with it every time is handed to a person in the end', async () => {
		await add('a');
		for (let crash = 0; crash < 19; crash++) {
			await store.work.claim(['follow_up'], `killed ${crash}`, 1, clock.now(), clock.now() + MINUTE);
			clock.advance(MINUTE);
		}
		let ran = 0;
		drain(async () => {
			ran++;
			return WELL;
		});
		await until(async () => (await state('a')) === 'failed');
		expect(ran).toBe(0);
		expect((await tasks())[0]?.reasons[0]?.sentence).toContain('It was started 19 times and never came to an end');
	});

	test('two processes share the work and nothing runs twice', async () => {
		for (let index = 0; index < 20; index++) await add(`lead ${index}`);
		const ran: string[] = [];
		const run = async ({ key }: StoredWork): Promise<RunOutcome> => {
			ran.push(key);
			await new Promise((resolve) => setImmediate(resolve));
			return WELL;
		};
		drain(run, { claimer: 'one' });
		drain(run, { claimer: 'two' });
		await until(async () => (await store.work.list({ state: 'done', limit: 50 })).length === 20);
		expect(new Set(ran).size).toBe(20);
		expect(ran).toHaveLength(20);
	});
});
