import { NOON } from './builders';
import type { StoreUnderTest } from './useStore';

export function reviewContract(test: StoreUnderTest): void {
	const record = async () =>
		(await test.store.matching.add({ portfolio: 'main', inquiryId: null, leadId: null, record: {}, at: NOON, keys: [] })).id;
	const REASONS = [{ code: 'same_phone', sentence: 'same phone +9.1' }];
	const question = (one: string, other: string) => ({
		portfolio: 'main',
		recordIds: [one, other] as const,
		score: 4.25,
		reasons: REASONS,
	});

	describe('reviews', () => {
		it('are asked once for a pair, whichever way round it is named', async () => {
			const { reviews } = test.store;
			const [a, b] = [await record(), await record()];
			const { review, created } = await reviews.open(question(b, a));
			expect(created).toBe(true);
			expect(review).toEqual({
				...question(a, b),
				recordIds: [a, b],
				id: review.id,
				state: 'open',
				createdAt: test.clock.now(),
				resolvedAt: null,
				resolvedBy: null,
				note: null,
			});
			expect(await reviews.open(question(a, b))).toEqual({ review, created: false });
			expect(await reviews.get(review.id)).toEqual(review);
			expect(await reviews.get('review_none')).toBeNull();
		});

		it.each(['merged', 'household', 'apart'] as const)('answered with %s are remembered and not asked again', async (answer) => {
			const { reviews } = test.store;
			const [a, b] = [await record(), await record()];
			const { review } = await reviews.open(question(a, b));
			const resolved = await reviews.resolve(review.id, answer, 'Dana', 'same voice', NOON + 5);
			expect(resolved).toEqual({ ...review, state: answer, resolvedAt: NOON + 5, resolvedBy: 'Dana', note: 'same voice' });
			expect(await reviews.resolve(review.id, 'apart', 'Sam', null, NOON + 6)).toBeNull();
			expect(await reviews.open(question(a, b))).toEqual({ review: resolved, created: false });
			expect(await reviews.about([b])).toEqual([resolved]);
		});

		it('are listed: open ones oldest first, answered ones newest first', async () => {
			const { reviews } = test.store;
			const ids: string[] = [];
			for (let pair = 0; pair < 4; pair += 1) {
				ids.push((await reviews.open(question(await record(), await record()))).review.id);
				test.clock.advance(1);
			}
			await reviews.resolve(ids[1] ?? '', 'apart', 'Dana', null, NOON + 10);
			await reviews.resolve(ids[2] ?? '', 'apart', 'Dana', null, NOON + 20);
			const list = async (state: 'open' | 'apart' | 'merged', limit = 9) =>
				(await reviews.list({ portfolio: 'main', state, limit })).map(({ id }) => ids.indexOf(id));
			expect(await list('open')).toEqual([0, 3]);
			expect(await list('open', 1)).toEqual([0]);
			expect(await list('apart')).toEqual([2, 1]);
			expect(await list('merged')).toEqual([]);
			expect(await reviews.list({ portfolio: 'elsewhere', state: 'open', limit: 9 })).toEqual([]);
		});

		it('may be answered before they are asked, and answered anew', async () => {
			const { reviews } = test.store;
			const [a, b, c] = [await record(), await record(), await record()];
			const apart = await reviews.answer(question(b, a), 'apart', 'Dana', null, NOON);
			expect(apart).toMatchObject({ recordIds: [a, b], state: 'apart', resolvedBy: 'Dana', resolvedAt: NOON });
			expect(await reviews.answer(question(a, b), 'merged', 'Sam', 'met them', NOON + 1)).toEqual({
				...apart,
				state: 'merged',
				resolvedBy: 'Sam',
				resolvedAt: NOON + 1,
				note: 'met them',
			});
			const { review } = await reviews.open(question(b, c));
			expect((await reviews.about([a, c])).map(({ id }) => id)).toEqual([apart.id, review.id]);
			expect((await reviews.about([b])).map(({ id }) => id)).toEqual([apart.id, review.id]);
			expect(await reviews.about([])).toEqual([]);
		});
	});
}
