import { compareStreets, readStreet, streetsOf } from '../../../leasing/property/streetAddress';
import { unitKeys } from '../../../leasing/property/unit';

describe('readStreet', () => {
	it.each([
		[
			'14 Maple Court, Tacoma, WA 98402',
			{ number: '14', street: 'maple ct', unit: null, postcode: '98402', state: 'WA', town: ['tacoma'] },
		],
		[
			'14 Maple Ct Apt 3B, St. Louis Park, Minnesota, USA',
			{ number: '14', street: 'maple ct', unit: '3B', postcode: null, state: 'MN', town: ['louis', 'park'] },
		],
		[
			'14b maple ct, maple court apartments, tacoma, wa',
			{ number: '14b', street: 'maple ct', unit: null, postcode: null, state: 'WA', town: ['maple', 'apartments', 'tacoma'] },
		],
		[
			'14 Maple Ct, Toronto, ON M5V 2T6, Canada',
			{ number: '14', street: 'maple ct', unit: null, postcode: null, state: 'ON', town: ['toronto'] },
		],
		[
			'14 Maple Ct Tacoma 98402',
			{ number: '14', street: 'maple ct tacoma 98402', unit: null, postcode: '98402', state: null, town: [] },
		],
		['14 Maple Ct, Tacoma', { number: '14', street: 'maple ct', unit: null, postcode: null, state: null, town: [] }],
		['Maple Court', null],
		['14', null],
	])('reads %j', (text, street) => {
		expect(readStreet(text)).toEqual(street);
	});
});

describe('compareStreets', () => {
	it.each([
		['14 Maple Court, Tacoma', '14 Maple Ct, Tacoma, WA 98402', 'address'],
		['14 Maple Ct, University Place, WA 98402', '14 Maple Ct, Tacoma, WA 98402', 'address'],
		['14 Maple Ct Tacoma', '14 Maple Ct, Tacoma, WA 98402', 'address'],
		['14 Maple Ct #2', '14 Maple Ct', 'address'],
		['14 Maple Ct #2', '14 Maple Ct #3', 'same_street'],
		['16 Maple Ct', '14 Maple Ct', 'same_street'],
		['14 Maple Ct, Seattle, WA', '14 Maple Ct, Tacoma, WA 98402', 'same_street'],
		['14 Maple Ct, Tacoma, OR', '14 Maple Ct, Tacoma, WA 98402', 'same_street'],
		['14 Maple Ct, Tacoma, WA 98499', '14 Maple Ct, Tacoma, WA 98402', null],
		['14 Maple Ct 98499', '14 Maple Ct, Tacoma, WA 98402', null],
		['14 Maple Ave', '14 Maple Ct', null],
	])('%j and %j: %j', (one, other, expected) => {
		const [a, b] = [readStreet(one), readStreet(other)];
		if (a === null || b === null) throw new Error('no address');
		expect([compareStreets(a, b), compareStreets(b, a)]).toEqual([expected, expected]);
	});
});

describe('streetsOf', () => {
	it('gives the unit in a name that is an address to the addresses without one', () => {
		expect(streetsOf('14 Maple Ct #2', '14 Maple Ct, Tacoma; 16 Maple Ct #5').map(({ number, unit }) => [number, unit])).toEqual([
			['14', '2'],
			['16', '5'],
			['14', '2'],
		]);
		expect(streetsOf('Maple Court #2', '14 Maple Ct').map(({ unit }) => unit)).toEqual([null]);
	});
});

describe('unitKeys', () => {
	it.each<[string, string[], string[]]>([
		['204', ['204', 'apt-204', 'unit-204', 'no-204'], []],
		['4B', ['4b', '4-b', 'apt-4b', 'suite-4-b'], []],
		['B-12', ['b-12', 'b12', 'unit-b12'], []],
		['Apartment 7', ['7', 'apt-7', 'apartment-7'], ['apartment-apartment-7']],
		['1-204', ['1-204'], ['1204', '204']],
		['Penthouse', ['penthouse'], []],
		['#', [], ['']],
	])('%j may stand as %j, and not as %j', (unit, some, none) => {
		const keys = unitKeys(unit);
		expect(keys).toEqual(expect.arrayContaining(some));
		expect(keys.filter((key) => none.includes(key))).toEqual([]);
		expect(new Set(keys).size).toBe(keys.length);
	});
});
