import { GIVEN_NAME_BITS } from './givenNames';
import { SURNAME_BITS } from './surnames';

/** What a name that is in no table counts. Less than its rarity: names that are rare at home may be common in one town. */
const RARE_GIVEN = 10;
const RARE_SURNAME = 12;

const given = byName(GIVEN_NAME_BITS);
const surnames = byName(SURNAME_BITS);

/** How much it tells that two people have this given name, in bits. */
export function givenNameBits(name: string): number {
	return Math.min(given.get(name) ?? RARE_GIVEN, RARE_GIVEN);
}

/** How much it tells that two people have this surname, in bits. */
export function surnameBits(name: string): number {
	return Math.min(surnames.get(name) ?? RARE_SURNAME, RARE_SURNAME);
}

/** Whether this is a given name in its own right, not merely how somebody mistyped one. */
export function isGivenName(name: string): boolean {
	return given.has(name);
}

/** Whether this is a surname in its own right. */
export function isSurname(name: string): boolean {
	return surnames.has(name);
}

function byName(table: Readonly<Record<string, string>>): Map<string, number> {
	return new Map(
		Object.entries(table).flatMap(([bits, names]) => names.split(' ').map((name): [string, number] => [name, Number(bits)])),
	);
}
