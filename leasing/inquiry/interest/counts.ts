/** Small numbers that renters spell out, in English, Spanish and French. */
const COUNT_WORDS: Readonly<Record<string, number>> = {
	a: 1,
	an: 1,
	one: 1,
	un: 1,
	una: 1,
	uno: 1,
	une: 1,
	two: 2,
	dos: 2,
	deux: 2,
	three: 3,
	tres: 3,
	trois: 3,
	four: 4,
	cuatro: 4,
	quatre: 4,
	five: 5,
	cinco: 5,
	cinq: 5,
	six: 6,
	seis: 6,
};

/** Digits or a word, for patterns. Without the articles, which count only where the pattern says so. */
export const COUNT = '\\d{1,2}|one|two|three|four|five|six|dos|tres|cuatro|cinco|seis|deux|trois|quatre|cinq';
export const ARTICLE = 'an?|una?|une|uno';

/** @param text what a pattern with COUNT or ARTICLE found */
export function countOf(text: string): number {
	return /^\d/.test(text) ? Number(text) : (COUNT_WORDS[text] ?? 0);
}

/** Small letters without accents, so that one pattern reads `recámaras` and `recamaras`; halves as decimals. */
export function folded(text: string): string {
	return text
		.replace(/(\d) ?(?:½|1\/2(?!\d))/g, '$1.5')
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[’‘´`]/g, "'");
}

/** The renter's own spelling of what was found in the folded text, as far as the two run in step. */
export function asSaid(text: string, plain: string, index: number, length: number): string {
	return (plain.length === text.length ? text : plain).slice(index, index + length).trim();
}
