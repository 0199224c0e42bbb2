import type { Inquiry, InquiryPerson } from '../inquiry/inquiry';
import { sentKey } from '../inquiry/sentKey';
import type { MatchEmail, MatchPhone, MatchRecord } from './record';

/**
 * What matching compares of an inquiry: one record for each person in it. The class of a phone or address decides what it
 * may tell, and a flag may only forbid: the item may have been edited on its way.
 */
export function recordsOfInquiry(inquiry: Inquiry): MatchRecord[] {
	const { portfolio, people, interest } = inquiry;
	const at = Date.parse(inquiry.occurredAt);
	const sent = sentKey(inquiry);
	const several = people.length > 1 ? `${portfolio}:${sent}` : null;
	return people.map((person, index) => ({
		id: `${sent}:${index}`,
		firstName: person.firstName,
		lastName: person.lastName,
		fullName: person.fullName,
		phones: phonesOf(person),
		emails: emailsOf(person),
		// The address in an inquiry is the listing's.
		street: null,
		unit: null,
		city: null,
		postcode: null,
		birthDate: null,
		property: interest.propertyKey,
		wantedUnit: interest.unit,
		providerContact: null,
		together: several,
		firstSeen: at,
		lastSeen: at,
	}));
}

function phonesOf({ phones }: InquiryPerson): MatchPhone[] {
	return phones.flatMap(({ e164, contactClass, isIdentity }) =>
		e164 === null || (contactClass === 'personal' && !isIdentity) ? [] : [{ value: e164, contactClass }],
	);
}

function emailsOf({ emails }: InquiryPerson): MatchEmail[] {
	return emails.flatMap(({ address, contactClass, isIdentity }) =>
		address === null || (contactClass === 'personal' && !isIdentity) ? [] : [{ value: address, contactClass }],
	);
}

/** The same record seen at two times: the span that covers both. */
export function widened(record: MatchRecord, other: Pick<MatchRecord, 'firstSeen' | 'lastSeen'>): MatchRecord {
	return { ...record, firstSeen: least(record.firstSeen, other.firstSeen), lastSeen: most(record.lastSeen, other.lastSeen) };
}

function least(one: number | null, other: number | null): number | null {
	return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function most(one: number | null, other: number | null): number | null {
	return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
