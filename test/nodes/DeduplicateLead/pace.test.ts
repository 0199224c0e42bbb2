import { LONGEST, makePace } from '../../../office/intake/batch/pace';

describe('how many items a transaction takes on', () => {
	it('grows to what fits into its time, and no further', () => {
		const pace = makePace();
		const taken: number[] = [];
		for (let run = 0; run < 8; run++) {
			taken.push(pace.most());
			pace.took(pace.most(), pace.most() * 0.5);
		}
		expect(taken[1]).toBeGreaterThan(taken[0] ?? 0);
		expect(taken.at(-1)).toBe(taken.at(-2));
		expect((taken.at(-1) ?? 0) * 0.5).toBeLessThan(LONGEST);
	});

	it('falls at once when items take longer, to one at least', () => {
		const pace = makePace();
		pace.took(50, 500);
		expect(pace.most() * 10).toBeLessThan(LONGEST);
		pace.took(1, 60_000);
		expect(pace.most()).toBe(1);
	});

	it('is not led astray by items that took no time', () => {
		const pace = makePace();
		const before = pace.most();
		pace.took(before, 0);
		expect(pace.most()).toBeLessThanOrEqual(before * 2);
	});
});
