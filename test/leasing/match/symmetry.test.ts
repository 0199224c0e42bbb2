import { madeUpLeads } from '../../../bench/accuracy/madeUpLeads';
import { comparePair, type PairComparison } from '../../../leasing/match/compare';
import { blockingKeys } from '../../../leasing/match/keys';
import { prepareRecord } from '../../../leasing/match/prepare';

const withoutIds = ({ one: _one, other: _other, ...rest }: PairComparison): unknown => rest;

test('two records compare the same from either side and under any ids', () => {
	const records = madeUpLeads(3_000, 31).map(({ record }) => prepareRecord(record));
	const groups = new Map<string, typeof records>();
	for (const record of records) for (const key of blockingKeys(record)) groups.set(key, [...(groups.get(key) ?? []), record]);
	let pairs = 0;
	for (const group of groups.values()) {
		for (const one of group.slice(0, 12)) {
			for (const other of group.slice(0, 12)) {
				if (one.id >= other.id) continue;
				pairs++;
				const there = comparePair({ ...one, id: '1' }, { ...other, id: '2' });
				const back = comparePair({ ...other, id: '1' }, { ...one, id: '2' });
				expect(withoutIds(back)).toEqual(withoutIds(there));
			}
		}
	}
	expect(pairs).toBeGreaterThan(3_000);
});
