/** The Buildium Trigger on a real n8n: signed deliveries of the stand-in, its retries and repeats, and a kill -9. */
import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { assignCredentials } from '../../sandbox/n8n/assignCredentials';
import type { BuildiumSandbox } from '../../sandbox/buildium';
import { startRig, type Rig } from './support/rig';
import { eventually } from './support/story';

const SECRET = 'secret-of-the-webhook';
const TRIGGER_ID = randomUUID();

describe('Buildium Trigger on a real n8n', () => {
	let rig: Rig;
	let buildium: BuildiumSandbox;
	let workflowId: string;
	let url: string;

	beforeAll(async () => {
		// A minute between two tries of a delivery is a second here: the last one comes after an hour, that is a minute.
		rig = await startRig({ buildium: { minuteMs: 1_000 } });
		if (!rig.buildium) throw new Error('The rig has no Buildium stand-in.');
		buildium = rig.buildium;
		await rig.installTemplate();
		const { id } = await rig.session.createCredential({
			name: 'Webhook of the stand-in',
			type: 'buildiumWebhookApi',
			data: { secret: 'an old one', secondSecret: SECRET },
		});
		const webhookId = randomUUID();
		const trigger = {
			id: TRIGGER_ID,
			name: 'Buildium Trigger',
			type: 'n8n-nodes-leasing.buildiumTrigger',
			typeVersion: 1,
			position: [0, 0],
			webhookId,
			parameters: { events: ['Applicant.Created', 'Applicant.Updated'], readRecord: true },
		};
		const end = { id: randomUUID(), name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [220, 0], parameters: {} };
		const connections = { 'Buildium Trigger': { main: [[{ node: 'End', type: 'main', index: 0 }]] } };
		const chosen = { ...rig.credentials, buildiumWebhookApi: { id, name: 'Webhook of the stand-in' } };
		workflowId = (
			await rig.session.createWorkflow(
				await assignCredentials(
					rig.session,
					{ name: 'Buildium events', nodes: [trigger, end], connections, settings: { executionOrder: 'v1' } },
					chosen,
				),
			)
		).id;
		await rig.session.publish(workflowId);
		url = `${rig.n8n.url}/webhook/${webhookId}/buildium`;
		buildium.webhooks.subscribe(url, SECRET);
	});
	afterAll(async () => await rig?.stop());

	const runs = async () => (await rig.session.executions(workflowId)).filter(({ status }) => status === 'success');
	const counts = async () => await rig.store.events.countByState(`${workflowId}:${TRIGGER_ID}`);

	test('a change in Buildium runs the workflow once, with the record, however often it is delivered', async () => {
		buildium.webhooks.duplicate(3);
		const { id } = buildium.people.applicant;
		buildium.data.applicants.change(id ?? 0, { Email: 'changed@example.com' });
		await buildium.webhooks.settled();
		buildium.webhooks.duplicate(1);
		expect(buildium.webhooks.deliveries.every(({ state }) => state === 'delivered')).toBe(true);
		await eventually('the run', async () => (await runs()).length > 0);
		expect(await counts()).toEqual({ waiting: 0, running: 0, done: 1, failed: 0 });
		expect(await runs()).toHaveLength(1);
		expect((await runs())[0]?.outputs['Buildium Trigger']?.[0]?.[0]).toMatchObject({
			eventName: 'Applicant.Updated',
			recordId: String(id),
			own: false,
			data: { Id: id, Email: 'changed@example.com' },
		});
	});

	test('what is not chosen is answered well and starts nothing', async () => {
		buildium.webhooks.emit('Task.Created', { TaskId: 1, TaskType: 'ToDo' });
		await buildium.webhooks.settled();
		expect(buildium.webhooks.deliveries.at(-1)).toMatchObject({ state: 'delivered' });
		expect(await runs()).toHaveLength(1);
	});

	test('forged requests are refused and change nothing', async () => {
		const body = buildium.webhooks.deliveries[0]?.body.replace(/"ApplicantId":\d+/, '"ApplicantId":666') ?? '';
		const { headers } = buildium.webhooks.deliveries[0]?.attempts[0] ?? { headers: {} };
		for (const sent of [headers, { ...headers, 'buildium-webhook-signature': 'AAAA' }, { 'Content-Type': 'application/json' }]) {
			expect((await axios.post(url, body, { headers: sent, validateStatus: () => true })).status).toBe(403);
		}
		expect(await counts()).toMatchObject({ waiting: 0, done: 1 });
	});

	test("events that come while n8n is down arrive with Buildium's retries, and none is lost", async () => {
		const restarting = rig.killAndRestart();
		await rig.n8n.exited;
		for (const id of [1, 2, 3, 4]) buildium.webhooks.emit('Applicant.Created', { ApplicantId: 900_000 + id });
		await eventually('a failed try', () =>
			buildium.webhooks.deliveries.some(({ attempts }) => attempts.some(({ status }) => status === null)),
		);
		await restarting;
		await eventually('all four runs', async () => (await counts()).done === 5, 150_000);
		expect(buildium.webhooks.deliveries.filter(({ state }) => state === 'dropped')).toEqual([]);
	}, 240_000);
});
