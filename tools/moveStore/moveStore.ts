import type { Clock } from '../../leasing/time';
import { describeLocation, type PostgresLocation, type SqliteLocation } from '../../store/location';
import { migrate } from '../../store/migrate';
import { openDatabase } from '../../store/openDatabase';
import { holdable } from '../../store/postgres/params';
import { placeholders } from '../../store/sql/columns';
import type { Database, Param, Sql } from '../../store/sql/executor';
import { makeFingerprint, type Fingerprint } from './fingerprint';
import { openSource, type Source, type Table } from './source';

export type MovedTable = Fingerprint & { name: string };

const ROWS_AT_A_TIME = 200;
/** Which store it is: the same after the move. */
const IDENTITY = 'store_identity';

/**
 * Copies a SQLite store into an empty Postgres store, in one transaction, and reads all of it back before that is kept: row
 * counts and contents must be the same. Nobody can write to the old store meanwhile. It is left as it is, but for its schema,
 * which is brought up to date first.
 * @returns what was moved, by table
 * @throws Error with a sentence when the file is not there, the target is not empty, or something differs; StoreError as when
 * opening a store. Nothing is kept then.
 */
export async function moveStore(from: SqliteLocation, to: PostgresLocation, { clock }: { clock: Clock }): Promise<MovedTable[]> {
	return await moveInto(from, await openDatabase(to), { clock, name: describeLocation(to) });
}

/** As `moveStore`, into a Postgres database that is open already; it is closed at the end. */
export async function moveInto(
	from: SqliteLocation,
	target: Database,
	{ clock, name }: { clock: Clock; name: string },
): Promise<MovedTable[]> {
	try {
		await bringUpToDate(from, clock);
		await migrate(target, { clock, location: name });
		const source = await openSource(from.file);
		try {
			return await target.transaction(async (sql) => await moveAll(source, sql, name));
		} finally {
			source.close();
		}
	} finally {
		await target.close();
	}
}

async function bringUpToDate(from: SqliteLocation, clock: Clock): Promise<void> {
	// Looks for the file: opening a store would make one.
	(await openSource(from.file)).close();
	const old = await openDatabase(from);
	try {
		await migrate(old, { clock, location: from.file });
	} finally {
		await old.close();
	}
}

async function moveAll(source: Source, sql: Sql, name: string): Promise<MovedTable[]> {
	const tables = source.tables();
	for (const table of tables) if (table.name !== IDENTITY) await refuseUnlessEmpty(table, sql, name);
	// Whoever tested the credential before the move has opened the place; with the rows it becomes the store that is moved.
	await sql.run(`DELETE FROM ${IDENTITY}`);
	const moved: MovedTable[] = [];
	for (const table of tables) moved.push({ name: table.name, ...(await copy(table, source, sql)) });
	for (const before of moved) {
		const table = tables.find((one) => one.name === before.name);
		const after = table && (await readBack(table, sql));
		if (after?.rows === before.rows && after.hash === before.hash) continue;
		throw new Error(
			`The table ${before.name} is not the same after the move (${before.rows} rows before, ${after?.rows} after). Something else writes to ${name}; stop it and try again. Nothing was kept there.`,
		);
	}
	return moved;
}

async function refuseUnlessEmpty(table: Table, sql: Sql, name: string): Promise<void> {
	if ((await sql.get(`SELECT 1 AS found FROM ${table.name} LIMIT 1`)) === null) return;
	throw new Error(
		`${name} is not empty: there are rows in ${table.name}. A store can be moved into an empty place only; give another schema, or remove that one first.`,
	);
}

async function copy(table: Table, source: Source, sql: Sql): Promise<Fingerprint> {
	const fingerprint = makeFingerprint();
	for (const batch of source.batches(table, ROWS_AT_A_TIME)) {
		const rows = batch.map((row) => row.map(holdable));
		rows.forEach((row) => fingerprint.add(row));
		const places = rows.map((row, index) => `(${placeholders(row.length, index * row.length + 1)})`);
		await sql.run(`INSERT INTO ${table.name} (${table.columns.join(', ')}) VALUES ${places.join(', ')}`, rows.flat());
	}
	return fingerprint.result();
}

async function readBack({ name, columns }: Table, sql: Sql): Promise<Fingerprint> {
	const fingerprint = makeFingerprint();
	await sql.run(`DECLARE moved CURSOR FOR SELECT ${columns.join(', ')} FROM ${name}`);
	for (;;) {
		const rows = await sql.all<Record<string, Param>>(`FETCH ${ROWS_AT_A_TIME} FROM moved`);
		if (rows.length === 0) break;
		for (const row of rows) fingerprint.add(columns.map((column) => row[column] ?? null));
	}
	await sql.run('CLOSE moved');
	return fingerprint.result();
}
