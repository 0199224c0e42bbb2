import { Chance } from '../../../../bench/accuracy/random';
import { BatchMatcher } from '../../../../leasing/match/batch/matchBatch';
import { person, type PersonFields } from '../support/person';

/** Names of people, no two near each other. */
const FIRST = ['Ana', 'Luis', 'Grace', 'Carl', 'Susan', 'Peter', 'Deborah', 'Omar', 'Julia', 'Victor', 'Helen', 'Frank', 'Kimberly'];
const LAST = ['Ruiz', 'Okafor', 'Haddad', 'Novak', 'Castellano', 'Whitfield', 'Brennan', 'Lindqvist', 'Moreau', 'Takahashi', 'Pereira'];
const STREETS = ['Maple Court', 'Oak Street', 'Cedar Lane', 'Lakeview Drive', 'Juniper Road', 'Franklin Avenue', 'Sunset Terrace'];
const CITIES = ['Waco', 'Temple', 'Killeen', 'Belton', 'Hillsboro'];

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
const first = (index: number): string => pick(FIRST, index);
const last = (index: number): string => pick(LAST, index);
const home = (index: number): PersonFields => ({
	street: `${100 + index * 7} ${pick(STREETS, index)}`,
	city: pick(CITIES, index),
	postcode: String(76_000 + index * 13),
});

/** Couples at home: one last name, two first names, nothing else. */
const couples = (count: number): PersonFields[] =>
	Array.from({ length: count }, (_, index) => [
		{ first: first(index), last: last(index), ...home(index) },
		{ first: first(index + 1), last: last(index), ...home(index) },
	]).flat();
/** Every renter twice, with one of the names replaced by another, the first name as often as the last. */
const replaced = (count: number): PersonFields[] =>
	Array.from({ length: count }, (_, at) => at + 1_000)
		.map((index) => [
			{ first: first(index), last: last(index), ...home(index) },
			index % 2 === 0
				? { first: first(index + 5), last: last(index), ...home(index) }
				: { first: first(index), last: last(index + 5), ...home(index) },
		])
		.flat();
/** Strangers in one large building, written without their apartments: some share a first name by chance, few a last name. */
const building = (people: number): PersonFields[] =>
	Array.from({ length: people }, (_, index) => ({ first: first(index), last: last(index), ...home(500) }));

/** Houses of ten strangers, of whom two and two happen to have one first name. */
const houses: PersonFields[] = Array.from({ length: 100 }, (_, index) => ({
	first: pick(FIRST.slice(0, 8), index % 10),
	last: last(index % 10),
	...home(2_000 + Math.floor(index / 10)),
}));

function renters(rows: readonly PersonFields[]): number {
	const matcher = new BatchMatcher();
	rows.forEach((fields, index) => matcher.add(person(fields, String(index))));
	return matcher.finish().clusters.length;
}

test.each<[string, PersonFields[], number]>([
	['couples of an address list stay two people', couples(40), 80],
	['one couple alone stays two people', couples(1), 2],
	['where first and last names are replaced alike, the home tells', replaced(40), 40],
	['a few replaced names are not enough to trust a list', replaced(6), 12],
	['couples beside a house of a dozen strangers stay two people', [...building(12), ...couples(10)], 32],
	['couples beside houses whose strangers share first names stay two people', [...houses, ...couples(10)], 120],
	['couples beside a large building stay two people', [...building(90), ...couples(10)], 110],
	['many couples, and replaced names as well: nobody is merged over the first name', [...couples(60), ...replaced(20)], 160],
])('%s', (_, rows, count) => {
	expect(renters(rows)).toBe(count);
});

test('a phone in one row changes nothing for the others', () => {
	expect(renters([...replaced(40), { first: 'Iris', last: 'Vance', phone: '42' }])).toBe(41);
	expect(renters([...couples(40), { first: 'Iris', last: 'Vance', phone: '42' }])).toBe(81);
});

test('the order of the rows changes nothing', () => {
	const rows = replaced(40);
	for (const seed of [1, 2, 3]) expect(renters(new Chance(seed).shuffled(rows))).toBe(40);
});
