import type { BirthDateLevel } from './fields/birthDate';
import type { PlaceLevel, StreetLevel } from './fields/address';
import type { EmailLevel } from './fields/emails';
import type { GivenLevel, SurnameLevel } from './fields/names';
import type { PhoneLevel } from './fields/phones';

/**
 * The model: what each level of agreement tells, in bits (log2 of how much more often it is seen among records of one
 * person than among records of two). One set for everybody; nothing is learnt from a user's own data, so the same two
 * records always compare the same. docs/decisions/0010 says where the numbers come from.
 */

/** Two records taken at random are one person about once in 2^14 comparisons; every sum starts here. */
export const PRIOR = -14;

/** What a level takes off the bits that the name itself tells (tables/nameBits.ts); `differs` stands alone. */
export const GIVEN_COST: Readonly<Record<GivenLevel, number>> = {
	missing: 0,
	exact: 0,
	variant: 2,
	nickname: 3.5,
	typo: 3.5,
	initial: 7,
	similar: 8,
	other_name: 9,
	differs: 0,
};
export const GIVEN_DIFFERS = -5;
export const SURNAME_COST: Readonly<Record<SurnameLevel, number>> = {
	missing: 0,
	exact: 0,
	variant: 2,
	typo: 3.5,
	part: 3,
	initial: 9,
	similar: 8,
	differs: 0,
};
export const SURNAME_DIFFERS = -4;
/** First and last name exchanged: happens to about one record in forty. */
export const SWAPPED_COST = 4;
/** No level but `differs` is worse than this. */
export const NAME_FLOOR = -1;

export const GENERATION_DIFFERS = -10;
/** One says Jr, the other says nothing. */
export const GENERATION_ONE_SIDED = -2;

export const PHONE: Readonly<Record<PhoneLevel, number>> = { missing: 0, exact: 19, near: 6, differs: -1 };
export const EMAIL: Readonly<Record<EmailLevel, number>> = {
	missing: 0,
	exact: 19,
	domain_typo: 16,
	near: 10,
	same_name: 6,
	close: 4,
	differs: -1,
};
export const RELAY_SAME = 16;
export const CONTACT_SAME = 20;
/** A phone or mailbox that several people use still says that they know each other. */
export const SHARED_IDENTITY = 6;
/** One that everybody uses (three surnames or more, or too many records) says next to nothing. */
export const COMMON_IDENTITY = 2;

export const BIRTH_DATE: Readonly<Record<BirthDateLevel, number>> = { missing: 0, exact: 13.5, near: 6.5, close: 3, differs: -7 };
export const STREET: Readonly<Record<StreetLevel, number>> = {
	missing: 0,
	home: 15,
	building: 5,
	near: 11,
	unnumbered: 7,
	street: 4,
	similar: 2,
	number: 3,
	differs: -1.5,
};
/** Beside a street that agrees, the place repeats most of what the street said. */
export const PLACE: Readonly<Record<PlaceLevel, number>> = { missing: 0, both: 6, postcode: 5, city: 3, near: 1, differs: -1 };
export const PLACE_BESIDE_STREET: Readonly<Record<PlaceLevel, number>> = {
	missing: 0,
	both: 5,
	postcode: 4,
	city: 3,
	near: 1,
	differs: -3,
};
/** In an address list (no phone, no e-mail on either side) people are spread wider than the renters of one property are. */
export const PLACE_IN_LIST: Readonly<Record<PlaceLevel, number>> = { missing: 0, both: 5, postcode: 3, city: 4, near: 0, differs: 0 };
export const PROPERTY_SAME = 1;
export const WANTED_UNIT_SAME = 2;
