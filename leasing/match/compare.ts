import { comparePlaces, compareStreets } from './fields/address';
import { compareBirthDates } from './fields/birthDate';
import { compareEmails } from './fields/emails';
import { comparePhones } from './fields/phones';
import { compareNames, type NameComparison } from './compareNames';
import { type Conflict, type Doubt, type PairFacts, DEFAULT_FACTS, conflictsOf, doubtsOf, isCertain, verdictOf } from './guards';
import { homeKey, type MatchKey } from './keys';
import { isCommon, isShared, ONE_PERSON, type KeyUse } from './keyUse';
import type { FieldEvidence, MatchField } from './matchFields';
import { contentKey, type PreparedRecord } from './prepare';
import * as weights from './weights';

export interface PairComparison {
	one: string;
	other: string;
	/** Only what speaks for or against; missing fields do neither. */
	evidence: FieldEvidence[];
	/** Sum of the weights and of the prior, in bits. */
	weight: number;
	/** The same as a probability. */
	probability: number;
	/** What forbids a merge, whatever the sum. */
	conflicts: Conflict[];
	/** Whether the conflict is so sure that no third record may join the two, not even one that fits both. */
	forbids: boolean;
	/** What asks for a person, whatever the sum. */
	doubts: Doubt[];
	/** They share a phone, a mailbox or a home: linked as a household when they are two people. */
	sharesContact: boolean;
	/** A person decided already. */
	verdict: 'same' | null;
}

/**
 * Compares two records. The same two records and facts always give the same result, in either order.
 * @param facts how the identities they share are used, what a person decided, which fields count
 */
export function comparePair(a: PreparedRecord, b: PreparedRecord, facts: PairFacts = DEFAULT_FACTS): PairComparison {
	// By content, not by id: what stands in which field may be read from either side, and ids follow the order of arrival.
	const [one, other] = isFirst(a, b) ? [a, b] : [b, a];
	const evidence: FieldEvidence[] = [];
	const fields = facts.fields;
	const add = (field: MatchField, level: string, weight: number): void => {
		if (level !== 'missing' && fields.has(field)) evidence.push({ field, level, weight });
	};

	const names = compareNames(one.name, other.name);
	add('first_name', names.swapped ? 'swapped' : names.given, names.givenWeight);
	add('last_name', names.swapped ? 'swapped' : (names.generation ?? names.surname), names.surnameWeight);

	const phone = comparePhones(one.phones, other.phones);
	const phoneUse = useOf(phone.shared === null ? null : `phone:${phone.shared}`, facts);
	add(
		'phone',
		phone.shared === null ? phone.level : sharedLevel(phoneUse),
		phone.shared === null ? weights.PHONE[phone.level] : identityWeight(weights.PHONE.exact, phoneUse),
	);
	const email = compareEmails(one.emails, other.emails);
	const emailUse = useOf(email.shared === null ? null : `email:${email.shared}`, facts);
	add(
		'email',
		email.shared === null ? email.level : sharedLevel(emailUse),
		email.shared === null ? weights.EMAIL[email.level] : identityWeight(weights.EMAIL.exact, emailUse),
	);
	const relay = one.relays.find((address) => other.relays.includes(address));
	if (relay !== undefined) add('relay', 'exact', weights.RELAY_SAME);
	if (one.providerContact !== '' && one.providerContact === other.providerContact) add('provider_contact', 'exact', weights.CONTACT_SAME);

	const birthDate = compareBirthDates(one.birthDate, other.birthDate);
	add('birth_date', birthDate, weights.BIRTH_DATE[birthDate]);
	const street = compareStreets(one.street, other.street);
	add('street', street, weights.STREET[street]);
	const place = comparePlaces(one.place, other.place);
	const places = STREET_AGREES.has(street) ? weights.PLACE_BESIDE_STREET : weights.PLACE;
	add('place', place, places[place] + (facts.addressList === true ? weights.PLACE_IN_LIST[place] : 0));
	if (one.property !== '' && one.property === other.property) {
		const sameUnit = one.wantedUnit !== '' && one.wantedUnit === other.wantedUnit;
		add('property', sameUnit ? 'unit' : 'property', sameUnit ? weights.WANTED_UNIT_SAME : weights.PROPERTY_SAME);
	}

	let weight = weights.PRIOR;
	for (const step of evidence) weight += step.weight;
	const homeUse = street === 'home' ? busier(useOf(homeKey(one), facts), useOf(homeKey(other), facts)) : ONE_PERSON;
	const levels = {
		names,
		phone: phone.level,
		phoneUse,
		email: email.level,
		emailUse,
		birthDate,
		street,
		place,
		homeUse,
		relay: relay !== undefined,
	};
	const verdict = verdictOf(one, other, facts);
	const conflicts = conflictsOf(one, other, levels, facts, verdict);
	return {
		one: a.id <= b.id ? a.id : b.id,
		other: a.id <= b.id ? b.id : a.id,
		evidence,
		weight,
		probability: 1 / (1 + 2 ** -weight),
		conflicts,
		forbids: conflicts.some((conflict) => isCertain(conflict, one, other)),
		doubts: doubtsOf(one, other, levels, evidence, facts),
		sharesContact:
			(phone.shared !== null && !isCommon(phoneUse)) ||
			(email.shared !== null && !isCommon(emailUse)) ||
			relay !== undefined ||
			(street === 'home' && surnameAgrees(names)),
		verdict: verdict === 'same' ? 'same' : null,
	};
}

const STREET_AGREES: ReadonlySet<string> = new Set(['home', 'building', 'near', 'unnumbered', 'street']);

function surnameAgrees(names: NameComparison): boolean {
	return names.surname !== 'missing' && names.surname !== 'differs' && names.surname !== 'initial';
}

function busier(one: KeyUse, other: KeyUse): KeyUse {
	return one.people >= other.people ? one : other;
}

function isFirst(a: PreparedRecord, b: PreparedRecord): boolean {
	if (a.name.given !== b.name.given) return a.name.given < b.name.given;
	if (a.name.surname !== b.name.surname) return a.name.surname < b.name.surname;
	const [phone = '', otherPhone = ''] = [a.phones[0], b.phones[0]];
	if (phone !== otherPhone) return phone < otherPhone;
	const [email = '', otherEmail = ''] = [a.emails[0], b.emails[0]];
	if (email !== otherEmail) return email < otherEmail;
	// Rare, and dearer than all of the above.
	return contentKey(a) <= contentKey(b);
}

function useOf(key: MatchKey | null, facts: PairFacts): KeyUse {
	return key === null ? ONE_PERSON : (facts.uses(key) ?? ONE_PERSON);
}

function sharedLevel(use: KeyUse): string {
	if (isCommon(use)) return 'common';
	return isShared(use) ? 'shared' : 'exact';
}

function identityWeight(full: number, use: KeyUse): number {
	if (isCommon(use)) return weights.COMMON_IDENTITY;
	return isShared(use) ? weights.SHARED_IDENTITY : full;
}
