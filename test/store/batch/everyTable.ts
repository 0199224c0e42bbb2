import type { Database } from '../../../store/sql/executor';
import { openDatabase } from '../../../store/openDatabase';
import type { StoreLocation } from '../../../store/location';

const TABLES = [
	'leads',
	'identities',
	'inquiries',
	'touches',
	'calls',
	'texts',
	'tasks',
	'timeline',
	'match_records',
	'match_keys',
	'match_reviews',
	'lead_merges',
	'household_leads',
	'work',
	'opt_outs',
];

/** Every row of every table that matching writes to, so that two stores can be compared. */
export async function everyTable(location: StoreLocation): Promise<Record<string, string[]>> {
	const database: Database = await openDatabase(location);
	try {
		const found: Record<string, string[]> = {};
		for (const table of TABLES) {
			const rows = await database.sql.all<Record<string, unknown>>(`SELECT * FROM ${table}`);
			found[table] = rows
				.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))))
				.sort();
		}
		return found;
	} finally {
		await database.close();
	}
}
