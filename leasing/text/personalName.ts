/*
 * Whether words that a stranger typed as a name may stand in a text of the company. The text goes to a number that the stranger
 * chose: what is not clearly a name could be an address, a code or a message, sent from the company's line.
 */

const MOST_WORDS = 4;
const MOST_LETTERS = 40;

/** Apostrophes and the hyphens that people type between letters. */
const JOINT = "['\u2018\u2019\u02BC`\u00B4\u2010\u2011\u2013-]";
const LETTER = '\\p{L}\\p{M}{0,4}';
/** Letters of any script; a joiner that scripts such as Persian need; a joint may also end a word ("Amos'") or begin one ("'t"). */
const WORD = new RegExp(`^${JOINT}?(?:${LETTER}[\u200C\u200D]?)+(?:${JOINT}(?:${LETTER}[\u200C\u200D]?)+)*${JOINT}?$`, 'u');
/** "J.", "J.R.", "J.R": no address has a last part of one letter. */
const INITIALS = new RegExp(`^${LETTER}\\.(?:${LETTER}\\.)?(?:${LETTER}\\.?)?$`, 'u');
const SHORTENED = /^(?:jr|sr|st|dr)\.$/i;
/** The ends of addresses that are no names, with or without the dot: "evil dot com". */
const ADDRESS_PART = /^(?:com|net|org|info|biz|xyz|www|https?|html?)$/i;

/** @returns the name, or null when it does not look like one */
export function personalName(given: string): string | null {
	const name = given.normalize('NFC').trim();
	const words = name.split(/[ \u00A0]+/);
	if (words.length > MOST_WORDS || lettersOf(name) > MOST_LETTERS) return null;
	return words.every(isOfName) ? words.join(' ') : null;
}

function isOfName(word: string): boolean {
	if (SHORTENED.test(word) || INITIALS.test(word)) return true;
	return WORD.test(word) && !ADDRESS_PART.test(word);
}

function lettersOf(name: string): number {
	return name.match(/\p{L}/gu)?.length ?? 0;
}
