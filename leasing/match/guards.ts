import type { StreetLevel, PlaceLevel } from './fields/address';
import type { BirthDateLevel } from './fields/birthDate';
import type { EmailLevel } from './fields/emails';
import type { PhoneLevel } from './fields/phones';
import type { NameComparison } from './compareNames';
import { isGivenName } from './tables/nameBits';
import { likeness, sharedLetters } from './fields/similarity';
import { isShared, ONE_PERSON, type KeyUse, type KeyUses } from './keyUse';
import { ALL_FIELDS, type FieldEvidence, type MatchField } from './matchFields';
import type { PreparedRecord } from './prepare';
import { DAY } from '../time';

/**
 * What forbids a merge whatever the sum of the weights: `kept_apart` a person said so; `together` one inquiry named both;
 * `generation` Jr and Sr; `given_name` clearly different first names; `birth_date` clearly different birth dates;
 * `recycled` one number, other names, years apart.
 */
export type Conflict = 'kept_apart' | 'together' | 'generation' | 'given_name' | 'birth_date' | 'recycled';

/**
 * What asks for a person whatever the sum: `name_only` nothing but names (and places) agree; `shared_contact` the phone,
 * mailbox or home that agrees is used by several people and the names do not say which; `home_only` nothing firm but an address, and the names do not fully agree; `generation_unclear` one of them is a Jr; `first_name_unclear` too far apart for a slip; `surname_differs`;
 * `years_apart` nothing but a phone, and years between.
 */
export type Doubt =
	'name_only' | 'shared_contact' | 'home_only' | 'generation_unclear' | 'first_name_unclear' | 'surname_differs' | 'years_apart';

/** What is known besides the two records. */
export interface PairFacts {
	/** How identities are used, over all records: see keyUse.ts. */
	uses: KeyUses;
	/** What a person decided about two records, by their ids in either order. */
	verdict: (one: string, other: string) => 'same' | 'apart' | null;
	/** Which fields may count. */
	fields: ReadonlySet<MatchField>;
	/**
	 * Names of the whole set are so often replaced that two first names at one home are no sign of two people (batch/homeNames.ts). False
	 * wherever leads are.
	 */
	namesReplaced?: boolean;
	/** Such a set in which no record has a phone, an e-mail or a provider's contact: the place is then all that tells people apart. */
	addressList?: boolean;
}

/** Nobody counted, nobody decided, every field counts. */
export const DEFAULT_FACTS: PairFacts = { uses: () => ONE_PERSON, verdict: () => null, fields: ALL_FIELDS };

/** What the guards look at. */
export interface Levels {
	names: NameComparison;
	phone: PhoneLevel;
	phoneUse: KeyUse;
	email: EmailLevel;
	emailUse: KeyUse;
	relay: boolean;
	birthDate: BirthDateLevel;
	street: StreetLevel;
	place: PlaceLevel;
	homeUse: KeyUse;
}

/** Longer than a phone company lets a number rest, and long enough that most of what was given back is in new hands. */
export const RECYCLED_AFTER = 2 * 365 * DAY;

/** What a person decided; asked with the smaller id first, whichever way the two are compared. */
export function verdictOf(one: PreparedRecord, other: PreparedRecord, facts: PairFacts): 'same' | 'apart' | null {
	return one.id <= other.id ? facts.verdict(one.id, other.id) : facts.verdict(other.id, one.id);
}

/** @param verdict what a person decided (`verdictOf`) */
export function conflictsOf(
	one: PreparedRecord,
	other: PreparedRecord,
	levels: Levels,
	facts: PairFacts,
	verdict: 'same' | 'apart' | null,
): Conflict[] {
	const conflicts: Conflict[] = [];
	const { names } = levels;
	if (verdict === 'apart') conflicts.push('kept_apart');
	if (one.together !== '' && one.together === other.together) conflicts.push('together');
	const sameContact = levels.phone === 'exact' || levels.email === 'exact' || levels.birthDate === 'exact';
	if (names.generation === 'generation_differs' || (names.generation === 'generation_one_sided' && !sameContact))
		conflicts.push('generation');
	const mistyped = facts.namesReplaced === true;
	if (!mistyped && levels.birthDate === 'differs' && (!givenFits(names) || isGenerationApart(one, other))) conflicts.push('birth_date');
	const sameBirthDate = levels.birthDate === 'exact' && (CONTACT_AGREES.has(levels.phone) || CONTACT_AGREES.has(levels.email));
	// Twins have one birth date and share a phone: only a name of the same letters is the same name, badly typed.
	if (!mistyped && names.halfDiffers && !(sameBirthDate && isScrambled(names, one, other))) {
		conflicts.push('given_name');
		const nothingElse =
			levels.phone === 'exact' && levels.email !== 'exact' && (names.surname === 'differs' || names.surname === 'missing');
		if (nothingElse && yearsApart(one, other)) conflicts.push('recycled');
	}
	return conflicts;
}

export function doubtsOf(
	one: PreparedRecord,
	other: PreparedRecord,
	levels: Levels,
	evidence: readonly FieldEvidence[],
	facts: PairFacts,
): Doubt[] {
	const doubts: Doubt[] = [];
	const { names } = levels;
	const firm = evidence.filter((step) => isFirm(step, levels, facts)).length;
	if (firm === 0) doubts.push('name_only');
	if (facts.namesReplaced === true) return doubts;
	const givenAgrees = givenFits(names);
	if (levels.street === 'home' && firm === 1 && !sameName(names)) doubts.push('home_only');
	if (!givenAgrees && levels.birthDate !== 'exact') {
		const used = [
			levels.phone === 'exact' ? levels.phoneUse : ONE_PERSON,
			levels.email === 'exact' ? levels.emailUse : ONE_PERSON,
			levels.homeUse,
		];
		if (used.some(isShared)) doubts.push('shared_contact');
	}
	const own = evidence.filter((step) => OWN.has(step.field) && step.weight >= OWN_FROM).length + (levels.birthDate === 'close' ? 1 : 0);
	if (names.generation !== null && own < 2) doubts.push('generation_unclear');
	const sameFamilyAndDay = levels.birthDate === 'exact' && SURNAME_AGREES.has(names.surname);
	if (names.given === 'similar' && firm < 2 && own < 2 && !sameFamilyAndDay) doubts.push('first_name_unclear');
	if (!names.swapped && names.surname === 'differs' && own < 2) doubts.push('surname_differs');
	if (levels.phone === 'exact' && firm < 2 && !givenAgrees && yearsApart(one, other)) doubts.push('years_apart');
	return doubts;
}

/** Whether what differs in the names are mostly the same letters, and not two names that people have. */
function isScrambled({ swapped }: NameComparison, { name: one }: PreparedRecord, { name: other }: PreparedRecord): boolean {
	if (swapped) return sharedLetters(one.given + one.surname, other.given + other.surname) >= 0.75;
	return !(isGivenName(one.given) && isGivenName(other.given)) && sharedLetters(one.given, other.given) >= 0.6;
}

/** Whether a step is firm: one such must be there before anything is merged, for names and places alone are shared by strangers. */
function isFirm({ field, level, weight }: FieldEvidence, levels: Levels, facts: PairFacts): boolean {
	if (field === 'street') return isFirmStreet(levels, facts);
	if (field === 'place') return facts.addressList === true && level === 'both';
	if (field === 'birth_date' && level === 'close') return sameName(levels.names) && levels.place !== 'differs';
	return FIRM.has(field) && weight >= FIRM_FROM;
}

/** There is an Oak Street in every town, and a 100 Main Street in many. In an address list the town may be what was mistyped. */
function isFirmStreet({ names, street, place }: Levels, { addressList }: PairFacts): boolean {
	if (ONE_HOUSE.has(street)) return addressList === true || place !== 'differs';
	if (street === 'unnumbered') return addressList === true || PLACE_AGREES.has(place);
	if (street === 'street') return addressList === true;
	return addressList === true && STREET_HINTS.has(street) && sameName(names) && PLACE_AGREES.has(place);
}

const ONE_HOUSE: ReadonlySet<StreetLevel> = new Set<StreetLevel>(['home', 'building', 'near']);
const STREET_HINTS: ReadonlySet<StreetLevel> = new Set<StreetLevel>(['number', 'similar']);
const FIRM: ReadonlySet<MatchField> = new Set<MatchField>(['phone', 'email', 'relay', 'provider_contact', 'birth_date']);
const FIRM_FROM = 4.5;
/** What is somebody's own, and agrees well: two of these outweigh a last name that differs (a marriage). */
const OWN: ReadonlySet<MatchField> = new Set<MatchField>(['phone', 'email', 'relay', 'provider_contact', 'birth_date']);
const OWN_FROM = 7;
const CONTACT_AGREES: ReadonlySet<string> = new Set(['exact', 'near', 'domain_typo']);
const PLACE_AGREES: ReadonlySet<string> = new Set(['both', 'postcode', 'city']);
const SURNAME_AGREES: ReadonlySet<string> = new Set(['exact', 'variant', 'typo', 'part']);
const GIVEN_AGREES: ReadonlySet<string> = new Set(['exact', 'variant', 'nickname', 'typo']);

/** Whether a record has nothing of the kind by which renters are told apart. */
export function isBare(record: PreparedRecord): boolean {
	return record.phones.length === 0 && record.emails.length === 0 && record.relays.length === 0 && record.providerContact === '';
}

/** Father and son of one name are at least this many years apart. */
const A_GENERATION = 13;

/** Whether the birth dates are of two generations: more than a slip in one digit of the year is likely to make. */
export function isGenerationApart(one: PreparedRecord, other: PreparedRecord): boolean {
	if (one.birthDate === '' || other.birthDate === '') return false;
	return Math.abs(Number(one.birthDate.slice(0, 4)) - Number(other.birthDate.slice(0, 4))) >= A_GENERATION;
}

/**
 * Whether a conflict is so sure that no third record may join the two. A mistyped name or date is not: it may contradict one record of a
 * person and fit the next.
 */
export function isCertain(conflict: Conflict, one: PreparedRecord, other: PreparedRecord): boolean {
	if (conflict === 'birth_date') return isGenerationApart(one, other);
	if (conflict !== 'given_name') return true;
	const [given, otherGiven] = [one.name.given, other.name.given];
	return (isGivenName(given) && isGivenName(otherGiven)) || likeness(given, otherGiven) < 0.6;
}

/** The first names agree and nothing is known against the last. */
function givenFits(names: NameComparison): boolean {
	return names.swapped ? !names.halfDiffers : GIVEN_AGREES.has(names.given) && names.surname !== 'differs';
}

function sameName(names: NameComparison): boolean {
	if (names.swapped) return SURNAME_AGREES.has(names.given) && SURNAME_AGREES.has(names.surname);
	return GIVEN_AGREES.has(names.given) && SURNAME_AGREES.has(names.surname);
}

function yearsApart(one: PreparedRecord, other: PreparedRecord): boolean {
	return gap(one.lastSeen, other.firstSeen) >= RECYCLED_AFTER || gap(other.lastSeen, one.firstSeen) >= RECYCLED_AFTER;
}

function gap(from: number | null, to: number | null): number {
	return from === null || to === null ? 0 : to - from;
}
