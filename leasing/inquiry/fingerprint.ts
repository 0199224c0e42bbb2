import { createHash } from 'node:crypto';

import { reason, type Reason } from '../reason';
import type { Inquiry, InquiryPerson } from './inquiry';

/** The fingerprint of calls and texts of our own triggers: the phone company's id tells them apart for ever, and nobody else can give one. */
export const NO_FINGERPRINT = '';

/** What a fingerprint is made of. */
export type Fingerprinted = Pick<Inquiry, 'people' | 'interest'>;

/**
 * Tells the person of an inquiry apart from any other, so that a sender's id (forms count from 1, and anybody can post any number)
 * never makes two renters one. The same form delivered twice has the same fingerprint, in whatever spelling of phone, address and
 * name; any other phone, address or name gives another one. Nobody can read a phone or a name out of it.
 *
 * Where an inquiry names nobody, its message stands for the person.
 */
export function fingerprintOf({ people, interest }: Fingerprinted): string {
	const persons = people.map(faceOf).filter((face) => face !== '');
	return hashed(persons.length > 0 ? persons.sort() : ['message', folded(interest.message ?? '')]);
}

/**
 * The fingerprint of a call or a text that came through somebody else (call tracking, another phone system). Later reports of one call
 * know more of the caller, but have the same number.
 */
export function callerFingerprint({ people }: Pick<Inquiry, 'people'>): string {
	const numbers = people.flatMap(({ phones }) => phones.flatMap(({ e164 }) => e164 ?? []));
	return numbers.length === 0 ? NO_FINGERPRINT : hashed([...new Set(numbers)].sort());
}

/** For an inquiry whose id is known with another fingerprint: it is another inquiry, and its record says so. */
export function sameIdAnotherPerson(providerId: string): Reason {
	return reason(
		'same_id_another_person',
		`The id "${providerId.slice(0, 80)}" came before with another person, so this is an inquiry of its own. If two forms count alike, give each a Form Name.`,
	);
}

function faceOf({ fullName, phones, emails }: InquiryPerson): string {
	const numbers = phones.map(({ e164, raw }) => e164 ?? raw.replace(/\D/g, '')).filter((number) => number !== '');
	const addresses = emails.map(({ address, raw }) => address ?? folded(raw)).filter((address) => address !== '');
	const name = folded(fullName ?? '');
	if (numbers.length === 0 && addresses.length === 0 && name === '') return '';
	return JSON.stringify([[...new Set(numbers)].sort(), [...new Set(addresses)].sort(), name]);
}

/** Small letters without accents and signs. */
function folded(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

function hashed(parts: readonly string[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, LENGTH);
}

const LENGTH = 32;
