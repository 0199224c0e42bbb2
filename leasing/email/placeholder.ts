/** Local parts that people type to get past a required field, whatever the domain. */
const FILLER_LOCAL =
	/^(?:none|noemail|no-?e?-?mail|no\.email|no_email|nomail|noname|n-?a|n\.a|nope|null|undefined|unknown|notprovided|not\.?given|declined|refused|anonymous|asdf+|(?:asdf){2,}|asd|qwert(?:y|yuiop)?|fake|fakeemail|test(?:ing|er)?\d{0,3}|(.)\1{2,})$/;

/** Local parts that are filler only when the domain repeats them, as in `email@email.com`. */
const FILLER_WHEN_REPEATED: ReadonlySet<string> = new Set([
	'a',
	'aa',
	'abc',
	'b',
	'email',
	'example',
	'first',
	'mail',
	'me',
	'my',
	'name',
	'no',
	'sample',
	'user',
	'x',
	'xx',
	'xyz',
	'you',
	'your',
]);

const FILLER_DOMAINS: ReadonlySet<string> = new Set([
	'asdf.com',
	'fake.com',
	'na.com',
	'na.na',
	'noemail.com',
	'nomail.com',
	'none.com',
	'none.none',
	'noone.com',
	'test.com',
	'test.test',
]);

const FILLER_TEXTS: ReadonlySet<string> = new Set([
	'-',
	'.',
	'declined',
	'email',
	'n/a',
	'na',
	'no',
	'no email',
	'none',
	'none given',
	'not given',
	'not provided',
	'null',
	'refused',
	'tbd',
	'test',
	'undefined',
	'unknown',
	'x',
]);

/** @returns true for text that stands for "no e-mail", such as `n/a` */
export function isFillerText(text: string): boolean {
	return FILLER_TEXTS.has(text);
}

/** Tells whether an address was made up to fill a field: `none@none.com`, `test@test.com`, `asdf@gmail.com`. Lower-case parts. */
export function isPlaceholderEmail(local: string, domain: string): boolean {
	const repeated = domain.split('.')[0] === local && FILLER_WHEN_REPEATED.has(local);
	return FILLER_LOCAL.test(local) || FILLER_DOMAINS.has(domain) || repeated || domain.endsWith('.invalid');
}
