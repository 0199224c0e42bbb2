import { comparePairs, compareTable } from '../../bench/compare/compare';
import { figuresOf } from '../../bench/compare/figures';

const calls = (answer: number, text: number, void_: string[] = []) => ({
	answer: [{ callsPerSecond: 1, ratio: { median: answer, p99: 9 } }],
	text: [{ callsPerSecond: 1, ratio: { median: text, p99: 9 } }],
	void: void_,
});

it('takes the median of the ratios pair by pair, so that a slow hour for both counts for neither', () => {
	const pairs = [
		[1.0, 1.02],
		[3.0, 3.06],
		[1.0, 1.01],
	].map(([before = 0, after = 0]) => ({ before: figuresOf('calls', calls(before, 2)), after: figuresOf('calls', calls(after, 2)) }));
	const [answer, text] = comparePairs(pairs);
	expect(answer?.ratio).toBeCloseTo(1.02);
	expect(text?.ratio).toBe(1);
});

it('says which figure became worse than allowed', () => {
	const table = compareTable(
		1,
		comparePairs([{ before: figuresOf('calls', calls(1, 2)), after: figuresOf('calls', calls(1.1, 2)) }]),
		1.05,
	);
	expect(table).toMatch(/answer.*1\.10.*WORSE/);
	expect(table).toMatch(/text.*1\.00.*met/);
});

it('takes no figures that are void', () => {
	expect(() => figuresOf('calls', calls(1, 2, ['a call led to two texts']))).toThrow();
});

it('compares a long list by the peer of its own run', () => {
	const run = {
		measured: [
			{ name: 'node', seconds: 30 },
			{ name: 'command', seconds: 5 },
			{ name: 'removeDuplicates', seconds: 2 },
		],
	};
	expect(figuresOf('batch', run).map(({ value }) => value)).toEqual([15, 2.5]);
});
