const TITLES = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?\s+/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const PLACEHOLDERS = new Set([
	'unknown',
	'unknown caller',
	'anonymous',
	'test',
	'test test',
	'test user',
	'none',
	'no name',
	'not provided',
	'n/a',
	'na',
	'null',
	'undefined',
	'first name',
	'last name',
	'full name',
	'your name',
	'name',
	'renter',
	'prospect',
	'guest',
	'visitor',
	'zillow user',
	'facebook user',
	'facebook marketplace',
	'wireless caller',
	'private caller',
	'-',
	'.',
]);
/** What chat tools call a visitor who gave no name: `V1773159900`, `Visitor 12`. */
const MADE_UP = /^(?:v|visitor|user|guest|client|anonymous)[ _#-]*\d+$/;
/** Longer is a pasted text, not a name. */
const LONGEST_NAME = 120;

/** Whether a name field holds filler or something that is no name at all, such as a phone number. */
export function isPlaceholderName(text: string): boolean {
	const plain = text.trim().replace(/\s+/g, ' ').toLowerCase();
	return (
		PLACEHOLDERS.has(plain) ||
		plain.length > LONGEST_NAME ||
		!/\p{L}/u.test(plain) ||
		plain.includes('@') ||
		plain.includes('://') ||
		MADE_UP.test(plain)
	);
}

/**
 * Splits a full name. `Ana Ruiz` and `Ruiz, Ana` give the same; everything after the first name is the last name,
 * because nothing tells a middle name from a double surname. Two people in one field have no first name in common:
 * split them with `splitPeople` first.
 */
export function splitName(fullName: string): { firstName: string | null; lastName: string | null; severalPeople: boolean } {
	const plain = fullName.trim().replace(/\s+/g, ' ').replace(TITLES, '');
	if (splitPeople(plain).length > 1) return { firstName: null, lastName: null, severalPeople: true };
	const comma = /^([^,]+),\s*([^,]+)$/.exec(plain);
	const suffixed = comma !== null && SUFFIX.test(comma[2] ?? '');
	const ordered = comma !== null && !suffixed ? `${comma[2]} ${comma[1]}` : plain.replace(',', '');
	const [first, ...rest] = ordered.split(' ');
	return { firstName: first || null, lastName: rest.join(' ') || null, severalPeople: false };
}

/**
 * The people that one name field holds: `Kate & Lou Smith` is Kate Smith and Lou Smith, `Smith, Kate and Lou` too.
 * `José Ortega y Gasset` is one man: a Spanish "y" splits behind a first name alone, or between two full names.
 * @returns one full name for each person; the text itself when it holds one
 */
export function splitPeople(text: string): string[] {
	const plain = text.trim().replace(/\s+/g, ' ');
	const couple = /^(?:mr\.?\s*(?:&|and)\s*mrs\.?)\s+(.+)$/i.exec(plain);
	if (couple !== null) return [couple[1] ?? plain];
	const comma = /^([^,&]+),\s*([^,]+)$/.exec(plain);
	const behind = comma === null ? null : parts(comma[2] ?? '');
	// "Smith, Kate and Lou": the surname stands once, in front.
	if (comma !== null && behind !== null && behind.length > 1) return withSurname(behind, comma[1]?.trim() ?? '');
	const people = parts(plain);
	if (people.length < 2) return [plain];
	const last = people.at(-1) ?? '';
	const surname = last.split(' ').slice(1).join(' ');
	return surname === '' ? people : withSurname(people, surname);
}

function parts(text: string): string[] {
	const clear = text
		.split(/\s*(?:&|\+|;|\s\/\s|\band\b)\s*/i)
		.map((part) => part.replace(/^,|,$/g, '').replace(TITLES, '').trim())
		.filter((part) => /\p{L}/u.test(part) && !SUFFIX.test(part));
	if (clear.length > 1) return clear.slice(0, MOST_PEOPLE);
	const [before = '', behind = '', ...more] = text.split(/\s+y\s+/i);
	const couple = behind !== '' && more.length === 0 && (!before.includes(' ') || behind.includes(' '));
	return couple ? [before, behind] : [text];
}

/** More are a list of something else. */
const MOST_PEOPLE = 6;

/** Gives the shared surname to whoever stands with a first name only. */
function withSurname(people: readonly string[], surname: string): string[] {
	return people.map((person) => (person.includes(' ') ? person : `${person} ${surname}`));
}

/** `Ana` and `Ruiz` give `Ana Ruiz`; null when both are missing. */
export function joinName(firstName: string | null, lastName: string | null): string | null {
	return [firstName, lastName].filter((part) => part !== null).join(' ') || null;
}
