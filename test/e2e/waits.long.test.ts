/**
 * Runs that end without a word, and workflows that go away: an n8n that runs one execution at a time, so that the others wait in its own
 * queue. Minutes long, because who is silent, or away, is only known after minutes.
 */
import axios from 'axios';
import { LINES } from '../../sandbox/start/company';
import { startRegularSqlite, type RegularSqlite } from '../faults/deployment/regularSqlite';
import { eventually } from './support/story';

const LINE = LINES[0].phone;

/** Holds n8n's only place: a wait of less than 65 s stays in the process. */
const BLOCKER = {
	name: 'Blocker',
	nodes: [
		{
			id: 'a0b86c53-0002-4000-8000-000000000001',
			name: 'Call',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: 'a0b86c53-0002-4000-8000-0000000000aa',
			parameters: { path: 'blocker', httpMethod: 'POST', responseMode: 'onReceived' },
		},
		{
			id: 'a0b86c53-0002-4000-8000-000000000002',
			name: 'Wait',
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			position: [200, 0],
			parameters: { amount: 45, unit: 'seconds' },
		},
	],
	connections: { Call: { main: [[{ node: 'Wait', type: 'main', index: 0 }]] } },
	settings: { executionOrder: 'v1' },
};

describe('an n8n that runs one execution at a time', () => {
	let deployment: RegularSqlite;
	let url: string;

	beforeAll(async () => {
		deployment = await startRegularSqlite({ N8N_CONCURRENCY_PRODUCTION_LIMIT: '1' });
		deployment.staff.forEach((phone) => deployment.sandbox.setStaff(phone, { kind: 'ignore' }));
		const { id } = await deployment.session.createWorkflow(BLOCKER);
		await deployment.session.publish(id);
		const [number] = await deployment.look<{ ours: string }>("SELECT ours FROM hookups WHERE channel = 'status'");
		url = new URL((JSON.parse(number?.ours ?? '{}') as { address: string }).address).origin;
	}, 180_000);
	afterAll(async () => {
		await deployment?.stop(false);
	});

	const block = async () => await axios.post(`${url}/webhook/blocker`, {}, { proxy: false });
	const events = async (where: string) =>
		await deployment.look<{ id: string; key: string; consumer: string; state: string }>(
			`SELECT id, key, consumer, state FROM events WHERE ${where}`,
		);
	/** Places the calls and waits until all of them are events. */
	async function miss(callers: readonly string[]): Promise<void> {
		const before = (await events('1 = 1')).length;
		for (const from of callers) deployment.sandbox.placeCall({ to: LINE, from });
		await eventually('the events', async () => (await events('1 = 1')).length === before + callers.length, 60_000);
	}
	/** Executions that wait for their place. */
	const queued = async (workflowId: string) =>
		(
			await deployment.session.rest<{ results: Array<{ id: string; status: string }> }>(
				'GET',
				`/rest/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId, status: ['new'] }))}`,
			)
		).results;
	async function expectTextedOnce(callers: readonly string[], withinMs: number): Promise<void> {
		for (const from of callers) await deployment.sandbox.waitForMessage(({ to }) => to === from, withinMs);
		await eventually('the end of every event', async () => (await events("state <> 'done'")).length === 0, withinMs);
		for (const from of callers) expect(deployment.sandbox.messages({ to: from })).toHaveLength(1);
	}

	test('stopped while they wait for their place: their events are run again, and their places are free', async () => {
		const callers = ['+17375550180', '+17375550181', '+17375550182', '+17375550183', '+17375550184', '+17375550185'];
		await block();
		await miss(callers);
		await eventually('queued executions', async () => (await queued(deployment.workflowId)).length === 4, 30_000);
		for (const { id } of await queued(deployment.workflowId)) await deployment.session.rest('POST', `/rest/executions/${id}/stop`, {});
		await expectTextedOnce(callers, 360_000);
	}, 480_000);

	test('deleted and imported again while callers wait: the new workflow takes them over, each is texted once', async () => {
		const callers = ['+17375550190', '+17375550191', '+17375550192', '+17375550193', '+17375550194', '+17375550195'];
		await block();
		await miss(callers);
		await eventually('queued executions', async () => (await queued(deployment.workflowId)).length === 4, 30_000);
		await deployment.session.unpublish(deployment.workflowId);
		await deployment.session.deleteWorkflow(deployment.workflowId);
		expect(await events("state = 'waiting'")).toHaveLength(2);
		const workflowId = await deployment.importAgain();
		await expectTextedOnce(callers, 480_000);
		expect((await events(`consumer LIKE '${workflowId}:%'`)).length).toBeGreaterThanOrEqual(2);
		expect(await deployment.look("SELECT id FROM tasks WHERE kind = 'failed_event'")).toEqual([]);
	}, 720_000);
});
