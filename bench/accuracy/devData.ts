import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { emptyRecord } from '../../leasing/match/record';
import type { KnownRow } from './known';

/** What of a list is shown to the matcher: A everything, B without what stands in for a phone, C without the birth date too. */
export type Track = 'A' | 'B' | 'C';

/** Published lists with known truth; they lie beside the project, are not part of it, and are not there on every machine. */
const FOLDER = process.env.LEASING_DEV_DATA ?? path.resolve(__dirname, '../../../shared/reference/data/linkage');

/** @returns null when the lists are here, else why they are not measured */
export function whyNoDevData(): string | null {
	const missing = ['dataset1.csv', 'dataset4a.csv', 'dataset4b.csv', 'fake_1000.csv'].filter(
		(file) => !existsSync(path.join(FOLDER, file)),
	);
	return missing.length === 0 ? null : `no development data: ${missing.join(', ')} not found; LEASING_DEV_DATA names their folder`;
}

function rowsOf(file: string): Array<Record<string, string>> {
	return parse<Record<string, string>>(readFileSync(path.join(FOLDER, file)), {
		columns: true,
		trim: true,
		bom: true,
		relax_column_count: true,
	});
}

/** FEBRL: Australian addresses with made-up slips. The number that stands in for a phone is seven digits long. */
export function febrl(files: readonly string[], track: Track): KnownRow[] {
	return files.flatMap(rowsOf).map((row) => ({
		truth: /^rec-(\d+)-/.exec(row.rec_id ?? '')?.[1] ?? '',
		record: {
			...emptyRecord(row.rec_id ?? ''),
			firstName: row.given_name || null,
			lastName: row.surname || null,
			street: `${row.street_number ?? ''} ${row.address_1 ?? ''}`.trim() || null,
			city: row.suburb || null,
			postcode: row.postcode || null,
			birthDate: track === 'C' ? null : row.date_of_birth || null,
			phones: track === 'A' && row.soc_sec_id ? [{ value: `+6140${row.soc_sec_id}`, contactClass: 'personal' as const }] : [],
		},
	}));
}

/** splink's thousand made-up people: many slips, many holes, birth dates and e-mails. */
export function fake1000(): KnownRow[] {
	return rowsOf('fake_1000.csv').map((row) => ({
		truth: row.cluster ?? '',
		record: {
			...emptyRecord(row.unique_id ?? ''),
			firstName: row.first_name || null,
			lastName: row.surname || null,
			city: row.city || null,
			birthDate: row.dob || null,
			emails: row.email ? [{ value: row.email.toLowerCase(), contactClass: 'personal' as const }] : [],
		},
	}));
}
