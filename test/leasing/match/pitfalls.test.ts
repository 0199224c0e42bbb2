import { BatchMatcher, type BatchResult } from '../../../leasing/match/batch/matchBatch';
import { reasonsOf } from '../../../leasing/match/explain';
import { person, type PersonFields } from './support/person';

function match(people: readonly PersonFields[]): BatchResult {
	const matcher = new BatchMatcher();
	people.forEach((fields, index) => matcher.add(person(fields, String.fromCharCode(97 + index))));
	return matcher.finish();
}

/** Clusters as `ab c`: a and b are one renter, c another. */
function clusters(people: readonly PersonFields[]): string {
	return match(people)
		.clusters.map((cluster) => [...cluster].sort().join(''))
		.sort()
		.join(' ');
}

function bandOfPair(people: readonly PersonFields[], one = 'a', other = 'b'): string {
	return match(people).pairs.find(({ pair }) => [pair.one, pair.other].sort().join('') === one + other)?.band ?? 'apart';
}

const nadia = { first: 'Nadia', last: 'Ferris', phone: '42', email: 'nadia.ferris88@example.com' };

describe('one renter', () => {
	test.each<[string, PersonFields, PersonFields]>([
		['same phone and name', { first: 'Nadia', last: 'Ferris', phone: '42' }, nadia],
		['same e-mail and name, another phone', { ...nadia, phone: '77' }, nadia],
		["a plain call from the same phone: nobody's name", { phone: '42' }, nadia],
		['only a first name, same phone', { first: 'Nadia', phone: '42' }, nadia],
		['a full name in one field', { full: 'Ferris, Nadia', phone: '42' }, nadia],
		['first and last name exchanged', { first: 'Ferris', last: 'Nadia', phone: '42' }, nadia],
		['a nickname', { first: 'Bob', last: 'Hale', phone: '42' }, { first: 'Robert', last: 'Hale', phone: '42' }],
		['two nicknames of one name', { first: 'Bob', last: 'Hale', phone: '42' }, { first: 'Rob', last: 'Hale', phone: '42' }],
		['a slip in the first name', { first: 'Nadai', last: 'Ferris', phone: '42' }, nadia],
		['a slip in the last name', { first: 'Nadia', last: 'Feris', phone: '42' }, nadia],
		['a married name, same phone and e-mail', { ...nadia, last: 'Okafor' }, nadia],
		['one half of a double last name', { first: 'Ana', last: 'Ruiz', phone: '42' }, { first: 'Ana', last: 'Ruiz-Torres', phone: '42' }],
		['accents, hyphens and apostrophes', { first: 'José', last: "O'Néil", phone: '42' }, { first: 'Jose', last: 'ONeil', phone: '42' }],
		['a title and capitals', { full: 'MS NADIA FERRIS', phone: '42' }, nadia],
		['caller-id text instead of a name', { full: 'WIRELESS CALLER', phone: '42' }, nadia],
		['an initial', { first: 'N.', last: 'Ferris', phone: '42' }, nadia],
		[
			'dots and a tag at consumer Gmail',
			{ first: 'Nadia', email: 'nadia.ferris+zillow@gmail.com' },
			{ first: 'Nadia', email: 'nadiaferris@googlemail.com' },
		],
		[
			'a slip in the mail domain',
			{ first: 'Nadia', last: 'Ferris', email: 'nferris88@gmial.com' },
			{ first: 'Nadia', last: 'Ferris', email: 'nferris88@gmail.com' },
		],
		['a digit of the phone mistyped, e-mail as before', { ...nadia, phone: '43' }, nadia],
		[
			'one conversation on a listing site',
			{ first: 'Nadia', relay: 'k3j2@convo.zillow.com' },
			{ first: 'Nadia', relay: 'K3J2@convo.zillow.com', phone: '42' },
		],
		[
			"the provider's contact",
			{ first: 'Nadia', contact: 'hubspot:7' },
			{ first: 'Nadia', contact: 'hubspot:7', email: 'n@example.com' },
		],
		[
			'the same address and name, another phone',
			{ first: 'Nadia', last: 'Ferris', phone: '42', street: '14 Maple Ct #204', city: 'Tacoma' },
			{ first: 'Nadia', last: 'Ferris', phone: '77', street: '14 Maple Court, Apt 204', city: 'Tacoma' },
		],
		[
			'the letters of the name in any order, same birth date and e-mail',
			{ first: 'Nadia', last: 'Ferris', email: 'nf@example.com', born: '1988-04-09' },
			{ first: 'aNdyia', last: 'Ferris', email: 'nf@example.com', born: '1988-04-09' },
		],
		['day and month of birth exchanged', { ...nadia, phone: '77', born: '1988-04-09' }, { ...nadia, born: '1988-09-04' }],
		['years between, but the same name', { ...nadia, email: 'new@example.com', seen: '2019-01' }, { ...nadia, seen: '2026-01' }],
	])('%s', (_, one, other) => {
		expect(clusters([one, other])).toBe('ab');
	});
});

describe('two renters who are linked as a household, never merged', () => {
	test.each<[string, PersonFields, PersonFields]>([
		['a couple with one phone', { first: 'Ana', last: 'Ruiz', phone: '42' }, { first: 'Luis', last: 'Ruiz', phone: '42' }],
		[
			'a couple with one mailbox and two last names',
			{ first: 'Ana', last: 'Ruiz', email: 'casa@example.com' },
			{ first: 'Tom', last: 'Hill', email: 'casa@example.com' },
		],
		[
			'a couple with one phone, mailbox and home',
			{ first: 'Ana', last: 'Ruiz', phone: '42', email: 'casa@example.com', street: '9 Elm St', city: 'Waco' },
			{ first: 'Luis', last: 'Ruiz', phone: '42', email: 'casa@example.com', street: '9 Elm St', city: 'Waco' },
		],
		['names one letter apart are two names', { first: 'Tim', last: 'Lee', phone: '42' }, { first: 'Tom', last: 'Lee', phone: '42' }],
		['Maria and Mario', { first: 'Maria', last: 'Lee', phone: '42' }, { first: 'Mario', last: 'Lee', phone: '42' }],
		['father and son: Jr and Sr', { full: 'John Hale Sr.', phone: '42' }, { full: 'John Hale Jr', phone: '42' }],
		[
			'father and son of one name, by birth date',
			{ first: 'John', last: 'Hale', phone: '42', born: '1958-02-01' },
			{ first: 'John', last: 'Hale', phone: '42', born: '1987-11-30' },
		],
		[
			'twins: one birth date, one phone',
			{ first: 'Anna', last: 'Lee', phone: '42', born: '1990-05-05' },
			{ first: 'Beth', last: 'Lee', phone: '42', born: '1990-05-05' },
		],
		[
			'twins with one mailbox, whose names are in no table',
			{ first: 'Aarav', last: 'Krishnamurthy', email: 'casa@example.com', born: '1990-05-05' },
			{ first: 'Vihaan', last: 'Krishnamurthy', email: 'casa@example.com', born: '1990-05-05' },
		],
		[
			'two people of one inquiry',
			{ first: 'Ana', phone: '42', together: 'zillow:1' },
			{ last: 'Ruiz', phone: '42', together: 'zillow:1' },
		],
		[
			'brothers at home, phones of their own',
			{ first: 'Luis', last: 'Ruiz', phone: '42', street: '9 Elm St', city: 'Waco' },
			{ first: 'Pablo', last: 'Ruiz', phone: '77', street: '9 Elm St', city: 'Waco' },
		],
		['names that are in no table', { first: 'Xiulan', last: 'Zhou', phone: '42' }, { first: 'Haoyu', last: 'Zhou', phone: '42' }],
	])('%s', (_, one, other) => {
		expect(clusters([one, other])).toBe('a b');
		expect(bandOfPair([one, other])).toBe('household');
	});
});

describe('a person decides', () => {
	test.each<[string, PersonFields[]]>([
		[
			'a recycled number: another name, years between',
			[
				{ first: 'Ana', last: 'Ruiz', phone: '42', seen: '2019-01' },
				{ first: 'Tom', last: 'Hill', phone: '42', seen: '2025-06' },
			],
		],
		[
			'a rare name and nothing else',
			[
				{ first: 'Nadia', last: 'Ferris', phone: '42' },
				{ first: 'Nadia', last: 'Ferris', email: 'nf@example.com' },
			],
		],
		[
			'same phone, another last name',
			[
				{ first: 'Nadia', last: 'Ferris', phone: '42' },
				{ first: 'Nadia', last: 'Okafor', phone: '42' },
			],
		],
		[
			'a plain call years later',
			[
				{ phone: '42', seen: '2025-06' },
				{ ...nadia, seen: '2019-01' },
			],
		],
		[
			'a rare name in the street of the same name in another town',
			[
				{ first: 'Carl', last: 'Novak', street: '3600 Lakeview Drive', city: 'Waco', postcode: '76701' },
				{ first: 'Carl', last: 'Novak', street: '121 Lakeview Dr', city: 'Belton', postcode: '76513' },
			],
		],
		[
			'one with Jr, one without, same phone',
			[
				{ full: 'John Hale Jr', phone: '42' },
				{ full: 'John Hale', phone: '42' },
			],
		],
	])('%s', (_, people) => {
		expect(clusters(people)).toBe('a b');
		expect(bandOfPair(people)).toBe('review');
	});

	test("a plain call from a phone that two people use is neither's", () => {
		const people = [{ first: 'Ana', last: 'Ruiz', phone: '42' }, { first: 'Luis', last: 'Ruiz', phone: '42' }, { phone: '42' }];
		expect(clusters(people)).toBe('a b c');
	});
});

describe('nothing that would tell', () => {
	test.each<[string, PersonFields, PersonFields]>([
		['a common name', { first: 'Maria', last: 'Garcia', phone: '42' }, { first: 'Maria', last: 'Garcia', phone: '77' }],
		[
			'two conversations of one site',
			{ first: 'Ana', relay: 'k3j2@convo.zillow.com' },
			{ first: 'Ana', relay: 'x9x9@convo.zillow.com' },
		],
		[
			'mailboxes made from one name with two numbers',
			{ first: 'David', last: 'Adams', email: 'davidadams56@example.com' },
			{ first: 'David', last: 'Adams', email: 'davidadams31@example.com' },
		],
		['filler names', { full: 'Unknown Caller', phone: '42' }, { full: 'Unknown Caller', phone: '77' }],
	])('%s', (_, one, other) => {
		expect(clusters([one, other])).toBe('a b');
		expect(bandOfPair([one, other])).toBe('apart');
	});

	test('role mailboxes, withheld callers and filler identify nobody', () => {
		const matcher = new BatchMatcher();
		for (const id of ['a', 'b'])
			matcher.add({
				...person({}, id),
				phones: [{ value: '+266696687', contactClass: 'withheld' }],
				emails: [{ value: 'info@example.com', contactClass: 'role' }],
			});
		expect(matcher.finish().clusters).toHaveLength(2);
	});
});

describe('shared by many', () => {
	const broker = 'homes@locator.example';
	const clients = [
		{ first: 'Ana', last: 'Ruiz', email: broker },
		{ first: 'Tom', last: 'Hill', email: broker },
		{ first: 'Kay', last: 'Lee', email: broker },
		{ first: 'Omar', last: 'Haddad', email: broker },
	];

	test("a locator's mailbox merges no two of his clients, and does not make them a household", () => {
		expect(clusters(clients)).toBe('a b c d');
		expect(match(clients).pairs).toEqual([]);
	});

	test('one who writes without a name through it is nobody', () => {
		expect(clusters([...clients, { email: broker }])).toBe('a b c d e');
	});

	test('a third record does not join what must not be joined: Ana and Luis over somebody with both their numbers', () => {
		const people = [
			{ first: 'Ana', last: 'Ruiz', phone: '42' },
			{ first: 'Luis', last: 'Ruiz', phone: '77' },
			{ last: 'Ruiz', phone: ['42', '77'] },
			{ first: 'Ana', last: 'Ruiz', email: 'ana@example.com', phone: '42' },
		];
		const groups = match(people).clusters.map((cluster) => cluster.join(''));
		expect(groups.some((group) => group.includes('a') && group.includes('b'))).toBe(false);
		expect(groups.some((group) => group.includes('a') && group.includes('d'))).toBe(true);
	});

	test('an e-mail learnt later joins what came before', () => {
		expect(
			clusters([
				{ first: 'Nadia', phone: '42' },
				{ first: 'Nadia', last: 'Ferris', email: 'nf@example.com' },
				nadia,
				{ ...nadia, email: 'nf@example.com' },
			]),
		).toBe('abcd');
	});
});

test('every pair explains itself, from the start to the sum', () => {
	const [{ pair, band } = { pair: undefined, band: undefined }] = match([
		nadia,
		{ ...nadia, last: 'Feris', email: 'other@example.com' },
	]).pairs;
	expect(pair && reasonsOf(pair, band).map(({ code, sentence }) => `${code}: ${sentence}`)).toEqual([
		'first_name_exact: same first name +10.0',
		'last_name_variant: last name spelled another way +10.0',
		'phone_exact: same phone +19.0',
		'email_differs: another e-mail -1.0',
	]);
	expect(pair?.weight).toBe(24);
});
