import { Chance } from '../../../../bench/accuracy/random';
import { guessColumns, readColumns } from '../../../../leasing/match/batch/columns';
import { BatchMatcher } from '../../../../leasing/match/batch/matchBatch';
import { readDay } from '../../../../leasing/match/batch/readDay';
import { rowRecord } from '../../../../leasing/match/batch/rowRecord';
import { reasonsOf, waterfallOf } from '../../../../leasing/match/explain';

test.each<[string[], object]>([
	[['First Name', 'Last Name', 'Mobile Phone', 'Home Phone', 'E-mail'], { first: [0], last: [1], phone: [2, 3], email: [4] }],
	[
		['rec_id', 'given_name', 'surname', 'street_number', 'address_1', 'suburb', 'postcode', 'date_of_birth'],
		{ id: [0], first: [1], last: [2], street: [3, 4], city: [5], postcode: [6], dob: [7] },
	],
	[['Prospect', 'Phone', 'Property', 'Unit', 'Date Created'], { name: [0], phone: [1], property: [2], seen: [4] }],
	[['first', 'last', 'name'], { first: [0], last: [1] }],
	[['Phone Type', 'Listing Address', 'cluster'], {}],
])('the columns %p', (headers, map) => {
	expect(guessColumns(headers)).toEqual(map);
});

test('named columns: capitals do not matter, a plus sign may stand in a name', () => {
	expect(readColumns('first=given, phone=Cell+Home ,name=A+B', ['Given', 'cell', 'home', 'A+B'])).toEqual({
		ok: true,
		map: { first: [0], phone: [1, 2], name: [3] },
	});
});

test.each<[string, boolean, string | null]>([
	['1988-04-21', true, '19880421'],
	['19880421', true, '19880421'],
	['4/21/1988', true, '19880421'],
	['21.04.1988', true, '19880421'],
	['4/5/1988', true, '19880405'],
	['4/5/1988', false, '19880504'],
	['1988-04-21T00:00:00Z', true, '19880421'],
	['soon', true, null],
	['', true, null],
])('the day %s (month first: %p) is %p', (text, monthFirst, day) => {
	expect(readDay(text, monthFirst)).toBe(day);
});

test('a row says what it holds: filler is nothing, a number without area code still tells two equal ones', () => {
	const columns = guessColumns(['name', 'phone', 'email']);
	const record = (...row: string[]) => rowRecord(row, '1', { columns, country: 'US' });
	expect(record('N/A', '555-0142', 'none')).toMatchObject({
		fullName: null,
		phones: [{ value: 'digits:5550142', contactClass: 'personal' }],
		emails: [],
	});
	// Strangers share what a spreadsheet rounded.
	expect(record('Bo', '5.12555E+09', 'bo@example.com').phones).toEqual([]);
	expect(record('Bo', '512-555-0123 ::: 512-555-0199', 'bo@example.com').phones.map(({ value }) => value)).toEqual([
		'+15125550123',
		'+15125550199',
	]);
	expect(record('Ana', '999-999-9999', 'info@example.com')).toMatchObject({
		fullName: 'Ana',
		phones: [],
		emails: [{ contactClass: 'role' }],
	});
});

test('malformed rows give clusters and reasons, never a crash, and every row comes back once', () => {
	const headers = ['first', 'last', 'name', 'phone', 'email', 'street', 'unit', 'city', 'zip', 'dob', 'property', 'created'];
	const bits = [
		'',
		'\u0000',
		'ana',
		'Ruiz',
		'李雷',
		'🙂🙂',
		'@@',
		'a@b',
		'+1 (512) 555-0123 x4',
		'512',
		'1988-13-45',
		'9'.repeat(20),
		"O'",
		'-',
		'"',
		'Jr',
		'jr jr jr',
		'&',
		'a'.repeat(5_000),
		'１２３',
		'\ud800',
		'١٢٣',
		'#',
		'apt',
		'__proto__',
		'constructor',
		'x@y.z',
		'İ',
		'ß',
	];
	const chance = new Chance(4);
	const cell = (): string => Array.from({ length: 1 + chance.upTo(4) }, () => chance.pick(bits)).join(chance.is(0.5) ? ' ' : '');
	const matcher = new BatchMatcher();
	const columns = guessColumns(headers);
	for (let row = 0; row < 1_000; row++)
		matcher.add(rowRecord(headers.map(cell), String(row), { columns, country: chance.pick(['US', 'DE', 'xx']) }));
	const { clusters, pairs } = matcher.finish();
	expect(new Set(clusters.flat()).size).toBe(1_000);
	expect(clusters.flat()).toHaveLength(1_000);
	for (const { pair, band } of pairs) {
		expect(reasonsOf(pair, band).every(({ code, sentence }) => /^[a-z_]+$/.test(code) && sentence !== '')).toBe(true);
		const steps = waterfallOf(pair);
		expect(steps.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(pair.weight, 6);
	}
});
