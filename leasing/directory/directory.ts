export const PERSON_KINDS = ['resident', 'owner', 'vendor', 'staff', 'applicant'] as const;
/** What a person of the directory is to the company. */
export type PersonKind = (typeof PERSON_KINDS)[number];

export const PLACE_KINDS = ['property', 'unit', 'listing'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** One lease as far as it concerns one resident; all ids are the provider's. */
export interface Tenancy {
	leaseId: string;
	propertyId: string | null;
	unitId: string | null;
	unitNumber: string | null;
	/** ISO dates; null: not said. */
	from: string | null;
	to: string | null;
	state: 'current' | 'future' | 'past';
}

/** What the directory keeps of a person besides name, phones and e-mails. Which parts are filled depends on the kind. */
export interface DirectoryDetails {
	/** Residents. */
	tenancies?: Tenancy[];
	/** Owners. */
	propertyIds?: string[];
	/** Applicants: the provider's word for where the application stands. */
	status?: string;
	/** Applicants: what they apply for. */
	propertyId?: string | null;
	unitId?: string | null;
	/** Applicants who became residents: the resident's id. */
	residentId?: string | null;
	/** Vendors: what they do. */
	trade?: string | null;
}

/** A person as a provider tells of one. Nothing sensitive is taken along. */
export interface NewPerson {
	kind: PersonKind;
	providerId: string;
	firstName: string | null;
	lastName: string | null;
	/** What staff call them; a company's name for companies. */
	fullName: string | null;
	/** False when the provider says so, or when a whole pass did not see them any more. */
	active: boolean;
	/** E.164. */
	phones: string[];
	/** In lower case. */
	emails: string[];
	details: DirectoryDetails;
}

/** A property, a unit, or a listing (whose provider id is its unit's). */
export interface NewPlace {
	kind: PlaceKind;
	providerId: string;
	/** Of the property it belongs to; a property's own. */
	propertyId: string;
	name: string;
	active: boolean;
	/** Plain JSON: rent, bedrooms, manager, … */
	details: Record<string, unknown>;
}

/** A person as the rules see one. */
export interface DirectoryPerson extends Omit<NewPerson, 'phones' | 'emails'> {
	provider: string;
}
