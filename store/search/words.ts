/** A word is what lies between two of these. Two, so that three letters are enough to find a word of one letter: see `patternOf`. */
const GAP = '  ';
/** Words that a lead is found by. Who wrote more than that is found by what came last. */
const MOST_WORDS = 4_000;
/** Of one word: e-mails and pasted links hold longer ones, which nobody types. */
const LONGEST_WORD = 60;
/** Of what somebody typed to search with: more only narrows what is found. */
const MOST_ASKED = 16;

/** Letters that Unicode does not take apart. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** Without accents and in lower case. Done here, because the databases differ in it. */
function fold(text: string): string {
	return text
		.replace(APOSTROPHES, "'")
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[ßøłæœđðþı]/g, (letter) => PLAIN[letter] ?? letter);
}

/** In one writing before Unicode takes them apart: of some it would make a space. */
const APOSTROPHES = /[’‘`´ʼ]/gu;
/** What people leave out: `oneil`, `smithjones`. */
const JOINTS = /['-]/g;
const NO_WORD = /[^\p{L}\p{N}]+/u;

function wordsIn(text: string): string[] {
	return text.split(NO_WORD).filter((word) => word !== '');
}

/**
 * What is written down for a lead: its words, each once, so that part of one finds it. `O’Neil-Smith` is found by `oneil`, `o'neil`, `neil`
 * and `smith`, a phone by any digits that follow one another in it.
 * @param phones with digits only or not; each is one word
 */
export function documentOf(texts: readonly string[], phones: readonly string[]): string {
	const found = new Set<string>();
	const add = (word: string): void => {
		if (word !== '' && found.size < MOST_WORDS) found.add(word.slice(0, LONGEST_WORD));
	};
	for (const phone of phones) add(digitsOf(phone));
	for (const text of texts) {
		for (const together of fold(text).split(/\s+/)) {
			for (const word of wordsIn(together)) add(word);
			for (const word of wordsIn(together.replace(JOINTS, ''))) add(word);
		}
	}
	return [...found].map((word) => GAP + word).join('');
}

/** A text made of these alone is a phone number, or part of one, in whatever way it is written. */
const PHONE_LIKE = /^[\d\s()+./-]+$/;
/** Fewer digits are in nearly every number. */
const FEWEST_DIGITS = 3;

/**
 * What a document must hold to be found, all of them, each three letters at least: part of a word, or the beginning of one when fewer than
 * three letters were typed. Only letters, digits and spaces.
 * @returns none when the text holds nothing to search with
 */
export function patternsOf(text: string): string[] {
	const digits = digitsOf(text);
	// The zero before an area code, and those before a country code, are not part of the number as it is kept.
	if (PHONE_LIKE.test(text) && digits.length >= FEWEST_DIGITS) return [patternOf(digits.length > 6 ? digits.replace(/^0+/, '') : digits)];
	// An apostrophe is left out by whoever is in a hurry; other marks stand between words.
	const asked = wordsIn(fold(text).replaceAll("'", ''));
	return [...new Set(asked.slice(0, MOST_ASKED).map((word) => patternOf(word.slice(0, LONGEST_WORD))))];
}

function patternOf(word: string): string {
	const length = Array.from(word).length;
	return length >= GRAM ? word : GAP.slice(0, GRAM - length) + word;
}

/** The index knows pieces of three letters. */
const GRAM = 3;

/** The pieces of three letters of a pattern. */
export function gramsOf(pattern: string): string[] {
	const letters = Array.from(pattern);
	return letters.slice(0, letters.length - GRAM + 1).map((_, at) => letters.slice(at, at + GRAM).join(''));
}

function digitsOf(text: string): string {
	return text.normalize('NFKC').replace(/\D/g, '');
}
