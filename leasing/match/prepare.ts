import { placeOf, streetAddress, type Place, type StreetAddress } from './fields/address';
import { birthDigits } from './fields/birthDate';
import { mailboxOf } from './fields/emails';
import { personName, type PersonName } from './fields/personName';
import type { MatchRecord } from './record';

/** A record with everything in one spelling, made once and compared often. */
export interface PreparedRecord {
	id: string;
	name: PersonName;
	/** Personal phones, E.164. */
	phones: readonly string[];
	/** Personal mailboxes (`mailboxOf`). */
	emails: readonly string[];
	/** Relay addresses: which conversations of a listing site the record is part of. */
	relays: readonly string[];
	providerContact: string;
	street: StreetAddress | null;
	place: Place;
	/** Eight digits, or empty. */
	birthDate: string;
	property: string;
	wantedUnit: string;
	together: string;
	firstSeen: number | null;
	lastSeen: number | null;
}

export function prepareRecord(record: MatchRecord): PreparedRecord {
	return {
		id: record.id,
		name: personName(record.firstName, record.lastName, record.fullName),
		phones: distinct(record.phones.filter((phone) => phone.contactClass === 'personal').map((phone) => phone.value)),
		emails: distinct(record.emails.filter((email) => email.contactClass === 'personal').map((email) => mailboxOf(email.value))),
		relays: distinct(record.emails.filter((email) => email.contactClass === 'relay').map((email) => email.value.trim().toLowerCase())),
		providerContact: record.providerContact?.trim() ?? '',
		street: streetAddress(record.street, record.unit),
		place: placeOf(record.city, record.postcode),
		birthDate: birthDigits(record.birthDate),
		property: record.property ?? '',
		wantedUnit: (record.wantedUnit ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
		together: record.together ?? '',
		firstSeen: record.firstSeen,
		lastSeen: record.lastSeen,
	};
}

/**
 * A key of everything that is compared, without id and times: two records with the same content tell the same, so a lead
 * keeps one of them and widens `firstSeen` and `lastSeen`.
 */
export function contentKey(record: PreparedRecord): string {
	const { name, street, place } = record;
	return JSON.stringify([
		name.given,
		name.middle,
		name.surnameWords,
		name.generation,
		record.phones,
		record.emails,
		record.relays,
		record.providerContact,
		street === null ? null : [street.number, street.name, street.unit],
		place.city,
		place.postcode,
		record.birthDate,
		record.property,
		record.wantedUnit,
		record.together,
	]);
}

const NONE: readonly string[] = [];

function distinct(values: readonly string[]): readonly string[] {
	// Most records have none or one, and there may be a million of them.
	if (values.length === 0) return NONE;
	if (values.length === 1) return values[0] === '' ? NONE : values;
	return [...new Set(values.filter((value) => value !== ''))].sort();
}
