import type { Clock } from '../leasing/time';
import { MIGRATIONS, type Migration } from './generated/migrations';
import { fingerprintOf, rebuildsTables, statementsFor } from './migrationText';
import { StoreError } from './port/errors';
import type { Database, Sql } from './sql/executor';

const VERSIONS = `CREATE TABLE IF NOT EXISTS schema_version (
	version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, fingerprint TEXT NOT NULL, applied_at BIGINT NOT NULL
)`;

/** A row of `schema_version`; those of development copies had no fingerprint. */
interface Applied {
	version: number;
	fingerprint?: string;
}

/**
 * Brings a database up to the newest schema: forward only, each migration in one transaction of its own. Safe when several
 * processes start at once: the version is read again under the write lock.
 * @param location for people, named in errors
 * @throws StoreError `newer_schema` when a newer version of the package has been here, `unreleased_schema` when a development copy has
 */
export async function migrate(
	database: Database,
	{ clock, location, migrations = MIGRATIONS }: { clock: Clock; location: string; migrations?: readonly Migration[] },
): Promise<void> {
	const newest = migrations.length;
	let version = await database.transaction(async (sql) => {
		if (sql.dialect.migrationLock !== '') await sql.script(sql.dialect.migrationLock);
		await sql.script(VERSIONS);
		const applied = await sql.all<Applied>('SELECT * FROM schema_version');
		refuseUnreleased(applied, migrations, location);
		return await readVersion(sql);
	});

	while (version < newest) {
		const next = migrations[version];
		if (next === undefined) break;
		const apply = async (sql: Sql): Promise<number> => {
			if (sql.dialect.migrationLock !== '') await sql.script(sql.dialect.migrationLock);
			const current = await readVersion(sql);
			// Somebody else may have done it, or more, meanwhile.
			if (current >= next.version) return current;
			await sql.script(statementsFor(next.sql, sql.dialect.name));
			await sql.run('INSERT INTO schema_version (version, name, fingerprint, applied_at) VALUES ($1, $2, $3, $4)', [
				next.version,
				next.name,
				fingerprintOf(next.sql),
				clock.now(),
			]);
			return next.version;
		};
		version = await (rebuildsTables(next.sql) ? database.rebuild(apply) : database.transaction(apply));
	}

	if (version > newest) {
		throw new StoreError(
			'newer_schema',
			`The store ${location} was written by a newer version of n8n-nodes-leasing (schema ${version}; this version knows ${newest}). Update the package in n8n under Settings > Community nodes, or choose another store in the Leasing Store credential. Nothing was changed.`,
		);
	}
}

/** Tables that look like ours and are not: they were made while the first migration was still being written. */
function refuseUnreleased(applied: readonly Applied[], migrations: readonly Migration[], location: string): void {
	const isOurs = ({ version, fingerprint }: Applied): boolean => {
		const migration = migrations[version - 1];
		return fingerprint !== undefined && (migration === undefined || fingerprint === fingerprintOf(migration.sql));
	};
	if (applied.every(isOurs)) return;
	throw new StoreError(
		'unreleased_schema',
		`The store ${location} was made by a development copy of n8n-nodes-leasing, from before this version's tables were settled, and cannot be brought along. Stop n8n, move the file away with those beside it that end in -wal, -shm and -made (or rename the schema in Postgres), start n8n, and save your settings again with the Portfolio node. Nothing was changed.`,
	);
}

async function readVersion(sql: Sql): Promise<number> {
	const row = await sql.get<{ version: number | null }>('SELECT MAX(version) AS version FROM schema_version');
	return row?.version ?? 0;
}
