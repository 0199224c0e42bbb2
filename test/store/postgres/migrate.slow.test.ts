import { MIGRATIONS } from '../../../store/generated/migrations';
import type { PostgresLocation } from '../../../store/location';
import { migrate } from '../../../store/migrate';
import { openDatabase } from '../../../store/openDatabase';
import { openStore } from '../../../store/openStore';
import type { Database } from '../../../store/sql/executor';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { startPglite, type InProcess } from './pglite';
import { describeOnServer, newPlace, onServer, removePlace } from './realServer';

const clock = heldClock();

function migrations(open: () => Promise<Database>): void {
	let database: Database;
	beforeEach(async () => {
		database = await open();
	});
	afterEach(async () => await database.close());

	it('continue from where an older version stopped', async () => {
		const first = { version: 1, name: 'first', sql: "CREATE TABLE notes (id TEXT); INSERT INTO notes VALUES ('old');" };
		const second = { version: 2, name: 'second', sql: "ALTER TABLE notes ADD COLUMN body TEXT; UPDATE notes SET body = 'kept';" };
		await migrate(database, { clock, location: 'here', migrations: [first] });
		await migrate(database, { clock, location: 'here', migrations: [first, second] });
		await migrate(database, { clock, location: 'here', migrations: [first, second] });
		expect(await database.sql.all('SELECT id, body FROM notes')).toEqual([{ id: 'old', body: 'kept' }]);
	});

	it('leave nothing of one that fails half-way', async () => {
		const broken = { version: 1, name: 'broken', sql: 'CREATE TABLE half (id TEXT); CREATE TABLE half (id TEXT);' };
		await expect(migrate(database, { clock, location: 'here', migrations: [broken] })).rejects.toThrow(/already exists/);
		expect(
			await database.sql.all("SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = 'half'"),
		).toEqual([]);
		expect(await database.sql.all('SELECT version FROM schema_version')).toEqual([]);
	});

	it('refuse a store of a development copy and leave it alone', async () => {
		await database.sql.script(
			"CREATE TABLE schema_version (version INTEGER, name TEXT, applied_at BIGINT); INSERT INTO schema_version VALUES (1, 'first', 0), (2, 'directory', 0)",
		);
		await expect(migrate(database, { clock, location: 'here' })).rejects.toMatchObject({
			code: 'unreleased_schema',
			message: expect.stringMatching(/rename the schema in Postgres/),
		});
		expect(await database.sql.all('SELECT version FROM schema_version')).toHaveLength(2);
	});

	it('refuse a store of a newer version and leave it alone', async () => {
		await migrate(database, { clock, location: 'here' });
		await database.sql.run("INSERT INTO schema_version VALUES (99, 'from the future', 'f', 0)");
		await expect(migrate(database, { clock, location: 'here' })).rejects.toMatchObject({
			code: 'newer_schema',
			message: expect.stringMatching(/schema 99.*Update the package/),
		});
		expect(await database.sql.get('SELECT MAX(version) AS version FROM schema_version')).toEqual({ version: 99 });
	});
}

describe('migrations on PGlite', () => {
	let postgres: InProcess;
	let count = 0;
	beforeAll(async () => {
		postgres = await startPglite();
	}, 60_000);
	afterAll(async () => await postgres.close());

	migrations(async () => await postgres.open(`migrated_${(count += 1)}`));
});

describeOnServer('migrations on a real Postgres', () => {
	const places: PostgresLocation[] = [];
	const place = () => {
		const made = newPlace();
		places.push(made);
		return made;
	};
	afterAll(async () => {
		for (const one of places) await removePlace(one);
	});

	migrations(async () => await openDatabase(place()));

	it('run once, also when many open a new store at the same time', async () => {
		const there = place();
		const stores = await Promise.all(Array.from({ length: 6 }, async () => await openStore(there, { clock, ids: countingIds() })));
		for (const store of stores) await store.close();
		expect(await onServer(`SELECT version, name FROM ${there.schema}.schema_version ORDER BY version`)).toEqual(
			MIGRATIONS.map(({ version, name }) => ({ version, name })),
		);
	});

	it('keep to their schema', async () => {
		const there = place();
		await (await openStore(there, { clock, ids: countingIds() })).close();
		expect(
			await onServer("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename IN ('leads', 'schema_version')"),
		).toEqual([]);
	});
});
