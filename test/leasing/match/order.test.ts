import { Chance } from '../../../bench/accuracy/random';
import { madeUpLeads } from '../../../bench/accuracy/madeUpLeads';
import { BatchMatcher } from '../../../leasing/match/batch/matchBatch';
import { DEFAULT_SETTINGS, type MatchSettings } from '../../../leasing/match/neighbourhood';
import type { MatchRecord } from '../../../leasing/match/record';
import { oneByOne, sorted } from './support/oneByOne';
import { person } from './support/person';

function atOnce(records: readonly MatchRecord[], settings: MatchSettings = DEFAULT_SETTINGS): string[] {
	const matcher = new BatchMatcher(settings);
	for (const record of records) matcher.add(record);
	return sorted(matcher.finish().clusters);
}

const leads = madeUpLeads(600, 5).map(({ record }) => record);

test.each([1, 2, 3, 4])('any order of the rows gives the same clusters (%i)', (seed) => {
	expect(atOnce(new Chance(seed).shuffled(leads))).toEqual(atOnce(leads));
});

test.each([1, 2])('one by one, in any order, gives what all at once gives (%i)', (seed) => {
	expect(sorted(oneByOne(new Chance(seed).shuffled(leads)))).toEqual(atOnce(leads));
});

test('ids do not matter either: rows without one are numbered, and numbers follow the order', () => {
	const renumbered = new Chance(9).shuffled(leads);
	const original = new Map(renumbered.map((record, index) => [String(index), record.id]));
	const matcher = new BatchMatcher();
	renumbered.forEach((record, index) => matcher.add({ ...record, id: String(index) }));
	expect(sorted(matcher.finish().clusters.map((cluster) => cluster.map((id) => original.get(id) ?? '')))).toEqual(atOnce(leads));
});

test('a key that becomes crowded parts what it had joined, whenever the last record comes', () => {
	const family = Array.from({ length: 70 }, (_, index) =>
		person({
			first: `Given${'abcdefghij'.charAt(index % 10)}${'klmnopq'.charAt(index / 10)}`,
			last: `Sur${'rstuvwx'.charAt(index / 10)}${'abcdefghij'.charAt(index % 10)}`,
			phone: '42',
		}),
	);
	const caller = [person({ phone: '42', city: 'Waco' }), person({ phone: '42', city: 'Austin' })];
	const records = [...caller, ...family];
	expect(sorted(oneByOne(records))).toEqual(atOnce(records));
	expect(sorted(oneByOne([...records].reverse()))).toEqual(atOnce(records));
});

test('a call that had gone to the only user of a phone is a question again once a second one shows up', () => {
	const people = [
		person({ first: 'Ana', last: 'Ruiz', phone: '42' }, 'ana'),
		person({ phone: '42' }, 'call'),
		person({ first: 'Luis', last: 'Ruiz', phone: '42' }, 'luis'),
	];
	expect(sorted(oneByOne(people.slice(0, 2)))).toEqual(['ana call']);
	for (const seed of [1, 2, 3, 4]) expect(sorted(oneByOne(new Chance(seed).shuffled(people)))).toEqual(['ana', 'call', 'luis']);
	expect(atOnce(people)).toEqual(['ana', 'call', 'luis']);
});

test("which fields count and how sure one must be are the user's", () => {
	const pair = [
		person({ first: 'Nadia', last: 'Ferris', phone: '42' }, 'a'),
		person({ first: 'Nadia', last: 'Ferris', phone: '42', city: 'Waco' }, 'b'),
	];
	expect(atOnce(pair)).toEqual(['a b']);
	expect(atOnce(pair, { ...DEFAULT_SETTINGS, thresholds: { automatic: 1, review: 0.3 } })).toEqual(['a', 'b']);
	const fields = new Set(['first_name', 'last_name'] as const);
	expect(atOnce(pair, { ...DEFAULT_SETTINGS, facts: { ...DEFAULT_SETTINGS.facts, fields } })).toEqual(['a', 'b']);
});

test('what a person decided holds, also over others', () => {
	const people = [
		person({ first: 'Nadia', last: 'Ferris', phone: '42' }, 'a'),
		person({ first: 'Nadia', last: 'Ferris', email: 'nf@example.com' }, 'b'),
		person({ first: 'Nadia', last: 'Ferris', phone: '42', email: 'nf@example.com' }, 'c'),
	];
	const decided = (verdict: 'same' | 'apart'): MatchSettings => ({
		...DEFAULT_SETTINGS,
		facts: { ...DEFAULT_SETTINGS.facts, verdict: (one, other) => (one === 'a' && other === 'b' ? verdict : null) },
	});
	expect(sorted(oneByOne(people.slice(0, 2), decided('same')))).toEqual(['a b']);
	expect(sorted(oneByOne(people, decided('apart')))).toEqual(['a', 'b', 'c']);
});
