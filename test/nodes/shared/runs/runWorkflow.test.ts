/** Waiting for the end of a run, above all when n8n never says that it has ended (queue mode). */
import {
	ManualExecutionCancelledError,
	SystemShutdownExecutionCancelledError,
	TimeoutExecutionCancelledError,
	type IRun,
	type ITriggerFunctions,
} from 'n8n-workflow';
import { runWorkflow } from '../../../../nodes/shared/runs/runWorkflow';
import { usualPatience, type Patience } from '../../../../nodes/shared/runs/silence';

const KEY = 'leasing:event_1:1';
const PATIENCE: Patience = { startAgainAfter: [20, 60], giveUpAfter: 300 };
const NEVER: Patience = { startAgainAfter: [], giveUpAfter: 60_000 };

type Done = NonNullable<Parameters<ITriggerFunctions['emit']>[2]>;

function deferred(): Done {
	let ends: Pick<Done, 'resolve' | 'reject'> | undefined;
	const promise = new Promise<IRun>((resolve, reject) => (ends = { resolve, reject }));
	return { promise, resolve: (run) => ends?.resolve(run), reject: (error) => ends?.reject(error) };
}

/** The part of n8n that starts executions; what a start leads to is up to the test. */
function n8n(onStart: (done: Done, index: number) => void) {
	const keys: Array<string | undefined> = [];
	const context: Parameters<typeof runWorkflow>[0] = {
		emit: (_data, _response, done, key) => {
			keys.push(key);
			if (done) onStart(done, keys.length);
		},
		helpers: { createDeferredPromise: deferred } as unknown as ITriggerFunctions['helpers'],
	};
	return { context, keys };
}

const ended = (status: string, message?: string) =>
	({ status, data: { resultData: message === undefined ? {} : { error: { message } } } }) as unknown as IRun;
/** How n8n says that it dropped a start under a key that is taken. */
const DROPPED = undefined as unknown as IRun;
const WORKER_GONE =
	'This execution failed to be processed too many times and will no longer retry. To allow this execution to complete, please break down your workflow.';

test.each([
	['succeeded', ended('success'), { ok: true }],
	['waits for later', ended('waiting'), { ok: true }],
	['was started before under this key', DROPPED, { ok: true }],
	['failed', ended('error', 'No such property'), { ok: false, error: 'No such property' }],
	['was cancelled without a word', ended('canceled'), { ok: false, error: 'The execution ended as canceled.' }],
	['lost its worker', ended('error', WORKER_GONE), { ok: false, error: WORKER_GONE, died: true }],
] as const)('a run that %s', async (_what, run, outcome) => {
	const { context, keys } = n8n((done) => done.resolve(run));
	expect(await runWorkflow(context, {}, KEY, NEVER)).toEqual(outcome);
	expect(keys).toEqual([KEY]);
});

test('a run that could not be started', async () => {
	const { context } = n8n((done) => done.reject(new Error('Connection terminated')));
	expect(await runWorkflow(context, {}, KEY, NEVER)).toEqual({ ok: false, error: 'Connection terminated' });
});

test.each([
	[
		'a person has stopped',
		new ManualExecutionCancelledError('7'),
		{ ok: false, error: expect.stringContaining('Somebody stopped'), stopped: true },
	],
	['took longer than the workflow may', new TimeoutExecutionCancelledError('7'), { ok: false, error: expect.any(String) }],
	['n8n itself has stopped, as it ends', new SystemShutdownExecutionCancelledError('7'), { ok: false, error: expect.any(String) }],
])('a run that %s', async (_what, error, outcome) => {
	const { context } = n8n((done) => done.reject(error));
	expect(await runWorkflow(context, {}, KEY, NEVER)).toEqual(outcome);
});

test('nothing is heard of a run that never began: it is started again under the same key, and that one counts', async () => {
	const { context, keys } = n8n((done, index) => {
		if (index === 2) done.resolve(ended('success'));
	});
	expect(await runWorkflow(context, {}, KEY, PATIENCE)).toEqual({ ok: true });
	expect(keys).toEqual([KEY, KEY]);
});

test('a worker that finds the first start replaced says nothing about the second', async () => {
	const starts: Array<Done> = [];
	const { context } = n8n((done, index) => {
		starts.push(done);
		if (index === 2) {
			starts[0]?.resolve(ended('error', 'Worker failed to find data for execution 53 (job 53)'));
			setTimeout(() => done.resolve(ended('success')), 5);
		}
	});
	expect(await runWorkflow(context, {}, KEY, PATIENCE)).toEqual({ ok: true });
});

test('a run that takes its time is not taken for one that never began', async () => {
	const { context, keys } = n8n((done, index) => {
		if (index === 1) setTimeout(() => done.resolve(ended('success')), 120);
		else done.resolve(DROPPED);
	});
	expect(await runWorkflow(context, {}, KEY, PATIENCE)).toEqual({ ok: true });
	expect(keys).toEqual([KEY, KEY, KEY]);
});

test('a run that began and of which nothing more is heard is given up in the end, so that its place becomes free', async () => {
	const { context } = n8n((done, index) => {
		if (index > 1) done.resolve(DROPPED);
	});
	expect(await runWorkflow(context, {}, KEY, PATIENCE)).toEqual({ ok: false, error: expect.stringContaining('n8n did not say') });
});

describe('how long to wait', () => {
	const before = process.env.EXECUTIONS_MODE;
	afterEach(() => {
		if (before === undefined) delete process.env.EXECUTIONS_MODE;
		else process.env.EXECUTIONS_MODE = before;
	});

	test.each([
		['queue', 300_000],
		['regular', 180_000],
		[undefined, 180_000],
	])('with EXECUTIONS_MODE %s', (mode, limit) => {
		if (mode === undefined) delete process.env.EXECUTIONS_MODE;
		else process.env.EXECUTIONS_MODE = mode;
		expect(usualPatience().giveUpAfter).toBe(limit);
	});
});
