import type { NewPerson, NewPlace, PersonKind, PlaceKind } from '../../leasing/directory/directory';
import type { Millis } from '../../leasing/time';

export type { NewPerson, NewPlace } from '../../leasing/directory/directory';

/** Whose directory: one company's copy of one provider's records. */
export interface DirectoryOf {
	portfolio: string;
	/** `buildium`, … */
	provider: string;
}

export interface StoredPerson extends NewPerson, DirectoryOf {
	id: string;
	updatedAt: Millis;
}

export interface StoredPlace extends NewPlace, DirectoryOf {
	updatedAt: Millis;
}

/** What saving a page did. */
export interface PageCounts {
	added: number;
	changed: number;
	unchanged: number;
}

export interface DirectoryFamily {
	/** Inserts or replaces people, by kind and provider id. Phones and e-mails are replaced with them. @param seenAt start of the pass */
	savePeople(of: DirectoryOf, people: NewPerson[], seenAt: Millis): Promise<PageCounts>;
	/** As `savePeople`, for properties, units and listings. */
	savePlaces(of: DirectoryOf, places: NewPlace[], seenAt: Millis): Promise<PageCounts>;
	/** Everybody with this number, of all providers; the active ones first, in a stable order. Two index look-ups. */
	byPhone(portfolio: string, phone: string, limit: number): Promise<StoredPerson[]>;
	byEmail(portfolio: string, email: string, limit: number): Promise<StoredPerson[]>;
	person(of: DirectoryOf, kind: PersonKind, providerId: string): Promise<StoredPerson | null>;
	people(of: DirectoryOf, kind: PersonKind, providerIds: string[]): Promise<StoredPerson[]>;
	/** Active people of a kind by name; for pickers. */
	listPeople(of: DirectoryOf, kind: PersonKind, limit: number): Promise<StoredPerson[]>;
	place(of: DirectoryOf, kind: PlaceKind, providerId: string): Promise<StoredPlace | null>;
	/** The active place with this name, read as a key (`maple-court`); null when there is none, or more than one. */
	placeNamed(of: DirectoryOf, kind: PlaceKind, nameKey: string): Promise<StoredPlace | null>;
	/**
	 * The active places of a kind, of all providers, in a stable order. For properties, of which a company has a thousand or two;
	 * units are asked about with `havingUnit`.
	 */
	listPlaces(portfolio: string, kind: PlaceKind): Promise<StoredPlace[]>;
	/**
	 * A text that changes whenever `listPlaces` would give something else, so that the same list is not read again and again.
	 * @returns null when it would give nothing; that costs one index look-up where nothing was copied
	 */
	placesVersion(portfolio: string, kind: PlaceKind): Promise<string | null>;
	/**
	 * Whether properties have an active unit with one of these names, read as keys (`4b`, `apt-4b`). Costs the same however many
	 * other properties there are.
	 * @returns by property id; a property of which no units are known is left out
	 */
	havingUnit(of: DirectoryOf, propertyIds: string[], nameKeys: string[]): Promise<Map<string, boolean>>;
	/** Ends what a whole pass that began at `passBegan` did not see: it becomes inactive. @returns how many */
	endUnseen(of: DirectoryOf, kind: PersonKind | PlaceKind, passBegan: Millis): Promise<number>;
	/** Active people and places by kind. */
	counts(of: DirectoryOf): Promise<Partial<Record<PersonKind | PlaceKind, number>>>;
	/** Whether any provider's copy holds anybody at all. */
	isEmpty(portfolio: string): Promise<boolean>;
}
