import { fake1000, febrl, whyNoDevData } from '../../../bench/accuracy/devData';
import type { KnownRow } from '../../../bench/accuracy/known';
import { madeUpLeads } from '../../../bench/accuracy/madeUpLeads';
import { Chance } from '../../../bench/accuracy/random';
import { scoreOf } from '../../../bench/accuracy/score';
import { BatchMatcher, type BatchResult } from '../../../leasing/match/batch/matchBatch';
import { DEFAULT_SETTINGS } from '../../../leasing/match/neighbourhood';
import { oneByOne, sorted } from './support/oneByOne';

/** Only the records go in: no truth, and the rows in an order that says nothing. */
function match(rows: readonly KnownRow[]): BatchResult {
	const matcher = new BatchMatcher();
	for (const { record } of new Chance(1).shuffled(rows)) matcher.add(record);
	return matcher.finish();
}

const why = whyNoDevData();
const lists: Array<[string, () => KnownRow[], { precision: number; recall?: number; f1?: number }]> = [
	['febrl4 with number', () => febrl(['dataset4a.csv', 'dataset4b.csv'], 'A'), { precision: 0.999, recall: 0.99 }],
	['febrl4 without number', () => febrl(['dataset4a.csv', 'dataset4b.csv'], 'B'), { precision: 0.999, recall: 0.99 }],
	['febrl4 without number and birth date', () => febrl(['dataset4a.csv', 'dataset4b.csv'], 'C'), { precision: 0.998, recall: 0.96 }],
	['febrl1 without number and birth date', () => febrl(['dataset1.csv'], 'C'), { precision: 0.998, recall: 0.96 }],
	['fake_1000 with birth date', fake1000, { precision: 0.99, f1: 0.93 }],
];

describe.each(lists)('%s', (_, rows, least) => {
	(why === null ? test : test.skip)(
		`what is merged by itself is right, and most is found${why === null ? '' : ` [skipped: ${why}]`}`,
		() => {
			const list = rows();
			const { precision, recall, f1 } = scoreOf(list, match(list).clusters);
			expect(precision).toBeGreaterThanOrEqual(least.precision);
			expect(recall).toBeGreaterThanOrEqual(least.recall ?? 0);
			expect(f1).toBeGreaterThanOrEqual(least.f1 ?? 0);
		},
	);
});

(why === null ? test : test.skip)(
	`an address list one by one gives what it gives at once${why === null ? '' : ` [skipped: ${why}]`}`,
	() => {
		const list = new Chance(3).shuffled(febrl(['dataset1.csv'], 'C'));
		const settings = { ...DEFAULT_SETTINGS, facts: { ...DEFAULT_SETTINGS.facts, addressList: true, namesReplaced: true } };
		expect(
			sorted(
				oneByOne(
					list.map(({ record }) => record),
					settings,
				),
			),
		).toEqual(sorted(match(list).clusters));
	},
);

test('made-up leads with couples, fathers and sons, locators and recycled numbers: hardly anybody is merged with somebody else', () => {
	const rows = madeUpLeads(4_000, 21);
	const result = match(rows);
	const { precision, recall } = scoreOf(rows, result.clusters);
	expect(precision).toBeGreaterThanOrEqual(0.998);
	expect(recall).toBeGreaterThanOrEqual(0.9);
	// A person can keep up with the questions.
	expect(result.pairs.filter(({ band }) => band === 'review').length).toBeLessThan(rows.length * 0.05);
});
