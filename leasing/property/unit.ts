import { slug } from '../portfolio/slug';

/** `#204`, `Apt 4B`, `Unit 12-C`, `Ste. 3`. A word between the mark and the number would be a name: `Unit manager`. */
const MARKED =
	/(?:#|\b(?:apt|apartment|unit|ste|suite|no|rm|room|depto)\b\.?)\s*#?\s*([a-z]?-?\d{1,5}[a-z]?(?:-[a-z0-9]{1,4})?|[a-z]\b)(?![\w/])/i;
/** The whole text is the number of a unit. */
const BARE = /^#?\s*([a-z]?-?\d{1,5}[a-z]?(?:-[a-z0-9]{1,4})?|[a-z]\d{1,4})$/i;

const LONGEST = 300;

/**
 * Takes the unit out of a property or an address: `Maple Ct #204` is `Maple Ct` and `204`.
 * @returns unit null when none is marked as one
 */
export function splitUnit(text: string): { rest: string; unit: string | null } {
	const found = MARKED.exec(text.slice(0, LONGEST));
	if (found === null) return { rest: text, unit: null };
	const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
		.replace(/\s+/g, ' ')
		.replace(/\s+,/g, ',')
		.replace(/^[\s,-]+|[\s,-]+$/g, '');
	return { rest, unit: (found[1] ?? '').toUpperCase() };
}

/** A unit as it is written on the door: `#204`, `Apt. 204` and `unit 204` are `204`; other words stay as they came. */
export function readUnit(text: string): string | null {
	const plain = text.trim();
	if (plain === '') return null;
	const bare = BARE.exec(plain) ?? MARKED.exec(plain.slice(0, LONGEST));
	return bare === null ? plain.slice(0, 60) : (bare[1] ?? plain).toUpperCase();
}

const WORDS_FOR_UNIT = ['unit', 'apt', 'apartment', 'ste', 'suite', 'no'];

/** The keys (as slug gives them) under which a unit may be written down: `4B` is `4b`, `4-b`, `unit-4b`, … `1-204` stays apart from `1204`. */
export function unitKeys(unit: string): string[] {
	const plain = slug(unit).replace(new RegExp(`^(?:${WORDS_FOR_UNIT.join('|')})-`), '');
	if (plain === '') return [];
	const joined = plain.replace(/(?<=\p{L})-(?=\d)|(?<=\d)-(?=\p{L})/gu, '');
	const parted = joined.replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, '-');
	return [...new Set([plain, joined, parted])].flatMap((key) => [key, ...WORDS_FOR_UNIT.map((word) => `${word}-${key}`)]);
}
