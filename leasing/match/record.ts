import type { EmailClass } from '../email/email';
import type { PhoneClass } from '../phone/phone';
import type { Millis } from '../time';

/** A phone as the matcher needs it; only `personal` ones identify, the others are passed over. */
export interface MatchPhone {
	/** E.164. */
	value: string;
	contactClass: PhoneClass;
}

/** An e-mail address; `personal` identifies a person, `relay` a conversation, the others nothing. */
export interface MatchEmail {
	value: string;
	contactClass: EmailClass;
}

/**
 * What is compared: one person as one inquiry (or one row) tells of them. It is evidence and never changes. A lead is a
 * set of such records, so a lead knows every number and every spelling that its renter ever used, and a merge that is
 * undone gives every record back.
 */
export interface MatchRecord {
	/** Names the record; it is never compared, so it may be anything that is unique. */
	id: string;
	firstName: string | null;
	lastName: string | null;
	/** Used when first and last name are both missing. */
	fullName: string | null;
	phones: readonly MatchPhone[];
	emails: readonly MatchEmail[];
	/** The renter's own address; never the listing's. */
	street: string | null;
	/** Apartment of the renter's own address. */
	unit: string | null;
	city: string | null;
	postcode: string | null;
	/** Birth date, year first (`1988-04-21`, `19880421`). */
	birthDate: string | null;
	/** Key of the property asked for. */
	property: string | null;
	/** Unit asked for. */
	wantedUnit: string | null;
	/** Provider and the provider's id of the contact, `hubspot:123`. */
	providerContact: string | null;
	/** Id of the inquiry when it names several people (they are never one person); null when it names one. */
	together: string | null;
	/** First and last time that exactly this was seen; null when unknown. */
	firstSeen: Millis | null;
	lastSeen: Millis | null;
}

/** A record with nothing in it but its id; fill in what is known. */
export function emptyRecord(id: string): MatchRecord {
	return {
		id,
		firstName: null,
		lastName: null,
		fullName: null,
		phones: [],
		emails: [],
		street: null,
		unit: null,
		city: null,
		postcode: null,
		birthDate: null,
		property: null,
		wantedUnit: null,
		providerContact: null,
		together: null,
		firstSeen: null,
		lastSeen: null,
	};
}
