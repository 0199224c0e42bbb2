import { compareIds } from '../../../leasing/directory/compareIds';

it.each([
	['numbers count up', ['10', '9', '100', '1'], ['1', '9', '10', '100']],
	[
		'also where two of them are one as numbers',
		['9007199254740993', '9007199254740992', '18446744073709551616'],
		['9007199254740992', '9007199254740993', '18446744073709551616'],
	],
	['words have an order that is always the same', ['tenant-b', 'ab', 'tenant-a', ''], ['', 'ab', 'tenant-a', 'tenant-b']],
])('%s', (_, given, sorted) => {
	expect([...given].sort(compareIds)).toEqual(sorted);
	expect([...given].reverse().sort(compareIds)).toEqual(sorted);
	expect(compareIds('7', '7')).toBe(0);
});
