const FILLER_WORDS: ReadonlySet<string> = new Set([
	'-',
	'.',
	'n/a',
	'na',
	'nil',
	'no',
	'no phone',
	'none',
	'none given',
	'not given',
	'not provided',
	'null',
	'phone',
	'tbd',
	'test',
	'undefined',
	'x',
	'xxx',
	'xxx-xxx-xxxx',
	'xxxxxxxxxx',
	'(xxx) xxx-xxxx',
]);

const RUNS = ['12345678901234567890', '01234567890123456789', '98765432109876543210'];

/**
 * Tells whether somebody (or some software) filled a phone field with anything that fits: `9999999999`, `555-555-5555`,
 * `1234567890`, `none`. Example numbers such as 512-555-0123 are not filler: they have a real area code.
 * @param text cleaned text of the field
 */
export function isPlaceholderPhone(text: string): boolean {
	if (FILLER_WORDS.has(text.toLowerCase())) return true;
	if (/\p{L}/u.test(text)) return false;
	const digits = text.replace(/\D/g, '');
	if (/^0+$/.test(digits)) return true;
	const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
	return isUniformOrRun(national) || isUniformOrRun(digits) || (national.length === 10 && isFillerNational(national));
}

function isUniformOrRun(digits: string): boolean {
	if (digits.length < 7) return false;
	return /^(\d)\1+$/.test(digits) || RUNS.some((run) => run.startsWith(digits));
}

/** Ten digits of the North American plan that belong to nobody: no area code is 000 or 555, 555-1212 is directory assistance. */
function isFillerNational(national: string): boolean {
	return national.startsWith('000') || national.startsWith('555') || /^\d{3}555(5555|1212)$/.test(national);
}
