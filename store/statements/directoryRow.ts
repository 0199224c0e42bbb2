import { createHash } from 'node:crypto';

import { PERSON_KINDS, PLACE_KINDS } from '../../leasing/directory/directory';
import { slug } from '../../leasing/portfolio/slug';
import type { DirectoryOf, NewPerson, NewPlace, StoredPerson, StoredPlace } from '../port/directory';
import { fromJson, toJson } from '../sql/columns';
import type { Param } from '../sql/executor';
import { requireWord } from './words';

/** A row of `directory_people` as the database returns it. */
export interface PersonRow {
	id: string;
	portfolio: string;
	provider: string;
	kind: StoredPerson['kind'];
	provider_id: string;
	first_name: string | null;
	last_name: string | null;
	full_name: string | null;
	active: number;
	details: string;
	updated_at: number;
}

export const PERSON_COLUMNS = 'id, portfolio, provider, kind, provider_id, first_name, last_name, full_name, active, details, updated_at';

/** A row of `directory_places` as the database returns it. */
export interface PlaceRow {
	portfolio: string;
	provider: string;
	kind: StoredPlace['kind'];
	provider_id: string;
	property_id: string;
	name: string;
	active: number;
	details: string;
	updated_at: number;
}

export const PLACE_COLUMNS = 'portfolio, provider, kind, provider_id, property_id, name, active, details, updated_at';

export function personColumns({ portfolio, provider }: DirectoryOf, person: NewPerson): Record<string, Param> {
	requireWord(PERSON_KINDS, person.kind, 'The kind of a person');
	return {
		portfolio,
		provider,
		kind: person.kind,
		provider_id: person.providerId,
		first_name: person.firstName,
		last_name: person.lastName,
		full_name: person.fullName,
		active: person.active ? 1 : 0,
		details: toJson(person.details),
		fingerprint: fingerprint(person),
	};
}

export function placeColumns({ portfolio, provider }: DirectoryOf, place: NewPlace): Record<string, Param> {
	requireWord(PLACE_KINDS, place.kind, 'The kind of a place');
	return {
		portfolio,
		provider,
		kind: place.kind,
		provider_id: place.providerId,
		property_id: place.propertyId,
		name: place.name,
		name_key: slug(place.name),
		active: place.active ? 1 : 0,
		details: toJson(place.details),
		fingerprint: fingerprint(place),
	};
}

export function toPerson(row: PersonRow, phones: string[], emails: string[]): StoredPerson {
	return {
		id: row.id,
		portfolio: row.portfolio,
		provider: row.provider,
		kind: row.kind,
		providerId: row.provider_id,
		firstName: row.first_name,
		lastName: row.last_name,
		fullName: row.full_name,
		active: row.active === 1,
		phones,
		emails,
		details: fromJson(row.details),
		updatedAt: row.updated_at,
	};
}

export function toPlace(row: PlaceRow): StoredPlace {
	return {
		portfolio: row.portfolio,
		provider: row.provider,
		kind: row.kind,
		providerId: row.provider_id,
		propertyId: row.property_id,
		name: row.name,
		active: row.active === 1,
		details: fromJson(row.details),
		updatedAt: row.updated_at,
	};
}

/** Tells whether a record has changed without reading all of it; not a secret, so short. */
function fingerprint(record: NewPerson | NewPlace): string {
	return createHash('sha256').update(toJson(record)).digest('base64').slice(0, 22);
}
