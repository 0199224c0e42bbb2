import { compare, median, percentile, summarize } from '../../bench/statistics';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('median', () => {
	test.each([
		['the middle one, whatever the order', [9, 1, 5], 5],
		['the mean of the two in the middle', [4, 1, 3, 2], 2.5],
		['the only one', [7], 7],
	])('%s', (_, values, expected) => expect(median(values)).toBe(expected));

	test('leaves the values in their order', () => {
		const values = [3, 1, 2];
		median(values);
		expect(values).toEqual([3, 1, 2]);
	});
});

describe('percentile', () => {
	test.each([
		['of 100 values, the 99th', upTo(100), 0.99, 99],
		['of 200 values, the 198th', upTo(200), 0.99, 198],
		['of fewer than 100 values, the worst', upTo(60), 0.99, 60],
		['numbers are compared as numbers', [10, 9, 100], 0.99, 100],
		['half of them', upTo(10), 0.5, 5],
	])('%s', (_, values, share, expected) => expect(percentile(values, share)).toBe(expected));
});

test('nothing measured is an error, not a zero', () => {
	expect(() => summarize([])).toThrow('no values');
	expect(() => percentile([], 0.99)).toThrow('no values');
});

test('a comparison divides ours by the peer', () => {
	expect(compare([30, 30, 60], [20, 20, 20])).toEqual({
		ours: { samples: 3, median: 30, p99: 60 },
		peer: { samples: 3, median: 20, p99: 20 },
		ratio: { median: 1.5, p99: 3 },
	});
});
