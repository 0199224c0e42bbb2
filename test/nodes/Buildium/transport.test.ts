import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { heldClock } from '../../helpers/clock';
import { asReply, RefusedError } from '../../../leasing/rest/refusedError';
import type { BuildiumRecord } from '../../../nodes/Buildium/transport';
import { clientOf, credentialsOf, heldTools, useStandIn } from './support/standIn';

const standIn = useStandIn('test');

const clock = heldClock();
const tools = () => heldTools(clock);
const contactRequest = {
	Title: 'Missed call about Maple Court',
	TaskStatus: 'New',
	Priority: 'Normal',
	ContactDetail: { FirstName: 'Ana' },
};

function body(): Record<string, unknown> {
	return { ...contactRequest, AssignedToUserId: standIn.sandbox.people.staff.id };
}

/** What the caller gives so that a write can be found again. */
const findIt = (client: ReturnType<typeof clientOf>) => async (): Promise<BuildiumRecord | null> => {
	for await (const record of client.getAll('/v1/tasks/contactrequests', { tasktitle: contactRequest.Title })) return record;
	return null;
};

function made(): number {
	return standIn.sandbox.data.contactRequests.all().filter(({ Title }) => Title === contactRequest.Title).length;
}

describe('reading', () => {
	it('walks through all pages, each record once, and can go on in the middle', async () => {
		const { data } = standIn.sandbox;
		const client = clientOf(standIn.credentials, { tools: tools() });
		const ids: unknown[] = [];
		for await (const { Id } of client.getAll('/v1/leases/tenants', {}, { limit: 50 })) ids.push(Id);
		expect(ids).toEqual(data.tenants.all().map(({ Id }) => Id));
		expect(standIn.asked()).toHaveLength(Math.ceil(data.tenants.count() / 50));

		const first = await client.getPage('/v1/leases/tenants', {}, { limit: 50 });
		expect(first).toMatchObject({ offset: 0, next: 50, total: data.tenants.count() });
		const rest: unknown[] = [];
		for await (const { Id } of client.getAll('/v1/leases/tenants', {}, { limit: 50, offset: Number(first.next) })) rest.push(Id);
		expect([...first.records.map(({ Id }) => Id), ...rest]).toEqual(ids);
	});

	it('sends a list of values as the same name several times, and no empty filter', async () => {
		const [a, b] = standIn.sandbox.data.rentals.all();
		const client = clientOf(standIn.credentials, { tools: tools() });
		const { records } = await client.getPage('/v1/rentals/units', {
			propertyids: [Number(a?.Id), Number(b?.Id)],
			lastupdatedfrom: '',
			lastupdatedto: null,
		});
		expect(new Set(records.map(({ PropertyId }) => PropertyId))).toEqual(new Set([a?.Id, b?.Id]));
		expect(standIn.last('GET').query.filter(([name]) => name !== 'limit' && name !== 'offset' && name !== 'orderby')).toEqual([
			['propertyids', String(a?.Id)],
			['propertyids', String(b?.Id)],
		]);
	});

	it.each([
		['answered 500', { status: 500 }],
		['answered 503', { status: 503 }],
		['broke the connection', { status: 'drop' as const }],
		['never answered', { status: 'hang' as const }],
	])('tries again when Buildium %s', async (_, fault) => {
		standIn.sandbox.faults.failNext({ ...fault, times: 2 });
		const held = tools();
		const client = clientOf(standIn.credentials, { tools: held, timeout: 300 });
		expect(await client.get('/v1/administration/account')).toMatchObject({ Id: standIn.sandbox.accountId });
		expect(standIn.asked()).toHaveLength(3);
		expect(held.pauses.filter((pause) => pause >= 900)).toEqual([1_000, 2_000]);
	});

	it('gives up in the end, with a sentence and a code', async () => {
		standIn.sandbox.faults.down(true);
		const reply = await asReply(clientOf(standIn.credentials, { tools: tools() }).get('/v1/rentals'));
		expect(reply).toMatchObject({ ok: false, refusal: { code: 'unavailable', status: 503 } });
		expect(standIn.asked()).toHaveLength(5);
	});
});

describe('429', () => {
	it.each([
		['a read', async () => await clientOf(standIn.credentials, { tools: tools() }).get('/v1/administration/account')],
		[
			'a write, since nothing was done',
			async () => await clientOf(standIn.credentials, { tools: tools() }).post('/v1/tasks/contactrequests', body()),
		],
	])('waits longer each time, and tries again: %s', async (_, ask) => {
		standIn.sandbox.faults.failNext({ status: 429, times: 6 });
		expect(await ask()).toHaveProperty('Id');
		expect(standIn.asked()).toHaveLength(7);
		expect(made()).toBeLessThanOrEqual(1);
	});

	it('fifty times in a row ends with a sentence, and what is asked later is done', async () => {
		standIn.sandbox.faults.failNext({ status: 429, times: 50 });
		const replies = [];
		do replies.push(await asReply(clientOf(standIn.credentials, { tools: tools() }).post('/v1/tasks/contactrequests', body())));
		while (!replies.at(-1)?.ok);
		expect(replies[0]).toMatchObject({ refusal: { code: 'too_many', status: 429 } });
		expect(replies).toHaveLength(6);
		expect(made()).toBe(1);
	});
});

describe('a write without an answer', () => {
	const lost = ['timeout_after_write', 'error_after_write', 'drop_after_write'] as const;
	it.each(lost)('is found instead of being made twice: %s', async (status) => {
		standIn.sandbox.faults.failNext({ match: 'POST /v1/tasks/contactrequests', status });
		const client = clientOf(standIn.credentials, { tools: tools(), timeout: 300 });
		const record = await client.post('/v1/tasks/contactrequests', body(), { didItArrive: findIt(client) });
		expect(record).toMatchObject({ Title: contactRequest.Title });
		expect(made()).toBe(1);
		expect(standIn.asked().filter((one) => one.startsWith('POST'))).toHaveLength(1);
	});

	it.each(['hang', 'drop', 503] as const)('is sent again when it did not arrive: %s', async (status) => {
		standIn.sandbox.faults.failNext({ match: 'POST /v1/tasks/contactrequests', status, times: 2 });
		const client = clientOf(standIn.credentials, { tools: tools(), timeout: 300 });
		await client.post('/v1/tasks/contactrequests', body(), { didItArrive: findIt(client) });
		expect(made()).toBe(1);
	});

	it('is never repeated when nobody can look for it, and says that it is not known', async () => {
		standIn.sandbox.faults.failNext({ match: 'POST /v1/tasks/contactrequests', status: 'error_after_write' });
		const reply = await asReply(clientOf(standIn.credentials, { tools: tools() }).post('/v1/tasks/contactrequests', body()));
		expect(reply).toMatchObject({ ok: false, refusal: { code: 'unsure' } });
		expect(made()).toBe(1);
	});

	it('stays unsure when Buildium is gone for the look as well', async () => {
		standIn.sandbox.faults.down(true);
		const client = clientOf(standIn.credentials, { tools: tools() });
		const reply = await asReply(client.post('/v1/tasks/contactrequests', body(), { didItArrive: findIt(client) }));
		expect(reply).toMatchObject({ ok: false, refusal: { code: 'unsure' } });
		expect(standIn.asked().filter((one) => one.startsWith('POST'))).toHaveLength(1);
	});

	it('is sent again without a look when there was no connection at all', async () => {
		const { url, clientId, clientSecret } = standIn.sandbox;
		await standIn.sandbox.stop();
		const client = clientOf({ buildiumApi: { environment: 'custom', baseUrl: url, clientId, clientSecret } }, { tools: tools() });
		const looked = jest.fn();
		const reply = await asReply(client.post('/v1/tasks/contactrequests', body(), { didItArrive: looked }));
		expect(reply).toMatchObject({ ok: false, refusal: { code: 'no_answer' } });
		expect(looked).not.toHaveBeenCalled();
	});

	it('that was answered without the record is looked up', async () => {
		standIn.sandbox.faults.failNext({ match: 'POST /v1/tasks/contactrequests', status: 'empty' });
		const client = clientOf(standIn.credentials, { tools: tools() });
		expect(await client.post('/v1/tasks/contactrequests', body(), { didItArrive: findIt(client) })).toMatchObject({
			Title: contactRequest.Title,
		});
	});
});

describe('an update', () => {
	it('reads and sends back one after the other, so that two at once both stay', async () => {
		const [todo] = standIn.sandbox.data.todos.all().filter(({ AssignedToUserId }) => Number(AssignedToUserId) > 0);
		const client = clientOf(standIn.credentials, { tools: tools() });
		const path = `/v1/tasks/todorequests/${String(todo?.Id)}`;
		const with_ = (changes: object) => (record: BuildiumRecord) => ({
			Title: record.Title,
			AssignedToUserId: record.AssignedToUserId,
			TaskStatus: record.TaskStatus,
			Priority: record.Priority,
			...changes,
		});
		await Promise.all([
			client.update(path, with_({ Title: 'One' })),
			client.update(path, with_({ Priority: 'High', TaskStatus: 'Deferred' })),
		]);
		expect(await client.get(path)).toMatchObject({ Title: 'One', Priority: 'High', TaskStatus: 'Deferred' });
	});
});

async function listening(listener: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
	const server = createServer(listener).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const close = async (): Promise<void> => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

describe('what Buildium says', () => {
	const refusalOf = async (call: Promise<unknown>) => {
		const reply = await asReply(call);
		if (reply.ok) throw new Error('Buildium did it.');
		return reply.refusal;
	};

	it("names the field, Buildium's words and the request id", async () => {
		const refusal = await refusalOf(
			clientOf(standIn.credentials, { tools: tools() }).post('/v1/tasks/contactrequests', { ...body(), AssignedToUserId: 999_999 }),
		);
		expect(refusal).toMatchObject({ code: 'invalid', status: 422, fields: [{ field: expect.stringMatching(/AssignedToUserId/i) }] });
		expect(refusal.sentence).toContain('AssignedToUserId');
		expect(refusal.requestId).toBeTruthy();
		expect(refusal.advice).toContain(refusal.requestId);
	});

	it('tells wrong keys from a missing permission, and names the permission', async () => {
		const wrong = clientOf(credentialsOf(standIn.sandbox, { clientSecret: 'wrong' }), { tools: tools() });
		expect(await refusalOf(wrong.get('/v1/rentals'))).toMatchObject({
			code: 'wrong_keys',
			status: 401,
			advice: expect.stringContaining('Client Secret'),
		});
		standIn.sandbox.setPermissions({ tasks: 'view' });
		const right = clientOf(standIn.credentials, { tools: tools() });
		expect(await refusalOf(right.post('/v1/tasks/contactrequests', body()))).toMatchObject({
			code: 'no_permission',
			status: 403,
			advice: expect.stringContaining('Tasks > Tasks (View and Edit)'),
		});
	});

	it('is thrown as an error with a sentence that keeps phone numbers and keys to itself', async () => {
		const client = clientOf(standIn.credentials, { tools: tools() });
		const thrown = await client.get('/v1/leases/tenants/999999', { phone: '5125550123' }).catch((error: unknown) => error);
		if (!(thrown instanceof RefusedError)) throw new Error('It was not refused.');
		expect(thrown.message).toBe(thrown.refusal.sentence);
		for (const secret of ['5125550123', standIn.sandbox.clientSecret])
			expect(`${thrown.message} ${thrown.advice}`).not.toContain(secret);
	});

	it('is not asked at all with a query that would be too long', async () => {
		const ids = Array.from({ length: 600 }, (_, at) => at + 1);
		await expect(clientOf(standIn.credentials).get('/v1/rentals', { propertyids: ids })).rejects.toThrow('too long for Buildium');
		expect(standIn.asked()).toEqual([]);
	});

	it('is not followed elsewhere with the keys', async () => {
		const elsewhere = jest.fn((_: IncomingMessage, response: ServerResponse) => response.end('[]'));
		const other = await listening(elsewhere);
		const proxy = await listening((_, response) => response.writeHead(302, { Location: `${other.url}/v1/rentals` }).end());
		const client = clientOf(credentialsOf(standIn.sandbox, { baseUrl: proxy.url }), { tools: tools() });
		expect(await refusalOf(client.get('/v1/rentals'))).toMatchObject({ code: 'invalid', status: 302 });
		expect(elsewhere).not.toHaveBeenCalled();
		await Promise.all([other.close(), proxy.close()]);
	});

	it.each([
		['no address', { baseUrl: '' }, 'has no Address'],
		['an address without a scheme', { baseUrl: 'buildium.example.com' }, 'is not one'],
		['no keys', { clientId: ' ' }, 'has no Client ID'],
	])('a credential with %s is refused in words', async (_, fields, words) => {
		await expect(clientOf(credentialsOf(standIn.sandbox, fields)).get('/v1/rentals')).rejects.toThrow(words);
	});
});
