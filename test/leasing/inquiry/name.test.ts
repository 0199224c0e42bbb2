import { isPlaceholderName, splitName } from '../../../leasing/inquiry/name';

describe('splitName', () => {
	it.each([
		['Ana Ruiz', 'Ana', 'Ruiz'],
		['Ruiz, Ana', 'Ana', 'Ruiz'],
		['  Ana   María  de la Cruz ', 'Ana', 'María de la Cruz'],
		['Mr. John Smith', 'John', 'Smith'],
		['John Smith, Jr.', 'John', 'Smith Jr.'],
		['Cher', 'Cher', null],
	])('splits %j', (text, firstName, lastName) => {
		expect(splitName(text)).toEqual({ firstName, lastName, severalPeople: false });
	});

	it.each(['Ana & Luis Ruiz', 'Ana and Luis', 'Ana y Luis Ruiz', 'Ana / Luis'])('leaves two people whole: %j', (text) => {
		expect(splitName(text)).toEqual({ firstName: null, lastName: null, severalPeople: true });
	});
});

describe('isPlaceholderName', () => {
	it.each(['Unknown', 'unknown caller', 'TEST', 'n/a', '-', '512-555-0123', 'ana@example.com'])('drops %j', (text) => {
		expect(isPlaceholderName(text)).toBe(true);
	});

	it.each(['Ana', 'Nan', 'Li', 'Tester Brown'])('keeps %j', (text) => {
		expect(isPlaceholderName(text)).toBe(false);
	});
});
