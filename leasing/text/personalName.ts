/*
 * Whether words that a stranger typed as a name may stand in a text of the company. The text goes to a number that the stranger
 * chose: what is not clearly a name could be an address, a code or a message, sent from the company's line.
 */

const MOST_WORDS = 4;
const MOST_LETTERS = 40;

/** Apostrophes and the hyphens that people type between letters. */
const JOINT = "['\u2018\u2019\u02BC`\u00B4\u2010\u2011\u2013-]";
/** Some letters and marks show nothing (Hangul fillers); letters of mathematics and of full width are there to get past filters. */
const HIDDEN = '(?![\\p{DI}\\u{1D400}-\\u{1D7FF}\\uFF21-\\uFF5A])';
const LETTER = `${HIDDEN}\\p{L}(?:${HIDDEN}\\p{M}){0,4}`;
/** Letters of any script; a joiner that scripts such as Persian need; a joint may also end a word ("Amos'") or begin one ("'t"). */
const WORD = new RegExp(`^${JOINT}?(?:${LETTER}[\u200C\u200D]?)+(?:${JOINT}(?:${LETTER}[\u200C\u200D]?)+)*${JOINT}?$`, 'u');
/** "J.", "J.R.", "J.R": no address has a last part of one letter. */
const INITIALS = new RegExp(`^${LETTER}\\.(?:${LETTER}\\.)?(?:${LETTER}\\.?)?$`, 'u');
const SHORTENED = /^(?:jr|sr|st|dr)\.$/i;
/** The ends of addresses that are no names, with or without the dot: "evil dot com". */
const ADDRESS_PART = /^(?:com|net|org|info|biz|xyz|www|https?|html?)$/i;

/** "evil dot top". A Dot has her name in front. */
const SPOKEN_DOT = / (?:dot|punto) /i;
/** Latin letters beside their twins of other alphabets, in one word: nobody types a name so. */
const TWINS = /(?=.*\p{Script=Latin})[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}]/u;
/** In sentences that swindlers send, in English and Spanish, and in no name. */
const ORDER =
	/^(?:your|please|click|password|urgent|verify|confirm|refund|locked|blocked|suspended|congratulations|account|payment|unsubscribe|apartment|cuenta|c[o\u00F3]digo|contrase\u00F1a|pague|verifique|reembolso)$/i;
/** In their sentences, too, but each is somebody's name: two of them make a sentence. */
const IN_SENTENCES =
	/^(?:you|the|is|are|was|has|have|been|now|here|this|that|it|we|will|to|for|from|with|by|not|no|my|me|us|i|at|on|call|text|reply|stop|pay|send|win|won|get|free|code|bank|cash|gift|rent|owe|tu|su|es|est\u00E1|para|ahora|llame|env\u00EDe)$/i;

/** @returns the name, or null when it does not look like one */
export function personalName(given: string): string | null {
	const name = given.normalize('NFC').trim();
	const words = name.split(/[ \u00A0]+/);
	if (words.length > MOST_WORDS || lettersOf(name) > MOST_LETTERS) return null;
	return words.every(isOfName) && !isSentence(words) ? words.join(' ') : null;
}

function isSentence(words: readonly string[]): boolean {
	if (words.some((word) => ORDER.test(word)) || SPOKEN_DOT.test(words.join(' '))) return true;
	return words.filter((word) => IN_SENTENCES.test(word)).length > 1;
}

function isOfName(word: string): boolean {
	if (SHORTENED.test(word) || INITIALS.test(word)) return true;
	return WORD.test(word) && !ADDRESS_PART.test(word) && !TWINS.test(word);
}

function lettersOf(name: string): number {
	return name.match(/\p{L}/gu)?.length ?? 0;
}
