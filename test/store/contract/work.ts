import { newWork, NOON } from './builders';
import type { StoreUnderTest } from './useStore';

const MINUTE = 60_000;

export function workContract(test: StoreUnderTest): void {
	const claim = async (claimer = 'p1', now = NOON, kinds = ['sweep'], limit = 10) =>
		await test.store.work.claim(kinds, claimer, limit, now, now + MINUTE);

	describe('work', () => {
		it('adds work once per kind and key', async () => {
			const { work } = test.store;
			expect(await work.add(newWork())).toBe(true);
			expect(await work.add(newWork({ payload: 2 }))).toBe(false);
			expect(await work.add(newWork({ kind: 'write_back', portfolio: null }))).toBe(true);
			const [only] = await work.list({ kind: 'sweep', limit: 9 });
			expect(only).toEqual({
				...newWork(),
				id: only?.id,
				state: 'waiting',
				attempts: 0,
				claimedBy: null,
				claimedUntil: null,
				lastError: null,
				createdAt: test.clock.now(),
				finishedAt: null,
			});
			expect(await work.get(only?.id ?? '')).toEqual(only);
			expect(await work.get('work_none')).toBeNull();
			expect(await work.byKey('sweep', only?.key ?? '')).toEqual(only);
			expect(await work.byKey('sweep', 'unknown')).toBeNull();
			await expect(work.add(newWork({ key: 'x', portfolio: 'elsewhere' }))).rejects.toMatchObject({ code: 'unknown_portfolio' });
		});

		it('hands out what is due of the kinds asked for, earliest first', async () => {
			for (const [key, dueAt] of [
				['later', NOON + 1],
				['second', NOON],
				['first', NOON - 1],
			] as const)
				await test.store.work.add(newWork({ key, dueAt }));
			await test.store.work.add(newWork({ kind: 'write_back' }));
			expect((await claim()).map(({ key }) => key)).toEqual(['first', 'second']);
			expect(await claim('p1', NOON, [])).toEqual([]);
			expect((await claim('p1', NOON + 1, ['sweep', 'write_back'])).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
				'write_back texts',
				'sweep later',
			]);
		});

		it('gives one piece to one of two claimers, and to the next when the claim has run out', async () => {
			await test.store.work.add(newWork());
			const other = await test.reopen();
			const both = await Promise.all([claim('p1'), other.work.claim(['sweep'], 'p2', 10, NOON, NOON + MINUTE)]);
			const [mine] = both.flat();
			expect(both.flat()).toHaveLength(1);
			const id = mine?.id ?? '';
			const holder = mine?.claimedBy ?? '';
			expect(await test.store.work.heartbeat([id], holder, NOON + 2 * MINUTE)).toBe(1);
			expect(await claim('p3', NOON + MINUTE)).toEqual([]);
			expect(await claim('p3', NOON + 2 * MINUTE)).toEqual([expect.objectContaining({ id, attempts: 2, claimedBy: 'p3' })]);
			expect(await test.store.work.finish(id, holder, NOON)).toBe(false);
			expect(await test.store.work.heartbeat([id], holder, NOON)).toBe(0);
			expect(await test.store.work.finish(id, 'p3', NOON)).toBe(true);
			expect(await test.store.work.get(id)).toMatchObject({ state: 'done', finishedAt: NOON, claimedBy: null });
		});

		it('retries a failure later or ends it', async () => {
			const { work } = test.store;
			await work.add(newWork());
			const id = (await claim())[0]?.id ?? '';
			expect(await work.fail(id, 'p1', 'The PMS is down.', NOON + MINUTE, NOON)).toBe(true);
			expect(await work.get(id)).toMatchObject({
				state: 'waiting',
				dueAt: NOON + MINUTE,
				lastError: 'The PMS is down.',
				claimedBy: null,
			});
			expect(await claim()).toEqual([]);
			await claim('p1', NOON + MINUTE);
			expect(await work.fail(id, 'p2', 'x', null, NOON)).toBe(false);
			expect(await work.fail(id, 'p1', 'Refused.', null, NOON)).toBe(true);
			expect(await work.get(id)).toMatchObject({ state: 'failed', lastError: 'Refused.', finishedAt: NOON });
		});

		it('cancels what nobody is doing', async () => {
			const { work } = test.store;
			await work.add(newWork());
			const id = (await claim())[0]?.id ?? '';
			expect(await work.cancel(id, NOON)).toBe(false);
			expect(await work.cancel(id, NOON + MINUTE)).toBe(true);
			expect(await work.cancel(id, NOON + MINUTE)).toBe(false);
			expect(await work.get(id)).toMatchObject({ state: 'cancelled', finishedAt: NOON + MINUTE });
			expect(await claim('p1', NOON + 9 * MINUTE)).toEqual([]);
			expect(await work.add(newWork())).toBe(false);
		});

		it('puts what failed or was cancelled back, as new', async () => {
			const { work } = test.store;
			await work.add(newWork());
			const id = (await claim())[0]?.id ?? '';
			expect(await work.retry(id, NOON)).toBe(false);
			await work.fail(id, 'p1', 'Refused.', null, NOON);
			expect(await work.retry(id, NOON + MINUTE)).toBe(true);
			expect(await work.get(id)).toMatchObject({
				state: 'waiting',
				dueAt: NOON + MINUTE,
				attempts: 0,
				lastError: 'Refused.',
				finishedAt: null,
			});
			expect(await work.retry(id, NOON)).toBe(false);
			expect(await claim()).toEqual([]);
			expect(await claim('p1', NOON + MINUTE)).toEqual([expect.objectContaining({ id, attempts: 1 })]);
			await work.finish(id, 'p1', NOON + MINUTE);
			expect(await work.retry(id, NOON)).toBe(false);
			await work.add(newWork({ key: 'cancelled', dueAt: NOON + MINUTE }));
			const cancelled = (await work.byKey('sweep', 'cancelled'))?.id ?? '';
			await work.cancel(cancelled, NOON);
			expect(await work.retry(cancelled, NOON)).toBe(true);
			expect(await work.get(cancelled)).toMatchObject({ state: 'waiting', dueAt: NOON, finishedAt: null });
			expect(await work.retry('work_none', NOON)).toBe(false);
		});

		it('lists by portfolio, kind and state', async () => {
			const { work } = test.store;
			await work.add(newWork());
			await work.add(newWork({ kind: 'write_back', portfolio: null, dueAt: NOON - 1 }));
			await claim();
			const list = async (query: { portfolio?: string; kind?: string; state?: 'waiting' | 'claimed' }) =>
				(await work.list({ ...query, limit: 9 })).map(({ kind }) => kind);
			expect(await list({})).toEqual(['write_back', 'sweep']);
			expect(await list({ portfolio: 'main' })).toEqual(['sweep']);
			expect(await list({ state: 'waiting' })).toEqual(['write_back']);
			expect(await list({ kind: 'sweep', state: 'waiting' })).toEqual([]);
		});
	});
}
