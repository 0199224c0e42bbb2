import { isPlaceholderName, splitName, splitPeople } from '../../../leasing/inquiry/name';

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

describe('splitPeople', () => {
	it.each([
		['Kate & Lou Smith', ['Kate Smith', 'Lou Smith']],
		['Kate Smith and Lou Jones', ['Kate Smith', 'Lou Jones']],
		['Smith, Kate and Lou', ['Kate Smith', 'Lou Smith']],
		['Ana y Luis Ruiz', ['Ana Ruiz', 'Luis Ruiz']],
		['Kate and Lou', ['Kate', 'Lou']],
		['Mr. and Mrs. John Smith', ['John Smith']],
		['José Ortega y Gasset', ['José Ortega y Gasset']],
		['Andy Sandoval', ['Andy Sandoval']],
		['Ruiz, Ana', ['Ruiz, Ana']],
		['John Smith, Jr.', ['John Smith, Jr.']],
		['Ana + Luis + Eva Ruiz', ['Ana Ruiz', 'Luis Ruiz', 'Eva Ruiz']],
	])('%j is %j', (text, people) => {
		expect(splitPeople(text)).toEqual(people);
	});
});

describe('isPlaceholderName', () => {
	it.each(['Unknown', 'unknown caller', 'TEST', 'n/a', '-', '512-555-0123', 'ana@example.com', 'https://example.com', 'Wireless Caller'])(
		'drops %j',
		(text) => {
			expect(isPlaceholderName(text)).toBe(true);
		},
	);

	it.each(['Ana', 'Nan', 'Li', 'Tester Brown'])('keeps %j', (text) => {
		expect(isPlaceholderName(text)).toBe(false);
	});
});
