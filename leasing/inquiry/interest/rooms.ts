import { ARTICLE, asSaid, COUNT, countOf, folded } from './counts';

const LONGEST_VALUE = 200;
const MOST = 10;
const BEDS = '(?:br\\b|bdr?ms?\\b|bdr?s?\\b|bed|recamara|habitacion|dormitorio|alcoba|chambre)';
const STUDIO = /\b(?:studio|efficiency|bachelor|estudio|monoambiente)\b/;
/** `2x2`, `2b2b`, `2b/1b`, `2 by 1`: bedrooms and bathrooms. */
const PAIR = /\b([1-6])(?: ?x ?| ?b ?\/? ?| by )([1-5](?:\.5)?)(?:b|ba)?\b/;
const NUMBERED_BEDS = new RegExp(`(\\d+)\\s*-?\\s*${BEDS}`);
const SPELLED_BEDS = new RegExp(`\\b(?:(${COUNT}|${ARTICLE})[- ]?${BEDS}|(${COUNT}) cuartos?\\b|de (${ARTICLE}) cuarto\\b)`);
const SAID_BEDS = new RegExp(
	`\\b(?:studio|efficiency|estudio|monoambiente|(?:${COUNT}|(?:un|una|une)(?= ))[ -]?(?:br|bdr?ms?|bdr?s?|bed(?:room)?s?|recamaras?|habitaci(?:on|ones)|dormitorios?|alcobas?|chambres?|cuartos?(?<!\\bun cuarto))(?![a-z])|de un cuarto\\b|[1-5] ?x ?[1-4](?:\\.5)?(?![\\d-])|[1-5]b ?\\/? ?[1-4]b\\b)`,
);

/** Bedrooms from `2`, `2BR / 1 bath`, `two bedrooms`, `2 recámaras`, `2x1` or `Studio` (0). Null when no count from 0 to 10 is named. */
export function readBedrooms(text: string): number | null {
	const plain = folded(text.slice(0, LONGEST_VALUE));
	const digits =
		NUMBERED_BEDS.exec(plain)?.[1] ??
		/^(\d{1,2})\s*\/\s*\d/.exec(plain)?.[1] ??
		PAIR.exec(plain)?.[1] ??
		/^\D*(\d+)\D*$/.exec(plain)?.[1];
	if (digits !== undefined) return Number(digits) <= MOST ? Number(digits) : null;
	const spelled = SPELLED_BEDS.exec(plain);
	if (spelled !== null) return countOf(spelled[1] ?? spelled[2] ?? spelled[3] ?? '');
	if (STUDIO.test(plain)) return 0;
	const word = /\b(one|two|three|four|five|dos|tres|cuatro|deux|trois)\b/.exec(plain)?.[1];
	return word === undefined ? null : countOf(word);
}

/** The words of a message that count its bedrooms; null when none do. */
export function bedroomsIn(text: string): string | null {
	const plain = folded(text);
	const found = SAID_BEDS.exec(plain);
	return found === null ? null : asSaid(text, plain, found.index, found[0].length);
}

const BATHS = '(?:ba\\b|bath|banos?\\b|salles? de bains?)';
const NUMBERED_BATHS = new RegExp(`(\\d(?:\\.\\d{1,2})?)\\s*-?\\s*(?:full )?${BATHS}`);
const SPELLED_BATHS = new RegExp(`\\b(${COUNT}|${ARTICLE})( and a half| y medio)?[- ](?:full )?${BATHS}`);

/** Bathrooms from `1`, `1.5 baths`, `2BR / 1 bath`, `un baño y medio`. @param marked only with the word behind it */
export function readBathrooms(text: string, marked = false): number | null {
	const plain = folded(text.slice(0, LONGEST_VALUE));
	const digits = NUMBERED_BATHS.exec(plain)?.[1] ?? /^\d{1,2}\s*\/\s*(\d(?:\.\d{1,2})?)$/.exec(plain)?.[1] ?? PAIR.exec(plain)?.[2];
	if (digits !== undefined) return Number(digits) > MOST ? null : withHalf(Number(digits), plain);
	const spelled = SPELLED_BATHS.exec(plain);
	if (spelled !== null) return withHalf(countOf(spelled[1] ?? '') + (spelled[2] === undefined ? 0 : 0.5), plain);
	const alone = marked ? undefined : /^\D*(\d(?:\.\d{1,2})?)\D*$/.exec(plain)?.[1];
	return alone === undefined || Number(alone) > MOST ? null : Number(alone);
}

function withHalf(count: number, text: string): number {
	return Number.isInteger(count) && /\bbanos? y medio\b/.test(text) ? count + 0.5 : count;
}
