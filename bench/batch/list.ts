import { stringify } from 'csv-stringify/sync';

import { madeUpLeads } from '../accuracy/madeUpLeads';

/** A row as an export of a CRM has it; what is not known is empty. */
export interface ListRow {
	id: string;
	first: string;
	last: string;
	phone: string;
	email: string;
	created: string;
}

/** Made-up leads with couples, fathers and sons, locators and recycled numbers, as CSV. */
export function makeList(rows: number): string {
	const list = madeUpLeads(rows, 11).map(({ record }): ListRow => ({
		id: record.id,
		first: record.firstName ?? '',
		last: record.lastName ?? '',
		phone: record.phones[0]?.value ?? '',
		email: record.emails[0]?.value ?? '',
		created: new Date(record.firstSeen ?? 0).toISOString(),
	}));
	return stringify(list, { header: true });
}
