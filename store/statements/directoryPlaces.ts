import type { PlaceKind } from '../../leasing/directory/directory';
import type { DirectoryOf, StoredPlace } from '../port/directory';
import { inPieces } from '../sql/bulk';
import { placeholders } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { PLACE_COLUMNS, toPlace, type PlaceRow } from './directoryRow';

const ACTIVE_OF_PROVIDER = 'directory_places WHERE portfolio = $1 AND provider = $2 AND kind = $3 AND active = 1';

export async function listPlaces(sql: Sql, portfolio: string, kind: PlaceKind): Promise<StoredPlace[]> {
	const places: StoredPlace[] = [];
	for (const provider of await providersOf(sql, portfolio)) {
		const rows = await sql.all<PlaceRow>(`SELECT ${PLACE_COLUMNS} FROM ${ACTIVE_OF_PROVIDER} ORDER BY provider_id`, [
			portfolio,
			provider,
			kind,
		]);
		places.push(...rows.map(toPlace));
	}
	return places;
}

/** Every change of a place moves its time. The sum is there for clocks that are set back, cut so that it stays exact. */
export async function placesVersion(sql: Sql, portfolio: string, kind: PlaceKind): Promise<string | null> {
	const versions: string[] = [];
	for (const provider of await providersOf(sql, portfolio)) {
		const row = await sql.get<{ count: number; latest: number; times: number }>(
			`SELECT COUNT(*) AS count, MAX(updated_at) AS latest, CAST(SUM(updated_at % 1000000) AS BIGINT) AS times FROM ${ACTIVE_OF_PROVIDER}`,
			[portfolio, provider, kind],
		);
		if (row !== null && row.count > 0) versions.push(`${provider} ${row.count} ${row.latest} ${row.times}`);
	}
	return versions.length === 0 ? null : versions.join(', ');
}

/**
 * Whose places a company has: one provider or two. The index of places begins with the provider, and going from one to the next
 * spares reading all that they have.
 */
async function providersOf(sql: Sql, portfolio: string): Promise<string[]> {
	const providers: string[] = [];
	for (;;) {
		const next = await sql.get<{ provider: string }>(
			'SELECT provider FROM directory_places WHERE portfolio = $1 AND provider > $2 ORDER BY provider LIMIT 1',
			[portfolio, providers.at(-1) ?? ''],
		);
		if (next === null) return providers;
		providers.push(next.provider);
	}
}

/** One statement for a few properties: how many units they have, and how many of these have the name. */
export async function havingUnit(
	sql: Sql,
	{ portfolio, provider }: DirectoryOf,
	propertyIds: string[],
	nameKeys: string[],
): Promise<Map<string, boolean>> {
	const having = new Map<string, boolean>();
	if (nameKeys.length === 0) return having;
	for (const piece of inPieces([...new Set(propertyIds)])) {
		const first = 2 + piece.length;
		const rows = await sql.all<{ property_id: string; named: number }>(
			`SELECT property_id, SUM(CASE WHEN name_key IN (${placeholders(nameKeys.length, first + 1)}) THEN 1 ELSE 0 END) AS named FROM directory_places
			WHERE portfolio = $1 AND provider = $2 AND property_id IN (${placeholders(piece.length, 3)}) AND kind = 'unit' AND active = 1 GROUP BY property_id`,
			[portfolio, provider, ...piece, ...nameKeys],
		);
		for (const { property_id, named } of rows) having.set(property_id, named > 0);
	}
	return having;
}
