import { startBuildiumSandbox } from '../../../sandbox/buildium';
import { Pace } from '../../../sandbox/buildium/pace';
import { ask } from './support/client';
import { useBuildium } from './support/sandbox';

const sandbox = useBuildium();
const NOTE = { Note: 'Asked about parking.' };

test.each([
	['no keys', { 'x-buildium-client-id': '', 'x-buildium-client-secret': '' }],
	['a wrong id', { 'x-buildium-client-id': 'client-0' }],
	['a wrong secret', { 'x-buildium-client-secret': 'secret' }],
])('%s gives 401, without a code', async (_name, headers) => {
	const { status, body } = await ask(sandbox(), 'GET', '/users', { headers });
	expect(status).toBe(401);
	expect(body).toEqual({ UserMessage: expect.any(String) as unknown, ErrorCode: null, Errors: [] });
});

test('a missing permission gives 403 and names it; what is allowed still works', async () => {
	sandbox().setPermissions({ account: 'none', tenants: 'view' });
	const account = await ask(sandbox(), 'GET', '/administration/account');
	expect(account).toMatchObject({
		status: 403,
		body: { UserMessage: expect.stringContaining('Administration > Account Information (View)') as unknown },
	});
	expect((await ask(sandbox(), 'GET', '/leases/tenants')).status).toBe(200);
	const note = await ask(sandbox(), 'POST', '/leases/tenants/600001/notes', { body: NOTE });
	expect(note).toMatchObject({ status: 403, body: { UserMessage: expect.stringContaining('Rentals > Tenants (Edit)') as unknown } });
	expect((await ask(sandbox(), 'POST', '/leases/400001/notes', { body: NOTE })).status).toBe(201);
});

test('a read-only key reads everything and writes nothing', async () => {
	sandbox().setPermissions('view');
	expect((await ask(sandbox(), 'GET', '/tasks')).status).toBe(200);
	expect((await ask(sandbox(), 'POST', '/leases/400001/notes', { body: NOTE })).status).toBe(403);
	expect(sandbox().data.notes.find(({ Note }) => Note === NOTE.Note)).toBeNull();
});

test('listings need two permissions', async () => {
	sandbox().setPermissions({ rentals: 'none' });
	expect((await ask(sandbox(), 'GET', '/rentals/units/listings')).status).toBe(403);
});

test.each(['essential', 'growth'] as const)('the plan %s has no API, however it says so', async (plan) => {
	sandbox().setPlan(plan);
	expect((await ask(sandbox(), 'GET', '/users')).status).toBe(403);
	sandbox().setHabits({ planRefusal: 401 });
	expect((await ask(sandbox(), 'GET', '/users')).status).toBe(401);
	sandbox().setPlan('premium');
	expect((await ask(sandbox(), 'GET', '/users')).status).toBe(200);
});

test('a path without version, with a wrong case or with an id that is none gives 404', async () => {
	for (const path of [
		'/../users',
		'/Users',
		'/leases/Tenants',
		'/users/seven',
		'/users/7999',
		'/rentals/units/200001/listing',
		'/clientleads',
	]) {
		expect({ path, status: (await ask(sandbox(), 'GET', path)).status }).toEqual({ path, status: 404 });
	}
});

test('a body needs a content type and has to be JSON', async () => {
	const path = '/leases/400001/notes';
	expect((await ask(sandbox(), 'POST', path, { body: NOTE, headers: { 'Content-Type': 'text/plain' } })).status).toBe(415);
	expect((await ask(sandbox(), 'POST', path, { body: '{"Note":' })).status).toBe(400);
	expect((await ask(sandbox(), 'POST', path, { body: '[]' })).status).toBe(400);
	expect((await ask(sandbox(), 'POST', path)).status).toBe(400);
});

test('a query over 4096 characters gives 500', async () => {
	expect((await ask(sandbox(), 'GET', '/users', { query: { name: 'x'.repeat(4000) } })).status).toBe(200);
	expect((await ask(sandbox(), 'GET', '/users', { query: { name: 'x'.repeat(4100) } })).status).toBe(500);
});

test('answers carry ids to tell the support', async () => {
	const { headers } = await ask(sandbox(), 'GET', '/users/7999');
	expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
	expect(headers.get('x-amzn-trace-id')).toMatch(/^Root=/);
});

describe('the pace', () => {
	const paced = useBuildium({ requestsPerSecond: 0 });

	test('counts what it admitted within the last second, for each key by itself', () => {
		const pace = new Pace(10);
		const admitted = (key: string, times: number[]): number => times.filter((at) => pace.admits(key, at)).length;
		const burst = Array.from({ length: 12 }, (_, nth) => nth);
		expect(admitted('a', burst)).toBe(10);
		expect(admitted('b', burst)).toBe(10);
		// The first was admitted at 0; refused ones take no place.
		expect(admitted('a', [999, 1000, 1000])).toBe(1);
		expect(admitted('a', [2100, 2101])).toBe(2);
		expect(new Pace(null).admits('a', 0)).toBe(true);
	});

	test('gives 429 before it looks at the keys, and says when to come back only if that is its habit', async () => {
		const refused = await ask(paced(), 'GET', '/users', { headers: { 'x-buildium-client-secret': '' } });
		expect(refused).toMatchObject({ status: 429, body: { ErrorCode: null, Errors: [] } });
		expect(refused.headers.get('retry-after')).toBeNull();
		paced().setHabits({ retryAfter: 2 });
		expect((await ask(paced(), 'GET', '/users')).headers.get('retry-after')).toBe('2');
	});
});

test('the pace is ten requests a second if nobody says otherwise', async () => {
	const usual = await startBuildiumSandbox();
	const answers = await Promise.all(Array.from({ length: 60 }, () => ask(usual, 'GET', '/users')));
	await usual.stop();
	expect(answers.some(({ status }) => status === 429)).toBe(true);
	expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(10);
});

test('requests are recorded without the keys', async () => {
	await ask(sandbox(), 'POST', '/leases/400001/notes', {
		body: NOTE,
		query: [
			['a', '1'],
			['a', '2'],
		],
	});
	expect(sandbox().requests).toMatchObject([
		{
			method: 'POST',
			path: '/v1/leases/400001/notes',
			query: [
				['a', '1'],
				['a', '2'],
			],
			body: NOTE,
			status: 201,
			inFlight: 1,
			fault: null,
		},
	]);
	expect(JSON.stringify(sandbox().requests)).not.toContain(sandbox().clientSecret);
});

test('a port that is taken is an error', async () => {
	const port = Number(new URL(sandbox().url).port);
	await expect(startBuildiumSandbox({ port })).rejects.toThrow('EADDRINUSE');
});
