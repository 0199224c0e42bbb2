import { createHmac } from 'node:crypto';

import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { BuildiumTrigger } from '../../../nodes/Buildium/BuildiumTrigger.node';
import { buildiumChanges } from '../../../nodes/Buildium/trigger/changeSources';
import { reconcile } from '../../../office/reconcile/reconcile';
import type { StoredEvent } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { runTrigger, type Emitted } from '../support/runTrigger';
import { saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';
import { allWithinSpecification, clientOf, useStandIn } from './support/standIn';

const SECRETS = { secret: 'first-secret', secondSecret: 'second-secret' };
const CONSUMER = 'workflow-1:node-1';
jest.setTimeout(30_000);

describe('Buildium Trigger', () => {
	const standIn = useStandIn('test', { size: { residents: 20 } });
	const temp = useTempStore();
	const stops: Array<() => Promise<void>> = [];
	beforeEach(async () => void (await saveCompany(temp)));
	afterEach(async () => {
		for (const stop of stops.splice(0)) await stop();
	});

	interface Delivery {
		body: string;
		secret?: string;
		at?: number;
		parameters?: Record<string, unknown>;
		mode?: 'webhook' | 'manual';
	}

	/** Delivers an event as Buildium does. The request objects are n8n's, as far as the node reads them. */
	const logged: string[] = [];
	beforeEach(() => void logged.splice(0));
	async function deliver({
		body,
		secret = SECRETS.secret,
		at = Math.floor(Date.now() / 1000),
		parameters = {},
		mode = 'webhook',
	}: Delivery) {
		const answer = { status: 0, body: '' };
		const response = {
			status: (code: number) => ((answer.status = code), response),
			type: () => response,
			send: (text: string) => ((answer.body = text), response),
		};
		const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('base64');
		// Credentials are remembered by their id, and each test has a store of its own.
		const storeId = String(temp.credentials.leasingStoreApi?.file);
		const context = {
			getNode: () => ({
				id: 'node-1',
				name: 'Buildium Trigger',
				type: 't',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
				credentials: { buildiumWebhookApi: { id: '1', name: 'x' }, leasingStoreApi: { id: storeId, name: 'x' } },
			}),
			getWorkflow: () => ({ id: 'workflow-1' }),
			getMode: () => mode,
			getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
			getCredentials: async (type: string) =>
				await Promise.resolve(type === 'buildiumWebhookApi' ? SECRETS : temp.credentials.leasingStoreApi),
			getRequestObject: () => ({
				rawBody: Buffer.from(body),
				headers: { 'buildium-webhook-signature': signature, 'buildium-webhook-timestamp': String(at) },
			}),
			getResponseObject: () => response,
			logger: { warn: () => undefined, error: (sentence: string) => void logged.push(sentence) },
		};
		const returned: IWebhookResponseData = await new BuildiumTrigger().webhook.call(context as unknown as IWebhookFunctions);
		return { ...answer, returned };
	}

	const eventBody = (fields: object = {}) =>
		JSON.stringify({
			EventName: 'Applicant.Created',
			EventDateTime: new Date().toISOString(),
			AccountId: 123_456,
			ApplicantId: 77,
			...fields,
		});
	const stored = async (): Promise<Record<StoredEvent['state'], number>> => await (await temp.store()).events.countByState(CONSUMER);

	/** The published trigger; every start is ended well unless the test does it. */
	async function publish(parameters: Record<string, unknown> = {}, onEmit: (emitted: Emitted) => void = (emitted) => emitted.end()) {
		const emitted: Emitted[] = [];
		const { closeFunction } = await runTrigger({
			node: { name: 'Buildium Trigger', nodeType: BuildiumTrigger, parameters },
			mode: 'trigger',
			credentials: { ...standIn.credentials, ...temp.credentials, buildiumWebhookApi: SECRETS },
			onEmit: (one) => {
				emitted.push(one);
				onEmit(one);
			},
		});
		stops.push(async () => await closeFunction?.());
		return emitted;
	}
	const until = async (ready: () => boolean | Promise<boolean>) => {
		const deadline = Date.now() + 20_000;
		while (!(await ready())) {
			if (Date.now() > deadline) throw new Error('It did not happen within 20 seconds.');
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	};

	it('answers 200 when the event is stored, and a repeat of it is the same event', async () => {
		const body = eventBody();
		expect(await deliver({ body })).toMatchObject({ status: 200, returned: { noWebhookResponse: true } });
		expect(await deliver({ body, secret: SECRETS.secondSecret, at: Math.floor(Date.now() / 1000) - 600 })).toMatchObject({
			status: 200,
		});
		expect(await stored()).toMatchObject({ waiting: 1 });
	});

	it.each<[string, Partial<Delivery>]>([
		['another secret', { secret: 'guessed' }],
		['an old recording', { at: Math.floor(Date.now() / 1000) - 92 * 60 }],
		['one older than the chosen window', { at: Math.floor(Date.now() / 1000) - 400, parameters: { options: { replayMinutes: 5 } } }],
	])('refuses %s and stores nothing', async (_, delivery) => {
		expect(await deliver({ body: eventBody(), ...delivery })).toMatchObject({ status: 403 });
		expect(await stored()).toMatchObject({ waiting: 0 });
	});

	it('answers well what is verified but not wanted, so that Buildium does not suspend the webhook', async () => {
		expect(await deliver({ body: eventBody(), parameters: { events: ['Task.Created'] } })).toMatchObject({
			status: 200,
			body: 'Not chosen.',
		});
		expect(await stored()).toMatchObject({ waiting: 0 });
	});

	it.each<[string, string, object | object[]]>([
		['a byte order mark', `\uFEFF${eventBody()}`, { eventName: 'Applicant.Created', recordId: '77', accountId: 123_456 }],
		['the account as text', eventBody({ AccountId: '123456' }), { accountId: 123_456 }],
		['digits and underscores in its name', eventBody({ EventName: 'Lease_V2.MoveOut.Created' }), { record: 'Lease_V2.MoveOut' }],
		['no time', eventBody({ EventDateTime: null }), { eventName: 'Applicant.Created' }],
		['a time that is none', eventBody({ EventDateTime: 'yesterday' }), { eventName: 'Applicant.Created' }],
		[
			'names in another writing',
			'{"eventName":"Task.Created","eventDateTime":"2026-01-15T14:30:00Z","accountId":1,"TaskId":5}',
			{ recordId: '5' },
		],
		['a list', `[${eventBody()},${eventBody({ ApplicantId: 78 })}]`, [{ recordId: '77' }, { recordId: '78' }]],
		[
			'a list in an envelope',
			`{"Events":[${eventBody()},${eventBody({ ApplicantId: 78 })}]}`,
			[{ recordId: '77' }, { recordId: '78' }],
		],
	])('takes a signed delivery with %s', async (_, body, expected) => {
		expect(await deliver({ body })).toMatchObject({ status: 200, body: 'Stored.' });
		const emitted = await publish();
		const wanted = [expected].flat();
		await until(() => emitted.length === wanted.length);
		expect(emitted.map(({ json }) => json)).toEqual(wanted.map((one) => expect.objectContaining(one)));
		expect(await (await temp.store()).tasks.list({ portfolio: 'main', state: 'open', limit: 9 })).toEqual([]);
	});

	it.each<[string, string, number]>([
		['something else', '{"hello":1}', 0],
		['no JSON', 'not json', 0],
		['a list of which one is no event', `[${eventBody()},{"hello":1}]`, 1],
		['a name that is none', eventBody({ EventName: 'Task' }), 0],
	])('answers well what Buildium signed and we cannot read (%s), and a person looks, once a day', async (_, body, events) => {
		expect(await deliver({ body })).toMatchObject({ status: 200, body: 'Stored for a person to look at.' });
		await deliver({ body });
		expect(await stored()).toMatchObject({ waiting: events });
		const tasks = await (await temp.store()).tasks.list({ portfolio: 'main', state: 'open', limit: 9 });
		expect(tasks.map(({ kind, title }) => [kind, title])).toEqual([
			['failed_event', 'Buildium reported something that could not be read; see there what changed today'],
		]);
	});

	it('takes names that are not in the list', async () => {
		const parameters = { events: ['Task.Created'], options: { otherEvents: 'Showing.*' } };
		await deliver({ body: eventBody({ EventName: 'Showing.Booked', ShowingId: 4 }), parameters });
		expect(await stored()).toMatchObject({ waiting: 1 });
		// Nothing is lost by a mistake of ours in the form: the vendor repeats, and n8n's log names the field.
		expect(await deliver({ body: eventBody(), parameters: { options: { otherEvents: 'everything' } } })).toMatchObject({ status: 503 });
		expect(logged).toEqual([expect.stringContaining('Other Events names "everything"')]);
	});

	it('gives a test event to the canvas, and nothing to the published workflow', async () => {
		const { returned } = await deliver({ body: eventBody(), mode: 'manual' });
		expect(returned.workflowData?.[0]?.[0]?.json).toMatchObject({
			event: 'buildium',
			eventName: 'Applicant.Created',
			recordId: '77',
			ids: { ApplicantId: 77 },
		});
		expect(await stored()).toMatchObject({ waiting: 0 });
	});

	it('runs the workflow from the store, with the record when it is wanted, and again when it failed', async () => {
		const { id, firstName } = standIn.sandbox.people.applicant;
		await deliver({ body: eventBody({ ApplicantId: id }) });
		const emitted = await publish({ readRecord: true }, (one) => one.end(emitted.length < 1 ? 'the workflow broke' : undefined));
		await until(() => emitted.length > 0);
		expect(emitted[0]?.json).toMatchObject({
			eventName: 'Applicant.Created',
			via: 'webhook',
			own: false,
			data: { Id: id, FirstName: firstName },
		});
	});

	it('gives null for a record that is gone, and does not fail', async () => {
		await deliver({ body: eventBody({ ApplicantId: 999_999 }) });
		const emitted = await publish({ readRecord: true });
		await until(async () => (await stored()).done === 1);
		expect(emitted[0]?.json).toMatchObject({ recordId: '999999', data: null });
	});

	it('leaves out what we have written ourselves, but not what staff change later', async () => {
		const store = await temp.store();
		const key = { portfolio: 'main', provider: 'buildium', key: 'k' };
		await store.writeBacks.plan(key, null, []);
		await store.writeBacks.markWritten(key, { type: 'contact_request', id: '500' }, []);
		const later = new Date(Date.now() + 5 * 60_000).toISOString();
		await deliver({ body: eventBody({ EventName: 'Task.Created', TaskId: 500, TaskType: 'ContactRequest', ApplicantId: undefined }) });
		await deliver({ body: eventBody({ EventName: 'Task.Updated', TaskId: 500, TaskType: 'ContactRequest', ApplicantId: undefined }) });
		await deliver({
			body: eventBody({
				EventName: 'Task.Updated',
				TaskId: 500,
				TaskType: 'ContactRequest',
				ApplicantId: undefined,
				EventDateTime: later,
			}),
		});
		await deliver({ body: eventBody({ EventName: 'Task.Created', TaskId: 501, TaskType: 'ContactRequest', ApplicantId: undefined }) });
		const emitted = await publish();
		await until(async () => (await stored()).done === 4);
		expect(emitted.map(({ json }) => [json.recordId, json.at === later]).sort()).toEqual([
			['500', true],
			['501', false],
		]);
	});

	it('marks them instead, if that is wanted', async () => {
		const store = await temp.store();
		const key = { portfolio: 'main', provider: 'buildium', key: 'k' };
		await store.writeBacks.plan(key, null, []);
		await store.writeBacks.markWritten(key, { type: 'phone_log', id: '9' }, []);
		await deliver({ body: eventBody({ EventName: 'PhoneLog.Created', PhoneLogId: 9, ApplicantId: undefined }) });
		const emitted = await publish({ ownChanges: 'mark' });
		await until(() => emitted.length === 1);
		expect(emitted[0]?.json).toMatchObject({ own: true });
	});

	it('waits for the answer to a write that is under way before it says that a change is not ours', async () => {
		const store = await temp.store();
		const key = { portfolio: 'main', provider: 'buildium', key: 'k' };
		await store.writeBacks.plan(key, null, []);
		await store.writeBacks.beginAttempt(key, Date.now(), Date.now() + 60_000);
		await deliver({ body: eventBody({ EventName: 'PhoneLog.Created', PhoneLogId: 9, ApplicantId: undefined }) });
		const emitted = await publish();
		await until(async () => (await stored()).running === 1);
		await store.writeBacks.markWritten(key, { type: 'phone_log', id: '9' }, []);
		await until(async () => (await stored()).done === 1);
		expect(emitted).toEqual([]);
	});

	it('cannot be published without the keys that its settings need', async () => {
		const { buildiumWebhookApi: _none, ...credentials } = { ...temp.credentials, buildiumWebhookApi: SECRETS };
		await expect(
			runTrigger({
				node: { name: 'Buildium Trigger', nodeType: BuildiumTrigger, parameters: { readRecord: true } },
				mode: 'trigger',
				credentials,
			}),
		).rejects.toMatchObject({ message: 'No Buildium API credential is chosen.' });
	});

	it('hears of real deliveries: signed by the stand-in, through the retries', async () => {
		const { webhooks } = standIn.sandbox;
		const subscription = webhooks.subscribe('http://127.0.0.1:9/nowhere', SECRETS.secret, ['Task.']);
		const event = webhooks.emit('Task.Created', { TaskId: 1, TaskType: 'ContactRequest' });
		await until(() => (webhooks.deliveries[0]?.attempts.length ?? 0) > 0);
		const [delivery] = webhooks.deliveries;
		webhooks.unsubscribe(subscription.id);
		expect(delivery?.event).toEqual(event);
		const headers = delivery?.attempts[0]?.headers ?? {};
		const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
		expect(sent['buildium-webhook-signature']).toBe(
			createHmac('sha256', SECRETS.secret)
				.update(`${sent['buildium-webhook-timestamp']}.${delivery?.body ?? ''}`)
				.digest('base64'),
		);
		expect((await deliver({ body: delivery?.body ?? '', at: Number(sent['buildium-webhook-timestamp']) })).status).toBe(200);
	});

	describe('looking for missed events', () => {
		const look = async (clock: { now(): number }, chosen: string[] = ['Applicant.*']) =>
			await reconcile({
				store: await temp.store(),
				clock,
				consumer: CONSUMER,
				kind: 'buildium',
				of: { portfolio: 'main', provider: 'buildium' },
				sources: buildiumChanges(clientOf(standIn.credentials), { portfolio: 'main', chosen }),
			});

		it('reports what no event told of, once, and nothing of before it began', async () => {
			const clock = heldClock(Date.now());
			expect(await look(clock)).toBe(0);
			const { id } = standIn.sandbox.people.applicant;
			standIn.sandbox.data.applicants.change(id ?? 0, { Email: 'new@example.com' });
			clock.advance(20 * 60_000);
			expect(await look(clock)).toBe(1);
			clock.advance(20 * 60_000);
			expect(await look(clock)).toBe(0);
			const [event] = await (await temp.store()).events.claim(CONSUMER, 'me', 5, clock.now(), clock.now() + 1);
			expect(event?.payload).toMatchObject({ eventName: 'Applicant.Updated', recordId: String(id), via: 'poll' });
		});

		it('finds what changed while its last look, by a clock hours ahead, lay in the time to come', async () => {
			const clock = heldClock(Date.now());
			clock.advance(5 * 3_600_000);
			expect(await look(clock)).toBe(0);
			const { id } = standIn.sandbox.people.applicant;
			standIn.sandbox.data.applicants.change(id ?? 0, { Email: 'new@example.com' });
			clock.advance(-4 * 3_600_000);
			await look(clock);
			// Nothing is found twice by looking over the same hours again.
			expect(await look(clock)).toBe(0);
			const events = await (await temp.store()).events.claim(CONSUMER, 'me', 5, clock.now(), clock.now() + 1);
			expect(events.filter(({ payload }) => (payload as { recordId: string }).recordId === String(id))).toHaveLength(1);
		});

		it('leaves out what an event has told of already', async () => {
			const clock = heldClock(Date.now());
			await look(clock);
			const { id } = standIn.sandbox.people.applicant;
			standIn.sandbox.data.applicants.change(id ?? 0, { Email: 'new@example.com' });
			expect(await deliver({ body: eventBody({ EventName: 'Applicant.Updated', ApplicantId: id }) })).toMatchObject({ status: 200 });
			clock.advance(20 * 60_000);
			expect(await look(clock)).toBe(0);
		});

		it('asks only for records whose events are chosen', async () => {
			const clock = heldClock(Date.now());
			await look(clock, ['Task.Created']);
			clock.advance(60_000);
			await look(clock, ['Task.Created']);
			expect(new Set(standIn.asked())).toEqual(new Set(['GET /v1/tasks']));
		});
	});

	allWithinSpecification(standIn);
});
