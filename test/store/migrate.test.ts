import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { MIGRATIONS } from '../../store/generated/migrations';
import { migrate } from '../../store/migrate';
import { openStore } from '../../store/openStore';
import { openSqlite } from '../../store/sqlite/driver';
import { heldClock } from '../helpers/clock';
import { countingIds } from '../helpers/ids';
import { tempFolder } from '../helpers/tempFolder';

const ROOT = join(__dirname, '..', '..');

describe('migrations', () => {
	const clock = heldClock();
	const folder = tempFolder();
	let count = 0;
	const newFile = () => folder.file(`${(count += 1)}.sqlite`);
	const open = async (file: string) => await openStore({ backend: 'sqlite', file }, { clock, ids: countingIds() });
	const query = (file: string, text: string) => {
		const db = new DatabaseSync(file);
		try {
			return db.prepare(text).all();
		} finally {
			db.close();
		}
	};
	afterAll(() => folder.remove());

	it('are compiled into store/generated/migrations.ts as they stand', () => {
		expect(() =>
			execFileSync(process.execPath, ['scripts/generate-migrations.mjs', '--check'], { cwd: ROOT, stdio: 'pipe' }),
		).not.toThrow();
	});

	it('run once, also when many open a new store at the same time', async () => {
		const file = newFile();
		const stores = await Promise.all(Array.from({ length: 5 }, () => open(file)));
		for (const store of stores) await store.close();
		expect(query(file, 'SELECT version, name, applied_at FROM schema_version')).toEqual(
			MIGRATIONS.map(({ version, name }) => expect.objectContaining({ version, name, applied_at: clock.now() })),
		);
	});

	it('continue from where an older version stopped', async () => {
		const database = await openSqlite({ file: newFile() });
		const first = { version: 1, name: 'first', sql: "CREATE TABLE notes (id TEXT); INSERT INTO notes VALUES ('old');" };
		const second = { version: 2, name: 'second', sql: "ALTER TABLE notes ADD COLUMN body TEXT; UPDATE notes SET body = 'kept';" };
		await migrate(database, { clock, location: 'here', migrations: [first] });
		await migrate(database, { clock, location: 'here', migrations: [first, second] });
		await migrate(database, { clock, location: 'here', migrations: [first, second] });
		expect(await database.sql.all('SELECT id, body FROM notes')).toEqual([expect.objectContaining({ id: 'old', body: 'kept' })]);
		await database.close();
	});

	it('leave nothing of one that fails half-way', async () => {
		const database = await openSqlite({ file: newFile() });
		const broken = { version: 1, name: 'broken', sql: 'CREATE TABLE half (id TEXT); CREATE TABLE half (id TEXT);' };
		await expect(migrate(database, { clock, location: 'here', migrations: [broken] })).rejects.toThrow(/already exists/);
		expect(await database.sql.all("SELECT name FROM sqlite_master WHERE name = 'half'")).toEqual([]);
		expect(await database.sql.all('SELECT version FROM schema_version')).toEqual([]);
		await database.close();
	});

	it('refuse a store of a newer version and leave it alone', async () => {
		const file = newFile();
		await (await open(file)).close();
		const db = new DatabaseSync(file);
		db.exec("INSERT INTO schema_version VALUES (99, 'from the future', 0)");
		db.close();
		await expect(open(file)).rejects.toMatchObject({
			name: 'StoreError',
			code: 'newer_schema',
			message: expect.stringMatching(/schema 99; this version knows \d+.*Update the package/),
		});
		expect(query(file, 'SELECT MAX(version) AS version FROM schema_version')[0]).toMatchObject({ version: 99 });
	});
});
