import { heldClock } from '../../helpers/clock';
import { clientOf, credentialsOf, heldTools, useStandIn } from './support/standIn';

const standIn = useStandIn('test', { requestsPerSecond: 10 });

/** The most that fall into any one second. */
function mostInASecond(times: number[]): number {
	return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
}

it.each([1, 7, 9])('%i a second: the requests of several workflows share the pace of their key', async (requestsPerSecond) => {
	const clock = heldClock();
	const held = heldTools(clock);
	const credentials = credentialsOf(standIn.sandbox, { requestsPerSecond });
	const clients = [1, 2, 3].map(() => clientOf(credentials, { tools: held }));
	const started = clock.now();
	await Promise.all(Array.from({ length: 9 }, async (_, at) => await clients[at % 3]?.get('/v1/administration/account')));
	const fewest = ((9 - 2) / requestsPerSecond) * 1_000;
	expect(clock.now() - started).toBeGreaterThanOrEqual(Math.floor(fewest));
	expect(clock.now() - started).toBeLessThan(fewest + 2_000 / requestsPerSecond);
	expect(standIn.asked()).toHaveLength(9);
});

// Forty requests take four and a half seconds by the pace alone, more on a busy machine.
jest.setTimeout(60_000);

it("in real time: forty requests, and Buildium's limit is never met", async () => {
	const credentials = credentialsOf(standIn.sandbox, { requestsPerSecond: 9 });
	const clients = [1, 2].map(() => clientOf(credentials));
	await Promise.all(Array.from({ length: 40 }, async (_, at) => await clients[at % 2]?.get('/v1/administration/account')));
	const { requests } = standIn.sandbox;
	expect(requests.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
	expect(mostInASecond(requests.map(({ at }) => at))).toBeLessThanOrEqual(10);
});

it('a 429 that names a time is waited for', async () => {
	standIn.sandbox.setHabits({ retryAfter: 2 });
	const { url, clientId, clientSecret } = standIn.sandbox;
	const headers = { 'x-buildium-client-id': clientId, 'x-buildium-client-secret': clientSecret };
	await Promise.all(Array.from({ length: 12 }, async () => await fetch(`${url}/v1/administration/account`, { headers })));
	const before = performance.now();
	await clientOf(standIn.credentials).get('/v1/administration/account');
	expect(performance.now() - before).toBeGreaterThan(1_990);
	expect(standIn.sandbox.requests.slice(12).map(({ status }) => status)).toEqual([429, 200]);
});

it('slow answers do not pile up: no more than eight are waited for at once', async () => {
	standIn.sandbox.faults.slow(1_500);
	const credentials = credentialsOf(standIn.sandbox, { requestsPerSecond: 9 });
	const client = clientOf(credentials);
	await Promise.all(Array.from({ length: 14 }, async () => await client.get('/v1/administration/account')));
	expect(Math.max(...standIn.sandbox.requests.map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(8);
});

it('another key has a pace of its own', async () => {
	const held = heldTools(heldClock());
	const before = held.clock.now();
	const keys = ['one', 'two', 'three', 'four'];
	await Promise.all(
		keys.map(
			async (clientId) =>
				await clientOf(credentialsOf(standIn.sandbox, { clientId }), { tools: held })
					.get('/v1/rentals')
					.catch(() => undefined),
		),
	);
	expect(held.clock.now()).toBe(before);
});
