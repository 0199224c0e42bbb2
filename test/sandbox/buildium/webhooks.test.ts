import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signedHeaders } from '../../../sandbox/buildium/webhooks/signature';
import { ask } from './support/client';
import { useBuildium } from './support/sandbox';
import type { Fields } from '../../../sandbox/buildium';

const SECRET = 'a secret, ünlike base64';
const TASK = { TaskId: 50_001, TaskType: 'ContactRequest' };

interface Received {
	headers: IncomingHttpHeaders;
	body: string;
	event: Fields;
}

let now = Date.parse('2026-03-01T12:00:00.120Z');
const sandbox = useBuildium({ clock: { now: () => now }, minuteMs: 2, answerWithinMs: 1500, accountId: 4711 });

let server: Server;
let received: Received[] = [];
/** What the listener answers, one after the other; 200 when there is nothing left, `null` for no answer. */
let answers: Array<number | null> = [];
let url = '';

beforeEach(async () => {
	now = Date.parse('2026-03-01T12:00:00.120Z');
	[received, answers] = [[], []];
	server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString('utf8');
			received.push({ headers: request.headers, body, event: JSON.parse(body) as Fields });
			const answer = answers.length > 0 ? answers.shift() : 200;
			if (answer !== null && answer !== undefined) response.writeHead(answer).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

test("the signature is that of the vector worked out from the vendor's description", () => {
	const body =
		'{"EventName":"Task.Created","EventDateTime":"2026-01-15T14:30:00.1234567Z","AccountId":123456,"TaskId":98765,"TaskType":"ContactRequest"}';
	expect(signedHeaders('test-webhook-secret', 1_768_487_401, body)).toEqual({
		'buildium-webhook-timestamp': '1768487401',
		'buildium-webhook-signature': 'QWx6+nOuynzLYzn/mZuFJNjRrAf3mtX6VZ6zDBbja44=',
	});
});

test('an event arrives as compact JSON, signed over exactly what was sent', async () => {
	sandbox().webhooks.subscribe(url, SECRET);
	const sent = sandbox().webhooks.emit('Task.Created', TASK);
	await sandbox().webhooks.settled();
	const [{ headers, body, event } = { headers: {}, body: '', event: {} }] = received;
	expect(event).toEqual(sent);
	expect(event).toEqual({
		EventName: 'Task.Created',
		EventDateTime: expect.stringMatching(/^2026-03-01T12:00:00\.12\d{0,5}Z$/) as unknown,
		AccountId: 4711,
		...TASK,
	});
	expect(body).toBe(JSON.stringify(event));
	const signed = createHmac('sha256', SECRET).update(`1772366400.${body}`).digest('base64');
	expect(headers).toMatchObject({
		'buildium-webhook-timestamp': '1772366400',
		'buildium-webhook-signature': signed,
		'content-type': 'application/json',
	});
});

test('changes in the web app and through the API both fire, to those who asked for them', async () => {
	sandbox().webhooks.subscribe(url, SECRET, ['LeaseTenant.', 'Applicant.Created']);
	sandbox().data.tenants.change(600_005, { FirstName: 'Neu' });
	sandbox().data.listings.remove(200_011);
	await ask(sandbox(), 'POST', '/applicants', { body: { FirstName: 'A', LastName: 'B', SendRentalApplicationEmail: false } });
	await ask(sandbox(), 'PUT', '/applicants/800001', { body: { FirstName: 'A', LastName: 'B' } });
	await sandbox().webhooks.settled();
	expect(received.map(({ event }) => [event['EventName'], event['TenantId'] ?? event['ApplicantId']])).toEqual([
		['LeaseTenant.Updated', 600_005],
		['Applicant.Created', 800_041],
	]);
});

test('an update of a task tells of the task and of its history', async () => {
	sandbox().webhooks.subscribe(url, SECRET);
	const body = {
		Title: 'T',
		AssignedToUserId: 7001,
		TaskStatus: 'New',
		Priority: 'Low',
		ContactDetail: { FirstName: 'A' },
		Message: 'Texted.',
	};
	await ask(sandbox(), 'PUT', '/tasks/contactrequests/50001', { body });
	await sandbox().webhooks.settled();
	expect(received.map(({ event }) => event)).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ EventName: 'Task.Updated', ...TASK }),
			expect.objectContaining({ EventName: 'Task.History.Created', TaskId: 50_001, TaskHistoryId: 70_019 }),
		]),
	);
});

test('a failed event is tried three more times, each with a fresh signature', async () => {
	sandbox().webhooks.subscribe(url, SECRET);
	answers = [500, 404, null, 204];
	sandbox().webhooks.emit('Task.Created', TASK);
	const stamps = new Set<unknown>();
	while (received.length < 4) {
		await new Promise(setImmediate);
		now += 1000;
	}
	await sandbox().webhooks.settled();
	for (const { headers } of received) stamps.add(headers['buildium-webhook-timestamp']);
	expect(stamps.size).toBe(4);
	expect(new Set(received.map(({ body }) => body)).size).toBe(1);
	expect(sandbox().webhooks.deliveries).toMatchObject([
		{ state: 'delivered', attempts: [{ status: 500 }, { status: 404 }, { status: null }, { status: 204 }] },
	]);
});

test('or with the first time, if that is the habit; after the fourth try the event is dropped', async () => {
	sandbox().setHabits({ webhookTimestamp: 'first' });
	sandbox().webhooks.subscribe(url, SECRET);
	answers = [500, 500, 500, 500];
	sandbox().webhooks.emit('Task.Created', TASK);
	now += 5000;
	await sandbox().webhooks.settled();
	expect(new Set(received.map(({ headers }) => headers['buildium-webhook-timestamp']))).toEqual(new Set(['1772366400']));
	expect(sandbox().webhooks.deliveries).toMatchObject([{ state: 'dropped', attempts: { length: 4 } }]);
});

test('twenty failures in a row suspend a subscription until somebody switches it on', async () => {
	const subscription = sandbox().webhooks.subscribe(url, SECRET);
	answers = Array.from({ length: 20 }, () => 500);
	for (let nth = 0; nth < 5; nth += 1) sandbox().webhooks.emit('Task.Created', TASK);
	await sandbox().webhooks.settled();
	expect(subscription.active).toBe(false);
	expect(received).toHaveLength(20);
	sandbox().webhooks.emit('Task.Created', TASK);
	await sandbox().webhooks.settled();
	expect(received).toHaveLength(20);
	sandbox().webhooks.reactivate(subscription.id);
	sandbox().webhooks.emit('Task.Created', TASK);
	await sandbox().webhooks.settled();
	expect(received).toHaveLength(21);
});

test('one success in between starts the count anew', async () => {
	const subscription = sandbox().webhooks.subscribe(url, SECRET);
	answers = [...Array.from({ length: 16 }, () => 500), 500, 500, 500, 200, 500];
	for (let nth = 0; nth < 6; nth += 1) {
		sandbox().webhooks.emit('Task.Created', TASK);
		await sandbox().webhooks.settled();
	}
	expect(received).toHaveLength(22);
	expect(subscription.active).toBe(true);
});

test('events can come twice, late and in the wrong order', async () => {
	sandbox().webhooks.subscribe(url, SECRET);
	sandbox().webhooks.duplicate(2);
	sandbox().webhooks.hold();
	sandbox().webhooks.emit('Lease.Created', { LeaseId: 1 });
	sandbox().webhooks.emit('LeaseTenant.Created', { TenantId: 2 }, { times: 1, at: Date.parse('2026-02-01T00:00:00Z') });
	await sandbox().webhooks.settled();
	expect(received).toEqual([]);
	sandbox().webhooks.release('newest first');
	await sandbox().webhooks.settled();
	expect(received.map(({ event }) => event['EventName'])).toEqual(['LeaseTenant.Created', 'Lease.Created', 'Lease.Created']);
	expect(received[0]?.event['EventDateTime']).toMatch(/^2026-02-01T00:00:00/);
	expect(received[1]?.body).toBe(received[2]?.body);
});

test('each subscription has its own secret, and one that was taken away hears nothing', async () => {
	const first = sandbox().webhooks.subscribe(url, 'one');
	sandbox().webhooks.subscribe(url, 'two');
	sandbox().webhooks.emit('Task.Created', TASK);
	await sandbox().webhooks.settled();
	expect(new Set(received.map(({ headers }) => headers['buildium-webhook-signature'])).size).toBe(2);
	sandbox().webhooks.unsubscribe(first.id);
	sandbox().webhooks.emit('Task.Created', TASK);
	await sandbox().webhooks.settled();
	expect(received).toHaveLength(3);
});
