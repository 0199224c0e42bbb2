import { isPlaceholderName, splitName } from '../../inquiry/name';
import { words } from './words';

/** A person's name, ready to be compared. Empty strings mean that the part is not known. */
export interface PersonName {
	given: string;
	/** Further given names, in order. */
	middle: readonly string[];
	/** All words of the surname in one, so that `De La Cruz` and `Delacruz` are the same. */
	surname: string;
	surnameWords: readonly string[];
	/** `jr`, `sr`, `ii`, …: what sets father and son apart. */
	generation: string;
}

const NONE: readonly string[] = [];
const TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'sir', 'rev']);
const GENERATIONS: ReadonlyMap<string, string> = new Map([
	['jr', 'jr'],
	['jnr', 'jr'],
	['junior', 'jr'],
	['sr', 'sr'],
	['snr', 'sr'],
	['senior', 'sr'],
	['ii', 'ii'],
	['iii', 'iii'],
	['iv', 'iv'],
	['2nd', 'ii'],
	['3rd', 'iii'],
	['4th', 'iv'],
]);
const PARTICLES: ReadonlySet<string> = new Set([
	'de',
	'del',
	'della',
	'da',
	'dos',
	'das',
	'di',
	'du',
	'la',
	'las',
	'los',
	'le',
	'van',
	'von',
	'der',
	'den',
	'ter',
	'ten',
	'bin',
	'ibn',
	'al',
	'el',
	'st',
	'san',
	'mac',
	'mc',
	'o',
]);

/** Texts that phone companies send where a name should be. They say nothing about who called. */
const CALLER_ID_TEXTS =
	/\b(?:wireless caller|cell(?:ular)? phone|mobile caller|unknown (?:caller|name)|name unavailable|unavailable|private(?: (?:caller|number))?|anonymous|toll ?free|no caller id|caller id|out of area|v\d{6,})\b/i;

/** Puts a record's name fields together. Filler and caller-id texts count as missing. */
export function personName(firstName: string | null, lastName: string | null, fullName: string | null): PersonName {
	const parts = nameParts(real(firstName), real(lastName), real(fullName));
	const given = words(parts.first).filter((word) => !TITLES.has(word));
	const family = words(parts.last).filter((word) => !TITLES.has(word));
	const generation = takeGeneration(family, 1) || takeGeneration(given, 2);
	return {
		given: given[0] ?? '',
		middle: given.length > 1 ? given.slice(1) : NONE,
		surname: family.join(''),
		surnameWords: surnameWords(family),
		generation,
	};
}

function nameParts(first: string | null, last: string | null, full: string | null): { first: string | null; last: string | null } {
	if (first !== null && last !== null) return { first, last };
	const whole = first ?? full;
	if (last !== null || whole === null) return { first: null, last };
	const split = splitName(whole);
	return split.severalPeople ? { first: null, last: null } : { first: split.firstName, last: split.lastName };
}

function real(text: string | null): string | null {
	const plain = text?.trim() ?? '';
	return plain === '' || isPlaceholderName(plain) || CALLER_ID_TEXTS.test(plain) ? null : plain;
}

/** Takes `Jr` and its like off the end; a name needs at least `keep` words for its last one to be a suffix. */
function takeGeneration(parts: string[], keep: number): string {
	const generation = parts.length >= keep ? GENERATIONS.get(parts[parts.length - 1] ?? '') : undefined;
	if (generation === undefined) return '';
	parts.pop();
	return generation;
}

/** The words of a double surname by which one half can be recognised; `de la` belongs to what follows. */
function surnameWords(family: readonly string[]): string[] {
	const whole: string[] = [];
	let carried = '';
	for (const word of family) {
		carried += word;
		if (PARTICLES.has(word)) continue;
		whole.push(carried);
		carried = '';
	}
	if (carried !== '') whole.push(carried);
	return whole;
}
