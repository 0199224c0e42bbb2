/**
 * The rig itself, with n8n's own nodes only: what the other end-to-end tests, `npm start` and the benchmarks stand on.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axios from 'axios';
import { startRealN8n } from '../../sandbox/n8n';
import type { N8nSession, RealN8n } from '../../sandbox/n8n';

const ECHO = {
	name: 'Echo',
	// Fields of an export that n8n's public API refuses.
	id: 'not-taken',
	active: false,
	tags: [],
	meta: { templateCredsSetupCompleted: true },
	nodes: [
		{
			id: 'a0b86c53-0001-4000-8000-000000000001',
			name: 'Call',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: 'a0b86c53-0001-4000-8000-0000000000aa',
			parameters: { path: 'echo', httpMethod: 'POST', responseMode: 'onReceived' },
		},
		{
			id: 'a0b86c53-0001-4000-8000-000000000002',
			name: 'By Hand',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 200],
			parameters: {},
		},
		{
			id: 'a0b86c53-0001-4000-8000-000000000003',
			name: 'Greeting',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [200, 0],
			parameters: { mode: 'raw', jsonOutput: '={{ { "hello": $json.body?.name ?? "nobody" } }}' },
		},
		{
			id: 'a0b86c53-0001-4000-8000-000000000004',
			name: 'Refuse Boom',
			type: 'n8n-nodes-base.stopAndError',
			typeVersion: 1,
			position: [600, 0],
			parameters: { errorMessage: 'Boom was here' },
		},
		{
			id: 'a0b86c53-0001-4000-8000-000000000005',
			name: 'Is Boom',
			type: 'n8n-nodes-base.filter',
			typeVersion: 2.2,
			position: [400, 0],
			parameters: {
				conditions: {
					options: { caseSensitive: true, typeValidation: 'strict', version: 2 },
					combinator: 'and',
					conditions: [
						{
							id: 'c1',
							leftValue: '={{ $json.hello }}',
							rightValue: 'boom',
							operator: { type: 'string', operation: 'equals' },
						},
					],
				},
			},
		},
	],
	connections: {
		Call: { main: [[{ node: 'Greeting', type: 'main', index: 0 }]] },
		'By Hand': { main: [[{ node: 'Greeting', type: 'main', index: 0 }]] },
		Greeting: { main: [[{ node: 'Is Boom', type: 'main', index: 0 }]] },
		'Is Boom': { main: [[{ node: 'Refuse Boom', type: 'main', index: 0 }]] },
	},
	settings: { executionOrder: 'v1' },
};

/** True while a process with this id exists. */
function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

describe('the real n8n rig', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'leasing-rig-'));
	let n8n: RealN8n;
	let session: N8nSession;
	let workflowId: string;

	const call = async (name: string) =>
		await axios.post(`${n8n.url}/webhook/echo`, { name }, { validateStatus: () => true, proxy: false });
	const greeted = (name: string) => (execution: { outputs: Record<string, unknown[][]> }) =>
		JSON.stringify(execution.outputs.Greeting) === JSON.stringify([[{ hello: name }]]);

	beforeAll(async () => {
		n8n = await startRealN8n({ folder, packageFolder: null });
		session = await n8n.signIn();
		workflowId = (await session.createWorkflow(ECHO)).id;
	});

	afterAll(async () => {
		await n8n?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	test('listens on loopback and keeps its data in the folder', () => {
		expect(n8n.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect(n8n.version).toMatch(/^2\.\d+\.\d+$/);
		expect(existsSync(path.join(folder, '.n8n', 'database.sqlite'))).toBe(true);
	});

	test('a draft runs by hand from its manual trigger, and its items come back', async () => {
		const execution = await session.runManually(workflowId, 'By Hand');
		expect(execution).toMatchObject({ status: 'success', mode: 'manual', error: null });
		expect(execution.outputs.Greeting).toEqual([[{ hello: 'nobody' }]]);
	});

	test('a webhook answers from publish to unpublish', async () => {
		expect((await call('early')).status).toBe(404);
		await session.publish(workflowId);
		expect((await call('Ana')).status).toBe(200);
		const execution = await session.waitForExecution(workflowId, greeted('Ana'));
		expect(execution).toMatchObject({ status: 'success', mode: 'webhook' });
		await session.unpublish(workflowId);
		expect((await call('late')).status).toBe(404);
		await session.publish(workflowId);
	});

	test('a failed execution tells why', async () => {
		await call('boom');
		const execution = await session.waitForExecution(workflowId, greeted('boom'));
		expect(execution.status).toBe('error');
		expect(execution.error).toContain('Boom was here');
		expect((await session.executions(workflowId)).map((one) => one.status)).toEqual(['error', 'success', 'success']);
	});

	test('what n8n refuses becomes a sentence with its own words', async () => {
		await expect(session.runManually(workflowId, 'Call')).rejects.toThrow(/"Call" waits for a request from outside/);
		await expect(session.rest('GET', '/rest/workflows/none')).rejects.toThrow(
			/n8n refused GET .*HTTP 404\): Could not load the workflow/,
		);
		await expect(session.waitForExecution(workflowId, greeted('Nobody'), 300)).rejects.toThrow(/No execution .* fitted/);
	});

	test('a trigger that cannot be registered makes publishing fail with its reason', async () => {
		const twin = await session.createWorkflow({ ...ECHO, name: 'Twin' });
		await expect(session.publish(twin.id)).rejects.toThrow(/conflict|already|webhook/i);
		await session.deleteWorkflow(twin.id);
	});

	test('a credential is stored and its test says what is wrong', async () => {
		const { id } = await session.createCredential({
			name: 'Unreachable',
			type: 'githubApi',
			data: { server: 'http://127.0.0.1:9', user: 'x', accessToken: 'y' },
		});
		expect(await session.testCredential(id)).toMatchObject({ status: 'Error', message: expect.stringMatching(/refuse|connect/i) });
	});

	test('kill -9 and a new start on the same folder and port: owner, workflow and webhook are still there', async () => {
		const { pid } = n8n;
		const port = Number(new URL(n8n.url).port);
		await n8n.kill();
		expect(isAlive(pid)).toBe(false);
		n8n = await startRealN8n({ folder, packageFolder: null, port });
		const before = session;
		session = await n8n.signIn();
		expect(session).toMatchObject({ email: before.email, password: before.password, apiKey: before.apiKey });
		expect((await call('Ben')).status).toBe(200);
		await session.waitForExecution(workflowId, greeted('Ben'));
	});

	test('an n8n that cannot start says so with the end of its log', async () => {
		// The folder's data was made with another key.
		const start = startRealN8n({ folder, packageFolder: null, env: { N8N_ENCRYPTION_KEY: 'another' } });
		await expect(start).rejects.toThrow(/n8n ended while it started \(exit code 1\)[\s\S]*encryption key/i);
	});

	test('a port in use and a package that was not built are sentences', async () => {
		const holder = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => holder.once('listening', resolve));
		const address = holder.address();
		const port = typeof address === 'object' && address !== null ? address.port : 0;
		await expect(startRealN8n({ folder, packageFolder: null, port })).rejects.toThrow(`Port ${port} is already in use.`);
		holder.close();
		await expect(startRealN8n({ folder: `${folder}-other`, packageFolder: folder })).rejects.toThrow(/npm run build/);
		rmSync(`${folder}-other`, { recursive: true, force: true });
	});
});
