import type { NewWork, PutMode, PutResult, StoredWork } from '../../../store/port';
import { newWork, NOON } from './builders';
import type { StoreUnderTest } from './useStore';

const MINUTE = 60_000;
const LATER = NOON + 10 * MINUTE;
const MOVED: NewWork = newWork({ payload: { step: 2 }, dueAt: LATER });
const UNDER_WAY = { payload: { step: 1 }, dueAt: NOON, state: 'claimed', claimedBy: 'p1' } as const;

export function workPutContract(test: StoreUnderTest): void {
	const claim = async (claimer = 'p1', now = NOON) => await test.store.work.claim(['sweep'], claimer, 10, now, now + MINUTE);
	const current = async () => await test.store.work.byKey('sweep', 'texts');

	/** Work in every state that it can be in. */
	const states: Record<string, () => Promise<unknown>> = {
		nothing: async () => await Promise.resolve(),
		waiting: async () => await test.store.work.add(newWork()),
		'waiting to be tried again': async () => {
			await test.store.work.add(newWork());
			const [mine] = await claim();
			await test.store.work.fail(mine?.id ?? '', 'p1', 'Down.', NOON + 5 * MINUTE, NOON);
		},
		'being done': async () => {
			await test.store.work.add(newWork());
			await claim();
		},
		'left behind': async () => {
			await test.store.work.add(newWork());
			await claim('p1', NOON - 2 * MINUTE);
			await test.store.work.claim(['sweep'], 'p1', 1, NOON, NOON);
		},
		done: async () => {
			await test.store.work.add(newWork());
			const [mine] = await claim();
			await test.store.work.finish(mine?.id ?? '', 'p1', NOON);
		},
		failed: async () => {
			await test.store.work.add(newWork());
			const [mine] = await claim();
			await test.store.work.fail(mine?.id ?? '', 'p1', 'Refused.', null, NOON);
		},
		cancelled: async () => {
			await test.store.work.add(newWork());
			await test.store.work.cancel((await current())?.id ?? '', NOON);
		},
	};
	const fresh = {
		payload: { step: 2 },
		dueAt: LATER,
		state: 'waiting',
		attempts: 0,
		lastError: null,
		finishedAt: null,
		claimedBy: null,
	} as const;
	const moved = { payload: { step: 1 }, dueAt: LATER, state: 'waiting', claimedBy: null } as const;

	describe('putting work under a key again', () => {
		it.each<[mode: PutMode, before: string, result: PutResult, after: Partial<StoredWork>]>([
			['keep', 'nothing', 'added', fresh],
			['keep', 'waiting', 'kept', { payload: { step: 1 }, dueAt: NOON, state: 'waiting' }],
			['keep', 'being done', 'kept', UNDER_WAY],
			['keep', 'done', 'kept', { payload: { step: 1 }, state: 'done' }],
			['move', 'nothing', 'added', fresh],
			['move', 'waiting', 'moved', moved],
			['move', 'waiting to be tried again', 'moved', { ...moved, attempts: 1, lastError: 'Down.' }],
			['move', 'being done', 'after_run', UNDER_WAY],
			['move', 'left behind', 'moved', moved],
			['move', 'done', 'kept', { payload: { step: 1 }, dueAt: NOON, state: 'done' }],
			['move', 'failed', 'kept', { dueAt: NOON, state: 'failed' }],
			['move', 'cancelled', 'kept', { dueAt: NOON, state: 'cancelled' }],
			['replace', 'nothing', 'added', fresh],
			['replace', 'waiting', 'replaced', fresh],
			['replace', 'waiting to be tried again', 'replaced', fresh],
			['replace', 'being done', 'after_run', UNDER_WAY],
			['replace', 'left behind', 'replaced', fresh],
			['replace', 'done', 'replaced', fresh],
			['replace', 'failed', 'replaced', fresh],
			['replace', 'cancelled', 'replaced', fresh],
		])('%s, when it is: %s', async (mode, before, result, after) => {
			await states[before]?.();
			expect(await test.store.work.put(MOVED, mode, NOON)).toBe(result);
			expect(await current()).toMatchObject(after);
		});

		it('does replaced work again after the present run, and once', async () => {
			await states['being done']?.();
			await test.store.work.put(MOVED, 'replace', NOON);
			const id = (await current())?.id ?? '';
			expect(await test.store.work.finish(id, 'p1', NOON + 1)).toBe(true);
			expect(await current()).toMatchObject(fresh);
			expect(await claim('p2', NOON + 1)).toEqual([]);
			expect(await claim('p2', LATER)).toEqual([expect.objectContaining({ id, payload: { step: 2 }, attempts: 1 })]);
			expect(await test.store.work.finish(id, 'p2', LATER)).toBe(true);
			expect(await current()).toMatchObject({ state: 'done', finishedAt: LATER });
		});

		it.each([
			['tried again', NOON + MINUTE],
			['given up', null],
		] as const)('does replaced work at its own time when the present run fails and would be %s', async (_, retryAt) => {
			await states['being done']?.();
			await test.store.work.put(MOVED, 'replace', NOON);
			await test.store.work.fail((await current())?.id ?? '', 'p1', 'Down.', retryAt, NOON + 1);
			expect(await current()).toMatchObject({ ...fresh, lastError: 'Down.' });
		});

		it('moves what is being done only if that fails', async () => {
			await states['being done']?.();
			await test.store.work.put(MOVED, 'move', NOON);
			const id = (await current())?.id ?? '';
			await test.store.work.fail(id, 'p1', 'Down.', NOON + MINUTE, NOON + 1);
			expect(await current()).toMatchObject({ ...moved, attempts: 1 });
			await claim('p1', LATER);
			await test.store.work.put(newWork({ dueAt: LATER + 1 }), 'move', LATER);
			await test.store.work.finish(id, 'p1', LATER);
			expect(await current()).toMatchObject({ state: 'done', dueAt: LATER });
		});

		it('gives whoever takes over what was put meanwhile, and not before its time', async () => {
			await states['being done']?.();
			await test.store.work.put(MOVED, 'replace', NOON);
			expect(await claim('p2', NOON + 2 * MINUTE)).toEqual([]);
			expect(await claim('p2', LATER)).toEqual([expect.objectContaining({ payload: { step: 2 }, dueAt: LATER, attempts: 1 })]);
		});

		it('is cancelled with what was put meanwhile', async () => {
			await states['being done']?.();
			await test.store.work.put(MOVED, 'replace', NOON);
			const id = (await current())?.id ?? '';
			expect(await test.store.work.cancel(id, NOON)).toBe(false);
			await test.store.work.finish(id, 'p1', NOON + 1);
			expect(await current()).toMatchObject({ state: 'done' });
		});

		it('leaves one row, whoever puts at the same time', async () => {
			const other = await test.reopen();
			await Promise.all([test.store.work.put(MOVED, 'replace', NOON), other.work.put(MOVED, 'replace', NOON)]);
			expect(await test.store.work.list({ limit: 9 })).toHaveLength(1);
			await expect(test.store.work.put(newWork({ portfolio: 'nowhere', key: 'x' }), 'move', NOON)).rejects.toMatchObject({
				code: 'unknown_portfolio',
			});
		});
	});
}
