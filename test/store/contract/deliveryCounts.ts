import { NOON } from './builders';
import type { StoreUnderTest } from './useStore';

const HOUR = 3_600_000;

export function deliveryCountContract(test: StoreUnderTest): void {
	describe('counts for ceilings', () => {
		it('count within the hour, for each trigger and subject apart', async () => {
			const { deliveryCounts } = test.store;
			const start = Math.floor(NOON / HOUR) * HOUR;
			expect(await deliveryCounts.add('w1:n1', 'form', start)).toBe(1);
			expect(await deliveryCounts.add('w1:n1', 'form', start + HOUR - 1)).toBe(2);
			expect(await deliveryCounts.add('w1:n1', 'address:a', start)).toBe(1);
			expect(await deliveryCounts.add('w2:n1', 'form', start)).toBe(1);
			expect(await deliveryCounts.add('w1:n1', 'form', start + HOUR)).toBe(1);
		});

		it('are not forgotten by a clock that is set back, and forget what is two hours old', async () => {
			const { deliveryCounts } = test.store;
			await deliveryCounts.add('w1:n1', 'form', NOON);
			await deliveryCounts.add('w1:n1', 'form', NOON + HOUR);
			expect(await deliveryCounts.add('w1:n1', 'form', NOON)).toBe(2);
			await deliveryCounts.add('w1:n1', 'form', NOON + 2 * HOUR);
			expect(await deliveryCounts.add('w1:n1', 'form', NOON)).toBe(1);
		});

		it('lose nothing when several processes count at once', async () => {
			const { deliveryCounts } = test.store;
			const counts = await Promise.all(Array.from({ length: 10 }, async () => await deliveryCounts.add('w1:n1', 'form', NOON)));
			expect(counts.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		});
	});
}
