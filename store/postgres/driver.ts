import { DEFAULT_SCHEMA, describeLocation, type PostgresLocation } from '../location';
import type { Database, Dialect } from '../sql/executor';
import { translate } from './errors';
import { LIMITS } from './limits';
import { takeLock } from './locks';
import { makePool } from './pool';
import { makeRoot } from './root';
import type { Sessions } from './session';

/**
 * Opens a store in Postgres and makes its schema if it is not there. Any number of processes may share it.
 * @throws StoreError `cannot_open`, `store_unavailable`
 */
export async function openPostgres(location: PostgresLocation): Promise<Database> {
	return await openOver(makePool(location, sessionSetup(location)), location);
}

/** As `openPostgres`, over any source of sessions that were set up with `sessionSetup`; they belong to the database from now on. */
export async function openOver(sessions: Sessions, location: PostgresLocation): Promise<Database> {
	const { schema = DEFAULT_SCHEMA } = location;
	let open = true;
	let closed: Promise<void> | null = null;
	const life = { isOpen: () => open, over: `The store (${describeLocation(location)}) has been closed.` };
	const root = makeRoot({ sessions, dialect: dialectOf(schema), life, translate: (error) => translate(error, location) });

	const close = async () => {
		open = false;
		closed ??= root.idle().then(async () => await sessions.close());
		await closed;
	};
	try {
		const there = await root.sql.get('SELECT 1 AS found FROM pg_catalog.pg_namespace WHERE nspname = $1', [schema]);
		// Looked for first, because making it takes a right that it then would be asked for in vain.
		if (there === null)
			await root.sql.atomically(
				async (sql) => await sql.script(`${takeLock('migrate', schema)}; CREATE SCHEMA IF NOT EXISTS ${quote(schema)}`),
			);
	} catch (error) {
		await close();
		throw error;
	}
	return { sql: root.sql, transaction: root.decide, rebuild: root.decide, close };
}

/** What each session is told before its first use. */
export function sessionSetup({ schema = DEFAULT_SCHEMA }: PostgresLocation): string {
	return `SET search_path TO ${quote(schema)}; SET statement_timeout = ${LIMITS.statement}; SET lock_timeout = ${LIMITS.lock};
		SET idle_in_transaction_session_timeout = ${LIMITS.idleInTransaction}; SET default_transaction_isolation TO 'read committed'`;
}

function dialectOf(schema: string): Dialect {
	return {
		name: 'postgres',
		readsJsonLists: false,
		through: () => '',
		// Not FOR UPDATE: that would wait for everybody who writes a record that points to the row, and they for us.
		forUpdate: 'FOR NO KEY UPDATE',
		skipLocked: 'FOR NO KEY UPDATE SKIP LOCKED',
		decisionLock: takeLock('decide', schema),
		// A migration of a large store takes its time, and so does waiting for the process that is at it.
		migrationLock: `SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '5min'; ${takeLock('migrate', schema)}`,
	};
}

function quote(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
