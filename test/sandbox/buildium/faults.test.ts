import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ask } from './support/client';
import { useBuildium } from './support/sandbox';

const sandbox = useBuildium();
const NOTE = { Note: 'Asked about parking.' };
const PATH = '/leases/400002/notes';
const notes = (): number =>
	sandbox()
		.data.notes.all()
		.filter(({ ParentId }) => ParentId === 400_002).length;
const write = (timeoutMs = 10_000) => ask(sandbox(), 'POST', PATH, { body: NOTE, timeoutMs });

test.each([
	['timeout_after_write', 1],
	['hang', 0],
] as const)('%s: no answer, and %i records', async (status, count) => {
	sandbox().faults.failNext({ status });
	await expect(write(300)).rejects.toThrow('timeout');
	expect(notes()).toBe(count);
	expect(sandbox().requests[0]).toMatchObject({ status: null, fault: status });
	expect((await write()).status).toBe(201);
});

test.each([
	['drop_after_write', 1],
	['drop', 0],
] as const)('%s: the connection breaks, and %i records', async (status, count) => {
	sandbox().faults.failNext({ status });
	await expect(write()).rejects.toThrow('fetch failed');
	expect(notes()).toBe(count);
});

test('error_after_write: an error that is none', async () => {
	sandbox().faults.failNext({ status: 'error_after_write' });
	expect(await write()).toMatchObject({ status: 502, body: expect.stringContaining('<html>') as unknown });
	expect(notes()).toBe(1);
});

test('empty: done, and nothing said', async () => {
	sandbox().faults.failNext({ status: 'empty' });
	expect(await write()).toMatchObject({ status: 201, body: '' });
	expect(notes()).toBe(1);
});

test('a status before anything is done, so often, for some requests only', async () => {
	sandbox().faults.failNext({ match: /^POST .*\/notes$/, status: 503, times: 2 });
	sandbox().faults.failNext({ match: `POST /v1${PATH}`, status: 429 });
	expect((await ask(sandbox(), 'GET', PATH)).status).toBe(200);
	expect([(await write()).status, (await write()).status, (await write()).status, (await write()).status]).toEqual([503, 503, 429, 201]);
	expect(notes()).toBe(1);
});

test('a 429 says when to come back if that is the habit', async () => {
	sandbox().setHabits({ retryAfter: 3 });
	sandbox().faults.failNext({ status: 429 });
	expect((await write()).headers.get('retry-after')).toBe('3');
});

test('requests can be told apart by what they say', async () => {
	sandbox().faults.failNext({ match: ({ body }) => JSON.stringify(body).includes('parking'), status: 500 });
	expect((await ask(sandbox(), 'POST', PATH, { body: { Note: 'Hello.' } })).status).toBe(201);
	expect((await write()).status).toBe(500);
});

test('down: every request fails until it is up again', async () => {
	sandbox().faults.down(true);
	expect([(await write()).status, (await ask(sandbox(), 'GET', PATH)).status]).toEqual([503, 503]);
	sandbox().faults.down('unreachable');
	await expect(write()).rejects.toThrow('fetch failed');
	sandbox().faults.down(false);
	expect((await write()).status).toBe(201);
	expect(notes()).toBe(1);
});

test('downFor ends by itself', async () => {
	const from = performance.now();
	sandbox().faults.downFor(120);
	let status = 503;
	while (status === 503) ({ status } = await ask(sandbox(), 'GET', PATH));
	expect(status).toBe(200);
	expect(performance.now() - from).toBeGreaterThanOrEqual(120);
});

test('slow: answers take longer, and stopping does not wait for them', async () => {
	sandbox().faults.slow(100);
	const from = performance.now();
	expect((await write()).status).toBe(201);
	expect(performance.now() - from).toBeGreaterThanOrEqual(99);
	sandbox().faults.slow(60_000);
	const waiting = expect(write(50_000)).rejects.toThrow('fetch failed');
	while (sandbox().requests.length < 2) await new Promise(setImmediate);
	await sandbox().stop();
	await waiting;
});

describe('files', () => {
	const upload = { EntityType: 'Tenant', EntityId: 600_001, FileName: 'photo.txt', Title: 'Photo', CategoryId: 352 };
	const ticket = async () =>
		(await ask(sandbox(), 'POST', '/files/uploads', { body: upload })).body as { UploadUrl: string; Headers: Record<string, string> };

	test('go to another place with the headers that were given, and can be fetched from there', async () => {
		const { UploadUrl, Headers } = await ticket();
		expect(
			(await fetch(UploadUrl, { method: 'PUT', body: 'hello', headers: { ...Headers, 'Content-Type': 'text/plain' } })).status,
		).toBe(200);
		const file = sandbox().data.files.find(({ Title }) => Title === 'Photo');
		expect(file).toMatchObject({
			PhysicalFileName: 'photo.txt',
			Size: 5,
			ContentType: 'text/plain',
			FileEntity: { EntityType: 'Tenant', Id: 600_001 },
		});
		const { body } = await ask(sandbox(), 'POST', `/files/${String(file?.['Id'])}/downloadrequest`);
		expect(await (await fetch((body as { DownloadUrl: string }).DownloadUrl)).text()).toBe('hello');
	});

	test('are refused with the keys of the account, or without the headers', async () => {
		const { UploadUrl, Headers } = await ticket();
		expect(
			(
				await fetch(UploadUrl, {
					method: 'PUT',
					body: 'hello',
					headers: { ...Headers, 'x-buildium-client-secret': sandbox().clientSecret },
				})
			).status,
		).toBe(400);
		expect((await fetch(UploadUrl, { method: 'PUT', body: 'hello' })).status).toBe(403);
		expect(sandbox().data.files.count()).toBe(4);
	});
});

describe('a listener', () => {
	let server: Server;
	beforeEach(async () => {
		server = createServer((_request, response) => void response.end());
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	afterEach(() => new Promise((resolve) => server.close(resolve)));

	test('is told of writes that came through the API, unless that is not the habit', async () => {
		sandbox().webhooks.subscribe(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 'a secret');
		const body = { FirstName: 'Ana', LastName: 'Ruiz', SendRentalApplicationEmail: false };
		await ask(sandbox(), 'POST', '/applicants', { body });
		sandbox().setHabits({ ownWritesFire: false });
		await ask(sandbox(), 'POST', '/applicants', { body });
		await sandbox().webhooks.settled();
		expect(sandbox().webhooks.deliveries).toMatchObject([
			{ state: 'delivered', event: { EventName: 'Applicant.Created', ApplicantId: 800_041 } },
		]);
	});
});
