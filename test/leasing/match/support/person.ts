import { emptyRecord, type MatchRecord } from '../../../../leasing/match/record';

export interface PersonFields {
	first?: string;
	last?: string;
	full?: string;
	phone?: string | string[];
	email?: string | string[];
	relay?: string;
	street?: string;
	unit?: string;
	city?: string;
	postcode?: string;
	born?: string;
	contact?: string;
	together?: string;
	property?: string;
	/** Year and month, `2024-03`. */
	seen?: string;
}

let count = 0;

/** A record with what a test says about it. Phones: the last two digits of 512-555-01xx. */
export function person(fields: PersonFields, id = `r${String(++count).padStart(4, '0')}`): MatchRecord {
	const list = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());
	const seen = fields.seen === undefined ? null : Date.parse(`${fields.seen}-01T00:00:00Z`);
	return {
		...emptyRecord(id),
		firstName: fields.first ?? null,
		lastName: fields.last ?? null,
		fullName: fields.full ?? null,
		phones: list(fields.phone).map((digits) => ({ value: `+151255501${digits}`, contactClass: 'personal' })),
		emails: [
			...list(fields.email).map((value) => ({ value, contactClass: 'personal' as const })),
			...list(fields.relay).map((value) => ({ value, contactClass: 'relay' as const })),
		],
		street: fields.street ?? null,
		unit: fields.unit ?? null,
		city: fields.city ?? null,
		postcode: fields.postcode ?? null,
		birthDate: fields.born ?? null,
		providerContact: fields.contact ?? null,
		together: fields.together ?? null,
		property: fields.property ?? null,
		firstSeen: seen,
		lastSeen: seen,
	};
}
