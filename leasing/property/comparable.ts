import { GENERIC_WORDS, STREET_WORDS } from './streetWords.data';

/** Longer texts are cut: a property's name stands in the first screens of a message, or not at all. */
export const LONGEST = 20_000;

/** The words of a text in the form in which they are compared: small letters, no accents, street words shortened. */
export function wordsOf(text: string): string[] {
	return text
		.slice(0, LONGEST)
		.normalize('NFKD')
		.replace(/[\p{M}'’]/gu, '')
		.toLowerCase()
		.replace(/&/g, ' and ')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '')
		.map((word) => (Object.hasOwn(STREET_WORDS, word) ? (STREET_WORDS[word] ?? word) : word));
}

/** The words that tell one property from another. `The Maple Court Apartments` and `Maple Ct` have the same. */
export function tellingWords(text: string): string[] {
	const words = wordsOf(text);
	const telling = words.filter((word) => !GENERIC_WORDS.has(word));
	// "The Residences" has nothing else to be told by.
	return telling.length > 0 ? telling : words;
}

/**
 * Whether two words differ by one slip: a letter too many, too few, wrong, or two swapped. Short words must be equal,
 * because there a slip is another word (Oak, Oaks).
 */
export function nearlySame(one: string, other: string): boolean {
	if (one === other) return true;
	if (Math.min(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 1 || /\d/.test(one + other)) return false;
	let start = 0;
	while (start < one.length && one[start] === other[start]) start++;
	let end = 0;
	while (end < one.length - start && end < other.length - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
	const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
	if (left.length <= 1 && right.length <= 1) return true;
	return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
