/**
 * How phone systems spell "the caller hid the number". Twilio sends keypad spellings that look like numbers; one of
 * them is a valid Chinese number, another a valid Texan one, so this is asked before any parsing. If one slipped
 * through, all hidden callers would merge into one renter.
 */
const SPELLED_IN_DIGITS: ReadonlyMap<string, string> = new Map([
	['266696687', 'ANONYMOUS'],
	['7378742833', 'RESTRICTED'],
	// A typing error in a widely copied list of these values.
	['7378742883', 'RESTRICTED'],
	['86282452253', 'UNAVAILABLE'],
	['8656696', 'UNKNOWN'],
	// Seen with two digits swapped.
	['8566696', 'UNKNOWN'],
	['2562533', 'BLOCKED'],
	['464', 'NO CALLER ID'],
	// From the keypad; not yet seen from a carrier.
	['7748283', 'PRIVATE'],
]);

const WORDS: ReadonlySet<string> = new Set([
	'anonymous',
	'blocked',
	'hidden',
	'private',
	'restricted',
	'unavailable',
	'unknown',
	'withheld',
	'blocked caller',
	'blocked number',
	'caller id blocked',
	'caller id withheld',
	'hidden number',
	'id withheld',
	'no caller id',
	'no number',
	'not available',
	'number unavailable',
	'number withheld',
	'out of area',
	'private caller',
	'private number',
	'restricted number',
	'unknown caller',
	'unknown number',
	'withheld number',
]);

/**
 * Tells whether a caller id stands for a hidden number.
 * @param text trimmed caller id, without a `sip:` or `tel:` part; empty counts as hidden
 * @returns the word that it stands for, e.g. `ANONYMOUS`, or null
 */
export function readWithheld(text: string): string | null {
	const words = text
		.toLowerCase()
		.replace(/[^\p{L}\d+]+/gu, ' ')
		.trim();
	if (words === '') return 'EMPTY';
	if (WORDS.has(words)) return words.toUpperCase();
	// Only untouched digit strings: a form's "(737) 874-2833" is a person's number as typed, a carrier never formats.
	const digits = /^\+?(\d+)$/.exec(text.trim())?.[1];
	if (digits === undefined) return null;
	return SPELLED_IN_DIGITS.get(digits) ?? (digits.startsWith('1') ? (SPELLED_IN_DIGITS.get(digits.slice(1)) ?? null) : null);
}
