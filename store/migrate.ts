import type { Clock } from '../leasing/time';
import { MIGRATIONS, type Migration } from './generated/migrations';
import { StoreError } from './port/errors';
import type { Database, Sql } from './sql/executor';

/**
 * Brings a database up to the newest schema: forward only, each migration in one transaction of its own. Safe when several
 * processes start at once: the version is read again under the write lock.
 * @param location for people, named in errors
 * @throws StoreError `newer_schema` when a newer version of the package has been here
 */
export async function migrate(
	database: Database,
	{ clock, location, migrations = MIGRATIONS }: { clock: Clock; location: string; migrations?: readonly Migration[] },
): Promise<void> {
	const newest = migrations.length;
	let version = await database.transaction(async (sql) => {
		if (sql.dialect.migrationLock !== '') await sql.script(sql.dialect.migrationLock);
		await sql.script(
			'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)',
		);
		return await readVersion(sql);
	});

	while (version < newest) {
		version = await database.transaction(async (sql) => {
			if (sql.dialect.migrationLock !== '') await sql.script(sql.dialect.migrationLock);
			const current = await readVersion(sql);
			const next = migrations[current];
			// Somebody else may have done it, or more, meanwhile.
			if (next === undefined) return current;
			await sql.script(next.sql);
			await sql.run('INSERT INTO schema_version (version, name, applied_at) VALUES ($1, $2, $3)', [
				next.version,
				next.name,
				clock.now(),
			]);
			return next.version;
		});
	}

	if (version > newest) {
		throw new StoreError(
			'newer_schema',
			`The store ${location} was written by a newer version of n8n-nodes-leasing (schema ${version}; this version knows ${newest}). Update the package in n8n under Settings > Community nodes, or choose another store in the Leasing Store credential. Nothing was changed.`,
		);
	}
}

async function readVersion(sql: Sql): Promise<number> {
	const row = await sql.get<{ version: number | null }>('SELECT MAX(version) AS version FROM schema_version');
	return row?.version ?? 0;
}
