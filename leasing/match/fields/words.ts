/** Lower case, accents and apostrophes off, everything that is no letter or digit made a gap: `O'Neil-Müller` is `oneil muller`. */
export function words(text: string | null | undefined): string[] {
	if (text === null || text === undefined || text === '') return [];
	const plain = text
		.slice(0, LONGEST)
		.normalize('NFKD')
		.replace(/[\p{M}'’`´.]/gu, '')
		.toLowerCase()
		.replace(/ß/g, 'ss')
		.replace(/ø/g, 'o')
		.replace(/ł/g, 'l')
		.replace(/æ/g, 'ae');
	return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** No name and no street is longer; what is, was pasted into the wrong column. */
const LONGEST = 200;

/**
 * How a word sounds, roughly: spellings of one name that English takes for the same give one key (Stephen and Steven,
 * Katherine and Catherine, Bryan and Brian), names of their own do not (Tim and Tom).
 */
export function spelling(word: string): string {
	const known = spellings.get(word);
	if (known !== undefined) return known;
	const made = word
		.replace(/^(?:kn|gn)/, 'n')
		.replace(/^wr/, 'r')
		.replace(/ph|v/g, 'f')
		.replace(/sch/g, 'sh')
		.replace(/ck|c(?![eiyh])|q|ch/g, 'k')
		.replace(/c|z/g, 's')
		.replace(/y|ie|ee|ei|ey/g, 'i')
		.replace(/(?!^)h/g, '')
		.replace(/(.)\1+/g, '$1')
		.replace(/(?!^)e$/, '');
	if (spellings.size >= MOST_SPELLINGS) spellings.clear();
	spellings.set(word, made);
	return made;
}

/** Names repeat, and twelve replacements for each comparison would be most of its time. */
const spellings = new Map<string, string>();
const MOST_SPELLINGS = 20_000;

/** The consonants of a spelling, at most five: misheard vowels and slips late in a word still give the same key. */
export function skeleton(word: string): string {
	const sound = spelling(word);
	return (sound.charAt(0) + sound.slice(1).replace(/[aeiou]/g, '')).slice(0, 5);
}
