import { likeness, slips } from './similarity';
import { words } from './words';

/** A street address, ready to be compared. */
export interface StreetAddress {
	number: string;
	/** Words of the street in one, kinds of street spelled out: `maplecourt`. A lost or added space then changes nothing. */
	name: string;
	unit: string;
}

/**
 * `home`: number and street (and unit, where both have one) agree; `building`: the same house, another unit;
 * `near`: one slip in number or street; `unnumbered`: the same street, one number missing; `street`: the same street, another number;
 * `number`: only the number, as when a second line of the address took the street's place.
 */
export type StreetLevel = 'missing' | 'home' | 'building' | 'near' | 'unnumbered' | 'street' | 'similar' | 'number' | 'differs';

/** `postcode` and `city` agree alone or together; `near`: one slip in either. */
export type PlaceLevel = 'missing' | 'both' | 'postcode' | 'city' | 'near' | 'differs';

const KINDS: ReadonlyMap<string, string> = new Map(
	Object.entries({
		street: 'st str',
		avenue: 'ave av',
		road: 'rd',
		drive: 'dr drv',
		court: 'ct crt',
		lane: 'ln',
		place: 'pl',
		boulevard: 'blvd',
		crescent: 'cres cr crst',
		circuit: 'cct',
		terrace: 'ter tce',
		highway: 'hwy',
		parkway: 'pkwy pky',
		square: 'sq',
		circle: 'cir',
		trail: 'trl',
		way: 'wy',
		north: 'n',
		south: 's',
		east: 'e',
		west: 'w',
	}).flatMap(([long, short]) => short.split(' ').map((word): [string, string] => [word, long])),
);
const UNIT_WORDS: ReadonlySet<string> = new Set(['apt', 'apartment', 'unit', 'ste', 'suite', 'flat', 'no', 'rm', 'room', 'lot', 'spc']);

export function streetAddress(street: string | null, unit: string | null): StreetAddress | null {
	// "12 Oak St #4": the sign means a unit.
	const parts = words((street ?? '').replace(/#/g, ' unit '));
	if (parts.length === 0) return null;
	let found = words(unit)
		.filter((word) => !UNIT_WORDS.has(word))
		.join('');
	const at = parts.findIndex((word, index) => index > 0 && UNIT_WORDS.has(word) && index < parts.length - 1);
	if (at > 0) {
		found ||= parts.slice(at + 1).join('');
		parts.length = at;
	}
	const number = /^\d/.test(parts[0] ?? '') ? (parts.shift() ?? '') : '';
	return {
		number,
		name: parts.map((word, index) => (index === 0 && word === 'st' ? 'saint' : (KINDS.get(word) ?? word))).join(''),
		unit: found,
	};
}

export function compareStreets(one: StreetAddress | null, other: StreetAddress | null): StreetLevel {
	if (one === null || other === null) return 'missing';
	const sameNumber = one.number !== '' && one.number === other.number;
	if (one.name === '' || other.name === '') return sameNumber ? 'number' : 'missing';
	const sameName = one.name === other.name;
	const nearName =
		sameName ||
		slips(one.name, other.name, 2) <= (Math.min(one.name.length, other.name.length) >= 7 ? 2 : 1) ||
		likeness(one.name, other.name) >= 0.93;
	if (!nearName) return sameNumber ? 'number' : 'differs';
	if (one.number === '' || other.number === '') return sameName ? 'unnumbered' : 'similar';
	if (sameNumber) {
		if (!sameName) return 'near';
		return one.unit !== '' && other.unit !== '' && one.unit !== other.unit ? 'building' : 'home';
	}
	if (sameName) return one.number.length > 1 && slips(one.number, other.number, 1) <= 1 ? 'near' : 'street';
	return 'similar';
}

export function comparePlaces(one: Place, other: Place): PlaceLevel {
	const postcodes = one.postcode !== '' && other.postcode !== '';
	const cities = one.city !== '' && other.city !== '';
	if (!postcodes && !cities) return 'missing';
	const samePostcode = postcodes && one.postcode === other.postcode;
	const sameCity = cities && (one.city === other.city || slips(one.city, other.city, 2) <= (one.city.length >= 7 ? 2 : 1));
	if (samePostcode && sameCity) return 'both';
	if (samePostcode) return 'postcode';
	if (sameCity) return 'city';
	const near = (postcodes && slips(one.postcode, other.postcode, 1) <= 1) || (cities && likeness(one.city, other.city) >= 0.85);
	return near ? 'near' : 'differs';
}

export interface Place {
	city: string;
	postcode: string;
}

export function placeOf(city: string | null, postcode: string | null): Place {
	// "78701-1234": the last four digits are a block of houses, and often left out.
	return {
		city: words(city).join(''),
		postcode: words(postcode)
			.join('')
			.replace(/^(\d{5})\d{4}$/, '$1'),
	};
}
