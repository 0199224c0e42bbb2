import { phonesToSendBack, phoneToWrite, readPhones } from '../../../leasing/buildium/phones';
import { hasEmail, hasPhone, phoneFilter } from '../../../leasing/buildium/samePerson';

const list = (...types: string[]) => types.map((Type, at) => ({ Number: `(512) 555-010${at}`, Type }));

describe('numbers are read as a list and written as an object', () => {
	it.each([
		[
			'each type to its key',
			list('Home', 'Office', 'Cell', 'Fax'),
			{ Home: '(512) 555-0100', Work: '(512) 555-0101', Mobile: '(512) 555-0102', Fax: '(512) 555-0103' },
			[],
		],
		[
			'a type without a key goes where there is room',
			list('Personal', 'Cell'),
			{ Home: '(512) 555-0100', Mobile: '(512) 555-0101' },
			[],
		],
		[
			'a second one of a type is lost',
			list('Cell', 'Cell'),
			{ Mobile: '(512) 555-0100' },
			[{ number: '(512) 555-0101', type: 'Cell' }],
		],
		[
			'so is one too many',
			list('Home', 'Office', 'Cell', 'Other'),
			{ Home: '(512) 555-0100', Work: '(512) 555-0101', Mobile: '(512) 555-0102' },
			[{ number: '(512) 555-0103', type: 'Other' }],
		],
		['none', null, {}, []],
		[
			'empty entries',
			[
				{ Number: ' ', Type: 'Cell' },
				{ Number: null, Type: 'Home' },
			],
			{},
			[],
		],
		['the object of a contact request', { Home: null, Mobile: '(512) 555-0100' }, { Mobile: '(512) 555-0100' }, []],
		['what is nothing of the kind', 'call me', {}, []],
	])('%s', (_, phones, writable, lost) => {
		expect(phonesToSendBack(phones)).toEqual({ writable, lost });
	});

	it('reads every number, whatever its type', () => {
		expect(readPhones(list('Personal', 'NotSet', 'Cell'))).toHaveLength(3);
	});
});

it.each([
	['+15125550123', '(512) 555-0123'],
	['512.555.0123', '(512) 555-0123'],
	['512-555-0123 ext 4', '(512) 555-0123'],
	['+44 20 7946 0123', '+44 20 7946 0123'],
	['555-0123', null],
	['none', null],
	['', null],
])('%p is written as %p', (typed, written) => {
	expect(phoneToWrite(typed)).toBe(written);
});

describe('the same person', () => {
	const record = { PhoneNumbers: list('Cell', 'Home'), Email: 'Ana@Example.com', AlternateEmail: null };

	it.each([
		['+15125550100', true],
		['5125550101', true],
		['1 (512) 555-0101 x22', true],
		['512 555 0102', false],
		['+1 737 555 0100', false],
		['0100', false],
	])('by phone %p: %p', (number, same) => expect(hasPhone(record, number)).toBe(same));

	it.each([
		['ana@example.com', true],
		[' ANA@example.com', true],
		['ana@example.co', false],
		['', false],
	])('by e-mail %p: %p', (email, same) => expect(hasEmail(record, email)).toBe(same));

	it('not by an extension, which many have', () =>
		expect(hasPhone({ PhoneNumbers: [{ Number: '0100', Type: 'Office' }] }, '0100')).toBe(false));

	it('by the last four digits Buildium is asked', () => {
		expect(phoneFilter('+1 (512) 555-0123')).toBe('0123');
		expect(phoneFilter('0123')).toBeNull();
	});
});
