import { newEvent, NOON } from './builders';
import type { StoreUnderTest } from './useStore';

const MINUTE = 60_000;

export function eventContract(test: StoreUnderTest): void {
	const claim = async (claimer = 'p1', limit = 10, now = NOON, consumer = 'w1:n1') =>
		await test.store.events.claim(consumer, claimer, limit, now, now + MINUTE);

	describe('events', () => {
		it('records an event once for ever, also when it is done', async () => {
			const { events } = test.store;
			expect(await events.record(newEvent())).toBe(true);
			expect(await events.record(newEvent({ payload: { other: true } }))).toBe(false);
			expect(await events.record(newEvent({ consumer: 'w2:n1' }))).toBe(true);
			const [event] = await claim();
			await events.finish(event?.id ?? '', 'p1', NOON);
			expect(await events.record(newEvent())).toBe(false);
			expect(await events.byKey('w1:n1', 'missed:CA1')).toMatchObject({ state: 'done', payload: { event: 'missed_call' } });
			expect(await events.byKey('w1:n1', 'missed:CA2')).toBeNull();
		});

		it('hands out events in order of arrival, up to the limit, with the attempt counted', async () => {
			for (const [key, receivedAt] of [
				['c', NOON],
				['a', NOON - 2],
				['b', NOON - 1],
				['d', NOON],
			] as const) {
				await test.store.events.record(newEvent({ key, receivedAt }));
			}
			const first = await claim('p1', 3);
			expect(first.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
			expect(first[0]).toMatchObject({ state: 'running', attempts: 1, claimedBy: 'p1', claimedUntil: NOON + MINUTE });
			expect((await claim('p2', 3)).map(({ key }) => key)).toEqual(['d']);
			expect(await claim('p3')).toEqual([]);
		});

		it('gives no trigger the events of another', async () => {
			await test.store.events.record(newEvent());
			expect(await claim('p1', 10, NOON, 'w2:n1')).toEqual([]);
		});

		it('gives each event to one of two processes that claim at the same time', async () => {
			const other = await test.reopen();
			for (let count = 0; count < 20; count += 1) await test.store.events.record(newEvent({ key: `k${count}` }));
			const rounds = Array.from({ length: 5 }, () =>
				[test.store, other].map((store, p) => store.events.claim('w1:n1', `p${p}`, 2, NOON, NOON + MINUTE)),
			);
			const claimed = (await Promise.all(rounds.flat())).flat().map(({ key }) => key);
			expect(claimed).toHaveLength(20);
			expect(new Set(claimed).size).toBe(20);
		});

		it('gives an event to the next one when its claim has run out, and the first can no longer end it', async () => {
			await test.store.events.record(newEvent());
			const [first] = await claim('p1');
			const id = first?.id ?? '';
			expect(await claim('p2', 10, NOON + MINUTE - 1)).toEqual([]);
			expect(await claim('p2', 10, NOON + MINUTE)).toEqual([expect.objectContaining({ id, attempts: 2, claimedBy: 'p2' })]);
			expect(await test.store.events.finish(id, 'p1', NOON)).toBe(false);
			expect(await test.store.events.fail(id, 'p1', 'late', null, NOON)).toBe(false);
			expect(await test.store.events.heartbeat([id], 'p1', NOON + 9 * MINUTE)).toBe(0);
			expect(await test.store.events.finish(id, 'p2', NOON)).toBe(true);
			expect(await test.store.events.finish(id, 'p2', NOON)).toBe(false);
		});

		it('prolongs claims with a heartbeat', async () => {
			await test.store.events.record(newEvent({ key: 'a' }));
			await test.store.events.record(newEvent({ key: 'b' }));
			const ids = (await claim('p1')).map(({ id }) => id);
			expect(await test.store.events.heartbeat(ids, 'p1', NOON + 3 * MINUTE)).toBe(2);
			expect(await test.store.events.heartbeat([], 'p1', NOON)).toBe(0);
			expect(await claim('p2', 10, NOON + 2 * MINUTE)).toEqual([]);
		});

		it('puts a failed event back for later, and ends it for good when there is no later', async () => {
			const { events } = test.store;
			await events.record(newEvent());
			const id = (await claim())[0]?.id ?? '';
			expect(await events.fail(id, 'p1', 'The workflow stopped.', NOON + MINUTE, NOON)).toBe(true);
			expect(await events.byKey('w1:n1', 'missed:CA1')).toMatchObject({
				state: 'waiting',
				lastError: 'The workflow stopped.',
				notBefore: NOON + MINUTE,
				claimedBy: null,
				claimedUntil: null,
				finishedAt: null,
			});
			expect(await claim()).toEqual([]);
			expect(await claim('p1', 1, NOON + MINUTE)).toHaveLength(1);
			expect(await events.fail(id, 'p1', 'Again.', null, NOON + MINUTE)).toBe(true);
			expect(await events.byKey('w1:n1', 'missed:CA1')).toMatchObject({
				state: 'failed',
				lastError: 'Again.',
				finishedAt: NOON + MINUTE,
			});
			expect(await claim('p1', 1, NOON + 9 * MINUTE)).toEqual([]);
		});

		it('gives out an event at once that was recorded by a clock which has been set back since', async () => {
			await test.store.events.record(newEvent({ receivedAt: NOON + 180 * MINUTE }));
			expect(await claim('p1', 1, NOON)).toHaveLength(1);
		});

		it('tells when the next event can be had', async () => {
			const { events } = test.store;
			expect(await events.nextDue('w1:n1')).toBeNull();
			await events.record(newEvent({ key: 'a' }));
			expect(await events.nextDue('w1:n1')).toBe(NOON);
			const id = (await claim())[0]?.id ?? '';
			expect(await events.nextDue('w1:n1')).toBe(NOON + MINUTE);
			await events.fail(id, 'p1', 'x', NOON + 7, NOON);
			expect(await events.nextDue('w1:n1')).toBe(NOON + 7);
			await claim('p1', 1, NOON + 7);
			await events.finish(id, 'p1', NOON);
			expect(await events.nextDue('w1:n1')).toBeNull();
		});

		it('counts by state', async () => {
			const { events } = test.store;
			expect(await events.countByState('w1:n1')).toEqual({ waiting: 0, running: 0, done: 0, failed: 0 });
			for (const key of ['a', 'b', 'c', 'd', 'e']) await events.record(newEvent({ key }));
			const [a, b] = await claim('p1', 3);
			await events.finish(a?.id ?? '', 'p1', NOON);
			await events.fail(b?.id ?? '', 'p1', 'x', null, NOON);
			expect(await events.countByState('w1:n1')).toEqual({ waiting: 2, running: 1, done: 1, failed: 1 });
		});
	});
}
