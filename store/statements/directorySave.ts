import type { DirectoryOf, NewPerson, NewPlace, PageCounts } from '../port/directory';
import { forMany, insertMany } from '../sql/bulk';
import type { Param, Sql } from '../sql/executor';
import type { StatementContext } from './context';
import { personColumns, placeColumns } from './directoryRow';

type Row = Record<string, Param>;

/** What of a page is new, differs, or is as it was. */
interface Sorted<T> {
	fresh: T[];
	changed: T[];
	unchanged: T[];
}

/** Saves a page of people of one kind. Only what has changed is written: a directory is read far more often than it changes. */
export async function savePeopleOfKind(
	sql: Sql,
	{ clock, ids }: StatementContext,
	of: DirectoryOf,
	people: NewPerson[],
	seenAt: number,
): Promise<PageCounts> {
	const rows = new Map(people.map((person) => [person.providerId, { person, columns: personColumns(of, person) }]));
	const sorted = await sort(sql, 'directory_people', of, [...rows.values()]);
	await markSeen(sql, 'directory_people', of, sorted.unchanged, seenAt);

	const writes = [...sorted.fresh, ...sorted.changed];
	const saved = await insertMany<{ id: string; provider_id: string }>(
		sql,
		'directory_people',
		writes.map(({ columns }): Row => ({ id: ids.next('person'), ...columns, seen_at: seenAt, updated_at: clock.now() })),
		`ON CONFLICT (portfolio, provider, kind, provider_id) DO UPDATE SET first_name = excluded.first_name, last_name = excluded.last_name,
			full_name = excluded.full_name, active = excluded.active, details = excluded.details, fingerprint = excluded.fingerprint,
			seen_at = excluded.seen_at, updated_at = excluded.updated_at RETURNING id, provider_id`,
	);
	const idOf = new Map(saved.map((row) => [row.provider_id, row.id]));
	await replaceContacts(
		sql,
		of.portfolio,
		writes.map(({ person }) => ({ id: idOf.get(person.providerId) ?? '', person })),
	);
	return { added: sorted.fresh.length, changed: sorted.changed.length, unchanged: sorted.unchanged.length };
}

/** As `savePeopleOfKind`, for places. */
export async function savePlacesOfKind(
	sql: Sql,
	{ clock }: StatementContext,
	of: DirectoryOf,
	places: NewPlace[],
	seenAt: number,
): Promise<PageCounts> {
	const rows = new Map(places.map((place) => [place.providerId, { columns: placeColumns(of, place) }]));
	const sorted = await sort(sql, 'directory_places', of, [...rows.values()]);
	await markSeen(sql, 'directory_places', of, sorted.unchanged, seenAt);
	await insertMany(
		sql,
		'directory_places',
		[...sorted.fresh, ...sorted.changed].map(({ columns }): Row => ({ ...columns, seen_at: seenAt, updated_at: clock.now() })),
		`ON CONFLICT (portfolio, provider, kind, provider_id) DO UPDATE SET property_id = excluded.property_id, name = excluded.name,
			name_key = excluded.name_key, active = excluded.active, details = excluded.details, fingerprint = excluded.fingerprint,
			seen_at = excluded.seen_at, updated_at = excluded.updated_at`,
	);
	return { added: sorted.fresh.length, changed: sorted.changed.length, unchanged: sorted.unchanged.length };
}

async function sort<T extends { columns: Row }>(sql: Sql, table: string, of: DirectoryOf, rows: T[]): Promise<Sorted<T>> {
	const known = new Map<string, string>();
	const found = await forMany<{ provider_id: string; fingerprint: string }>(
		sql,
		[of.portfolio, of.provider, kindOf(rows)],
		rows.map(idIn),
		(list) =>
			`SELECT provider_id, fingerprint FROM ${table} WHERE portfolio = $1 AND provider = $2 AND kind = $3 AND provider_id IN (${list})`,
	);
	for (const row of found) known.set(row.provider_id, row.fingerprint);
	return {
		fresh: rows.filter((row) => !known.has(idIn(row))),
		changed: rows.filter((row) => known.has(idIn(row)) && known.get(idIn(row)) !== row.columns.fingerprint),
		unchanged: rows.filter((row) => known.get(idIn(row)) === row.columns.fingerprint),
	};
}

async function markSeen(sql: Sql, table: string, of: DirectoryOf, rows: Array<{ columns: Row }>, seenAt: number): Promise<void> {
	await forMany(
		sql,
		[of.portfolio, of.provider, kindOf(rows), seenAt],
		rows.map(idIn),
		(list) => `UPDATE ${table} SET seen_at = $4 WHERE portfolio = $1 AND provider = $2 AND kind = $3 AND provider_id IN (${list})`,
	);
}

async function replaceContacts(sql: Sql, portfolio: string, people: Array<{ id: string; person: NewPerson }>): Promise<void> {
	const personIds = people.map(({ id }) => id);
	await forMany(sql, [], personIds, (list) => `DELETE FROM directory_phones WHERE person_id IN (${list})`);
	await forMany(sql, [], personIds, (list) => `DELETE FROM directory_emails WHERE person_id IN (${list})`);
	const each = (pick: (person: NewPerson) => string[], column: string): Row[] =>
		people.flatMap(({ id, person }) => [...new Set(pick(person))].map((value): Row => ({ portfolio, [column]: value, person_id: id })));
	await insertMany(
		sql,
		'directory_phones',
		each(({ phones }) => phones, 'phone'),
		'ON CONFLICT DO NOTHING',
	);
	await insertMany(
		sql,
		'directory_emails',
		each(({ emails }) => emails, 'email'),
		'ON CONFLICT DO NOTHING',
	);
}

function idIn({ columns }: { columns: Row }): string {
	return String(columns.provider_id);
}

function kindOf(rows: Array<{ columns: Row }>): string {
	return String(rows[0]?.columns.kind ?? '');
}
