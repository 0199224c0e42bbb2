/** Leasing Work Trigger and retries on a real n8n: work is done when its execution ended, and what fails for good reaches a person. */
import { randomBytes } from 'node:crypto';
import { LINES, PORTFOLIO } from '../../sandbox/start/company';
import { makeIds } from '../../store/ids';
import { openStore } from '../../store/openStore';
import type { Store, StoredWork } from '../../store/port';
import { startRegularSqlite, type RegularSqlite } from '../faults/deployment/regularSqlite';
import { missedCalls, publishSteps, type Step } from './support/smallWorkflow';
import { eventually } from './support/story';

const KIND = 'follow_up';
const MINUTE = 60_000;
/** n8n keeps so short a wait in the execution that waits. */
const WAIT_SECONDS = 3;

const WORK: Step = {
	name: 'Due Work',
	type: 'n8n-nodes-leasing.leasingWorkTrigger',
	typeVersion: 1,
	parameters: { kinds: KIND, options: { attempts: 2, firstPauseSeconds: 1 } },
};
const WAIT: Step = { name: 'Wait', type: 'n8n-nodes-base.wait', typeVersion: 1.1, parameters: { amount: WAIT_SECONDS, unit: 'seconds' } };
const STOP: Step = {
	name: 'Stop',
	type: 'n8n-nodes-base.stopAndError',
	typeVersion: 1,
	parameters: { errorMessage: 'The other system is down.' },
};
const IF_DOOMED: Step = {
	name: 'If Doomed',
	type: 'n8n-nodes-base.filter',
	typeVersion: 2.2,
	parameters: {
		conditions: {
			options: { caseSensitive: true, typeValidation: 'strict', version: 2 },
			combinator: 'and',
			conditions: [
				{ id: 'c1', leftValue: '={{ $json.key }}', rightValue: 'doomed', operator: { type: 'string', operation: 'equals' } },
			],
		},
	},
};

describe('work and retries on a real n8n', () => {
	let deployment: RegularSqlite;
	let store: Store;
	let workflowId: string;

	beforeAll(async () => {
		deployment = await startRegularSqlite();
		const clock = { now: () => Date.now() };
		store = await openStore({ backend: 'sqlite', file: deployment.storeFile }, { clock, ids: makeIds(clock, randomBytes) });
		workflowId = await publishSteps(deployment, 'Work', [WORK, WAIT, IF_DOOMED, STOP]);
	});
	afterAll(async () => {
		await store?.close();
		await deployment?.stop(false);
	});

	async function add(key: string, dueAt = Date.now()): Promise<StoredWork> {
		await store.work.add({ portfolio: PORTFOLIO, kind: KIND, key, payload: { step: 1 }, dueAt });
		const work = (await store.work.list({ kind: KIND, limit: 50 })).find((one) => one.key === key);
		if (!work) throw new Error(`The work "${key}" was not added.`);
		return work;
	}
	const untilState = async ({ id }: StoredWork, state: StoredWork['state'], timeoutMs = 60_000) =>
		await eventually(
			`${state}`,
			async () => {
				const work = await store.work.get(id);
				return work?.state === state && work;
			},
			timeoutMs,
		);
	/** How the executions that began since the last call stand now, oldest first. */
	const seen = new Set<string>();
	async function newRuns(): Promise<{ statuses(): Promise<string[]> }> {
		for (const { id } of await deployment.session.executions(workflowId)) seen.add(id);
		return {
			statuses: async () =>
				(await deployment.session.executions(workflowId))
					.filter(({ id }) => !seen.has(id))
					.map(({ status }) => status)
					.reverse(),
		};
	}

	test('due work runs once and is done when its execution has ended, not before; later work waits', async () => {
		const later = await add('later', Date.now() + 10 * MINUTE);
		const runs = await newRuns();
		const work = await add('now');
		await eventually('the execution', async () => (await runs.statuses()).includes('running'));
		expect(await store.work.get(work.id)).toMatchObject({ state: 'claimed', attempts: 1 });
		await untilState(work, 'done');
		expect(await runs.statuses()).toEqual(['success']);
		expect(await store.work.get(later.id)).toMatchObject({ state: 'waiting', attempts: 0 });
	}, 90_000);

	test('n8n is killed in the middle: the work runs again after the restart', async () => {
		const [n8n] = deployment.processes();
		const runs = await newRuns();
		const work = await add('killed');
		await eventually('the execution', async () => (await runs.statuses()).includes('running'));
		await n8n?.kill();
		await n8n?.start();
		const done = await untilState(work, 'done', 120_000);
		expect(done.attempts).toBe(2);
		expect(await runs.statuses()).toEqual(['crashed', 'success']);
	}, 180_000);

	test('a workflow that fails every time: tried as often as set, then a person gets a task that says why', async () => {
		const runs = await newRuns();
		const work = await add('doomed');
		const failed = await untilState(work, 'failed');
		expect(failed.attempts).toBe(2);
		expect(await runs.statuses()).toEqual(['error', 'error']);
		const tasks = await store.tasks.list({ portfolio: PORTFOLIO, state: 'open', kind: 'failed_event', limit: 5 });
		expect(tasks).toEqual([expect.objectContaining({ title: expect.stringContaining('"follow_up" (doomed)'), owner: 'Leasing Team' })]);
		expect(tasks[0]?.reasons[0]?.sentence).toContain('The other system is down.');
	}, 90_000);

	test('a missed call whose workflow fails: tried again after 10 s, a minute and five, then a person gets a task', async () => {
		await deployment.session.unpublish(deployment.workflowId);
		const failing = await publishSteps(deployment, 'Failing', [missedCalls(LINES[0].phone), STOP]);
		const call = deployment.sandbox.placeCall({ to: LINES[0].phone, from: '+17375550170' });
		await call.ended;
		const event = async () =>
			(
				await deployment.look<{ state: string; attempts: number; id: string }>(
					'SELECT id, state, attempts FROM events WHERE key = ?',
					[`missed_call:twilio:${call.sid}`],
				)
			)[0];
		// n8n's clock is set ahead over each pause.
		for (const [tries, ahead] of [
			[1, 15_000],
			[2, 2 * MINUTE],
			[3, 8 * MINUTE],
		] as const) {
			await eventually(
				`attempt ${tries} to fail`,
				async () => {
					const now = await event();
					return now?.attempts === tries && now.state === 'waiting';
				},
				60_000,
			);
			deployment.clock.set(ahead);
		}
		const failed = await eventually(
			'the end',
			async () => {
				const now = await event();
				return now?.state === 'failed' && now;
			},
			60_000,
		);
		expect(failed.attempts).toBe(4);
		expect((await deployment.session.executions(failing)).map(({ status }) => status)).toEqual(['error', 'error', 'error', 'error']);
		const tasks = await deployment.look<{ title: string; reasons: string }>('SELECT title, reasons FROM tasks WHERE key = ?', [
			`failed_event:${failed.id}`,
		]);
		expect(tasks).toEqual([
			{
				title: expect.stringContaining('was not handled: the workflow failed 4 times'),
				reasons: expect.stringContaining('The other system is down.'),
			},
		]);
	}, 240_000);
});
