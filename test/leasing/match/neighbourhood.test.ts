/** Whom an arrival concerns: everybody about whom anything else is decided now, and nobody else. */
import { keysOf, type MatchKey } from '../../../leasing/match/keys';
import { Neighbourhood } from '../../../leasing/match/neighbourhood';
import { prepareRecord } from '../../../leasing/match/prepare';
import type { MatchRecord } from '../../../leasing/match/record';
import { person } from './support/person';

/** @returns the ids of those who are decided anew, and how many times something was looked up */
function arrive(before: readonly MatchRecord[], ...arrived: MatchRecord[]): { members: string[]; rounds: number } {
	const prepared = [...before, ...arrived].map((record) => prepareRecord(record));
	const holders = (key: MatchKey) => prepared.filter((record) => keysOf(record).includes(key));
	const around = new Neighbourhood();
	for (const record of prepared.slice(before.length)) around.start(record);
	let rounds = 0;
	for (let keys = around.wanted(); keys.length > 0; keys = around.wanted()) {
		rounds++;
		for (const key of keys) around.learn(key, holders(key));
	}
	return { members: around.members(), rounds };
}

const locator = ['Ana Ruiz', 'Luis Ferris', 'Nadia Cox', 'Owen Tran', 'Priya Shah', 'Boris Klein'].map((name) => {
	const [first = '', last = ''] = name.split(' ');
	return person({ first, last, phone: '42', email: `${first}@example.com` }, first);
});

test('one more stranger on a phone that strangers share concerns nobody else', () => {
	expect(arrive(locator.slice(0, 5), ...locator.slice(5)).members).toEqual(['Boris']);
});

test('the second user of a phone concerns who was its only one, the third family all of them', () => {
	for (const [before, arrived] of [
		[1, 'Luis'],
		[2, 'Nadia'],
	] as const) {
		const ids = locator.slice(0, before).map(({ id }) => id);
		expect(arrive(locator.slice(0, before), locator[before] as MatchRecord).members).toEqual([...ids, arrived].sort());
	}
});

test('of two who arrive together, each counts', () => {
	const before = [person({ first: 'Ana', last: 'Ruiz', phone: '42' }, 'ana'), person({ phone: '42' }, 'call')];
	const couple = [
		person({ first: 'Luis', last: 'Ruiz', phone: '42' }, 'luis'),
		person({ first: 'Eva', last: 'Ruiz', phone: '43' }, 'eva'),
	];
	expect(arrive(before, ...couple).members).toEqual(['ana', 'call', 'eva', 'luis']);
	expect(arrive(before, ...[...couple].reverse()).members).toEqual(['ana', 'call', 'eva', 'luis']);
});

test('two who arrive together and make a key crowded concern all who have it', () => {
	const before = Array.from({ length: 12 }, (_, index) =>
		person({ first: 'Ana', last: 'Ruiz', email: `ana${'abcdefghijkl'.charAt(index)}@example${index}.com` }, `before${index}`),
	);
	const arrived = [1, 2].map((index) => person({ first: 'Ana', last: 'Ruiz', email: `ruiz${index}@company${index}.com` }, `new${index}`));
	expect(arrive(before, ...arrived).members).toHaveLength(14);
});

test('what many are asked about is looked up at once', () => {
	const alike = Array.from({ length: 12 }, (_, index) =>
		person({ first: 'Ana', last: 'Ruiz', phone: '42', email: `ana${index}@example.com` }, `ana${index}`),
	);
	expect(arrive(alike.slice(0, 11), ...alike.slice(11))).toEqual({ members: alike.map(({ id }) => id).sort(), rounds: 2 });
});
