import { sameText } from '../../../leasing/portfolio/properties';
import type { FindAgain } from '../../../leasing/buildium/writeBack/plan';
import { isRecord, type BuildiumClient, type BuildiumRecord } from '../transport';

/** A list that is looked through for one record; should a filter be ignored, this ends it. */
const LOOK_THROUGH = 2_000;

/** The record that an earlier try has made, or null. Newest first, since it was made lately. */
export async function findAgain(client: BuildiumClient, find: FindAgain, marker: string): Promise<BuildiumRecord | null> {
	let seen = 0;
	for await (const record of client.getAll(find.path, find.query, { orderBy: 'Id desc', limit: 200 })) {
		if (isIt(record, find, marker)) return record;
		seen += 1;
		if (seen >= LOOK_THROUGH) return null;
	}
	return null;
}

function isIt(record: BuildiumRecord, { field, same }: FindAgain, marker: string): boolean {
	if (field !== null) return String(record[field] ?? '').includes(marker);
	return Object.entries(same).every(([name, value]) => sameText(String(record[name] ?? '')) === sameText(value));
}

/** @returns the id of a record as text, or null when the answer names none */
export function idOf(record: unknown): string | null {
	if (!isRecord(record)) return null;
	return typeof record.Id === 'number' || typeof record.Id === 'string' ? String(record.Id) : null;
}
