import { skeleton, spelling } from './fields/words';
import { isProvider } from './fields/emails';
import type { PreparedRecord } from './prepare';

/**
 * Kinds of keys under which a record is found. The first four are identities: they may decide. The others only bring
 * records together that are then compared. Several different ones, so that no single slip hides a pair.
 */
export const KEY_KINDS = [
	'phone',
	'email',
	'relay',
	'contact',
	'home',
	'mailbox',
	'born',
	'name',
	'sound',
	'post',
	'street',
	'city',
] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** `phone:+15125550123`, `sound:ana|rs`, … */
export type MatchKey = `${KeyKind}:${string}`;

/**
 * How many different records (by `contentKey`) may stand under one key. A key with more brings nobody together: it is
 * a common name, or a number that everybody types. It bounds the cost of one look-up, whatever the number of leads.
 */
export function keyCap(key: MatchKey): number {
	return isIdentityKey(key) ? IDENTITY_CAP : DERIVED_CAP;
}
const IDENTITY_CAP = 40;
const DERIVED_CAP = 12;

export function kindOfKey(key: MatchKey): KeyKind {
	return key.slice(0, key.indexOf(':')) as KeyKind;
}

/** Keys that may say who somebody is; how many people use one is counted (`keyUse`). */
export function isIdentityKey(key: MatchKey): boolean {
	return IDENTITIES.has(kindOfKey(key));
}
const IDENTITIES: ReadonlySet<KeyKind> = new Set<KeyKind>(['phone', 'email', 'relay', 'contact', 'home']);

/** The identity keys of a record: whose use must be known before two records are compared. */
export function identityKeys(record: PreparedRecord): MatchKey[] {
	const keys: MatchKey[] = [];
	for (const phone of record.phones) keys.push(`phone:${phone}`);
	for (const email of record.emails) keys.push(`email:${email}`);
	for (const relay of record.relays) keys.push(`relay:${relay}`);
	if (record.providerContact !== '') keys.push(`contact:${record.providerContact}`);
	const home = homeKey(record);
	if (home !== null) keys.push(home);
	return keys;
}

/** Everybody of one surname at one address: tells whether a missing first name can only mean one person. */
export function homeKey({ street, name, place }: PreparedRecord): MatchKey | null {
	if (street === null || street.number === '' || street.name === '' || name.surname === '') return null;
	return `home:${street.number}|${skeleton(street.name)}|${place.postcode || place.city}|${skeleton(name.surname)}`;
}

const made = new WeakMap<PreparedRecord, readonly MatchKey[]>();

/** As `blockingKeys`, for a record whose keys are asked for again and again: they are made once and kept as long as the record is. */
export function keysOf(record: PreparedRecord): readonly MatchKey[] {
	const known = made.get(record);
	if (known !== undefined) return known;
	const keys = blockingKeys(record);
	made.set(record, keys);
	return keys;
}

/** All keys of a record, each once. Store them beside the record, indexed. */
export function blockingKeys(record: PreparedRecord): MatchKey[] {
	const { name, birthDate, street, place } = record;
	const { given, surname } = name;
	const keys = new Set<MatchKey>(identityKeys(record));
	for (const email of record.emails) {
		const at = email.lastIndexOf('@');
		if (at >= 5) keys.add(`mailbox:${email.slice(0, at)}`);
		// A company's domain holds few people; a provider's would be crowded at once.
		if (!isProvider(email.slice(at + 1))) keys.add(`mailbox:${email.slice(at)}`);
	}
	const sounds = [given, surname]
		.filter((word) => word !== '')
		.map(skeleton)
		.sort();
	if (given !== '' && surname !== '') {
		keys.add(`name:${[given, surname].sort().join('|')}`);
		keys.add(`sound:${sounds.join('|')}`);
	}
	if (birthDate !== '') {
		keys.add(`born:${birthDate}`);
		// Alone the date is crowded in a large portfolio; with the initials of either name (they may be swapped) it is not.
		for (const word of new Set([given.charAt(0), surname.charAt(0)])) if (word !== '') keys.add(`born:${birthDate}|${word}`);
	}
	for (const sound of new Set(sounds)) {
		if (birthDate !== '') keys.add(`born:${birthDate.slice(0, 4)}|${sound}`).add(`born:${birthDate.slice(4)}|${sound}`);
		if (place.postcode !== '') keys.add(`post:${place.postcode}|${sound}`);
		if (place.city !== '') keys.add(`city:${skeleton(place.city)}|${sound}`);
		if (street !== null && street.name !== '') keys.add(`street:${skeleton(street.name)}|${sound}`);
	}
	if (street !== null && street.number !== '' && street.name !== '') {
		keys.add(`street:${street.number}|${spelling(street.name).slice(0, 6)}|${place.postcode}`);
	}
	if (street !== null && street.name !== '') {
		if (place.postcode !== '') keys.add(`street:${skeleton(street.name)}|${place.postcode}`);
		if (place.city !== '') keys.add(`street:${skeleton(street.name)}|${skeleton(place.city)}`);
	}
	if (street !== null && street.number !== '' && place.postcode !== '') keys.add(`post:${place.postcode}|${street.number}`);
	return [...keys];
}
