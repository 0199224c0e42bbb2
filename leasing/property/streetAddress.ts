import { REGIONS } from '../portfolio/regions';
import { wordsOf } from './comparable';
import { splitUnit } from './unit';

/** A street address in the form in which it is compared. */
export interface StreetAddress {
	number: string;
	/** The words of the street. A town may follow where no comma ends the street. */
	street: string;
	unit: string | null;
	/** The five digits. */
	postcode: string | null;
	/** Two letters of the state or province. */
	state: string | null;
	/** The words of the town, as far as a state behind them shows that they are one. */
	town: readonly string[];
}

const LONGEST = 300;
const MOST_STREET_WORDS = 7;
const REGION_CODES: ReadonlySet<string> = new Set(REGIONS.values());

/** Reads an address on one line. @returns null when it has no house number in front */
export function readStreet(text: string): StreetAddress | null {
	if (!/^\s*\d/.test(text)) return null;
	const { rest: withoutUnit, unit } = splitUnit(text.slice(0, LONGEST));
	const [line = '', ...segments] = withoutUnit.split(/[,\n]/);
	const words = wordsOf(line);
	const number = words[0] ?? '';
	if (!/^\d{1,6}[a-z]?$/.test(number) || words.length < 2) return null;
	const rest = segments.join(',');
	const postcode = (segments.length > 0 ? /\b(\d{5})(?:-\d{4})?\b/.exec(rest) : /\s(\d{5})(?:-\d{4})?\s*$/.exec(line))?.[1] ?? null;
	return { number, street: words.slice(1, MOST_STREET_WORDS).join(' '), unit, postcode, ...readTown(rest) };
}

/**
 * The addresses of a property. A property that is one unit of a house ("14 Maple Ct #2") has the house's address in many systems:
 * then its name tells the unit.
 * @param address on one line each; several are separated by a semicolon
 */
export function streetsOf(name: string, address: string | null | undefined): StreetAddress[] {
	const unit = readStreet(name)?.unit ?? null;
	const streets = [...(address ?? '').split(/\s*[;\n]\s*/), name].flatMap((text) => readStreet(text) ?? []);
	return streets.map((street) => ({ ...street, unit: street.unit ?? unit }));
}

/** The code at the end, and the country. */
const BEHIND_STATE = /[\s,]*(?:\d{5}(?:-\d{4})?|[a-z]\d[a-z] ?\d[a-z]\d)?[\s,]*(?:usa?|united states|canada)?[\s,]*$/i;

function readTown(rest: string): Pick<StreetAddress, 'state' | 'town'> {
	const place = rest.replace(BEHIND_STATE, '');
	const [, before = '', letters = ''] = /^(.*?)\b([a-z]{2})$/i.exec(place) ?? [];
	if (REGION_CODES.has(letters.toUpperCase())) return { state: letters.toUpperCase(), town: townWords(before) };
	const comma = place.lastIndexOf(',');
	const state =
		REGIONS.get(
			place
				.slice(comma + 1)
				.trim()
				.toLowerCase(),
		) ?? null;
	return { state, town: state === null || comma < 0 ? [] : townWords(place.slice(0, comma)) };
}

/** Short words ("St", "of") and numbers stand in many towns' names, and tell none. */
function townWords(text: string): string[] {
	return wordsOf(text).filter((word) => word.length > 2 && !/\d/.test(word));
}

/** What an address says about a house: that it is this one, that it is another one of the street (or a street of that name), or nothing. */
export function compareStreets(said: StreetAddress, own: StreetAddress): 'address' | 'same_street' | null {
	const bothCoded = said.postcode !== null && own.postcode !== null;
	if (bothCoded && said.postcode !== own.postcode) return null;
	// One of the two may go on with a town that stands on the same line.
	const same = said.street === own.street || said.street.startsWith(`${own.street} `) || own.street.startsWith(`${said.street} `);
	if (!same) return null;
	return said.number === own.number && !differ(said.unit, own.unit) && (bothCoded || !inOtherTowns(said, own))
		? 'address'
		: 'same_street';
}

function inOtherTowns(one: StreetAddress, other: StreetAddress): boolean {
	if (differ(one.state, other.state)) return true;
	return one.town.length > 0 && other.town.length > 0 && !one.town.some((word) => other.town.includes(word));
}

function differ(one: string | null, other: string | null): boolean {
	return one !== null && other !== null && one !== other;
}
