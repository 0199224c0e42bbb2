import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { MIGRATIONS } from '../../store/generated/migrations';
import { migrate } from '../../store/migrate';
import { fingerprintOf, rebuildsTables, statementsFor } from '../../store/migrationText';
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

	it('are drawn in docs/store.md as they stand', () => {
		expect(() => execFileSync(process.execPath, ['scripts/schema-picture.mjs', '--check'], { cwd: ROOT, stdio: 'pipe' })).not.toThrow();
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

	it.each([
		[
			'five migrations, none with a fingerprint',
			'CREATE TABLE schema_version (version INTEGER, name TEXT, applied_at BIGINT)',
			[1, 2, 3, 4, 5],
		],
		['its first one only', 'CREATE TABLE schema_version (version INTEGER, name TEXT, applied_at BIGINT)', [1]],
	])('refuse a store of a development copy with a sentence that says what to do: %s', async (_, table, versions) => {
		const file = newFile();
		const db = new DatabaseSync(file);
		db.exec(`${table}; CREATE TABLE leads (id TEXT, from_phone TEXT); INSERT INTO leads VALUES ('lead_1', '+1');`);
		for (const version of versions) db.exec(`INSERT INTO schema_version VALUES (${version}, 'first', 0)`);
		db.close();
		await expect(open(file)).rejects.toMatchObject({
			name: 'StoreError',
			code: 'unreleased_schema',
			message: expect.stringMatching(/development copy.*move the file away.*-wal.*Portfolio node/),
		});
		expect(query(file, 'SELECT id, from_phone FROM leads')).toHaveLength(1);
		expect(query(file, 'SELECT version FROM schema_version')).toHaveLength(versions.length);
	});

	it('refuse a store whose first migration was another one', async () => {
		const file = newFile();
		await (await open(file)).close();
		const db = new DatabaseSync(file);
		db.exec("UPDATE schema_version SET fingerprint = 'as of last week'");
		db.close();
		await expect(open(file)).rejects.toMatchObject({ code: 'unreleased_schema' });
	});

	it('refuse a store of a newer version and leave it alone', async () => {
		const file = newFile();
		await (await open(file)).close();
		const db = new DatabaseSync(file);
		db.exec("INSERT INTO schema_version VALUES (99, 'from the future', 'f', 0)");
		db.close();
		await expect(open(file)).rejects.toMatchObject({
			name: 'StoreError',
			code: 'newer_schema',
			message: expect.stringMatching(/schema 99; this version knows \d+.*Update the package/),
		});
		expect(query(file, 'SELECT MAX(version) AS version FROM schema_version')[0]).toMatchObject({ version: 99 });
	});
});

describe('the text of a migration', () => {
	const text = ['CREATE TABLE a (id TEXT);', '-- sqlite:', 'SELECT 1;', '-- postgres:', 'SELECT 2;', '-- both:', 'SELECT 3;'].join('\n');

	it('may have statements for one back end', () => {
		const of = (backend: 'sqlite' | 'postgres') => statementsFor(text, backend).match(/CREATE|\d/g);
		expect(of('sqlite')).toEqual(['CREATE', '1', '3']);
		expect(of('postgres')).toEqual(['CREATE', '2', '3']);
	});

	it('says when tables are made anew', () => {
		expect(rebuildsTables('-- Why.\n-- rebuilds tables\nSELECT 1;')).toBe(true);
		expect(rebuildsTables('-- It rebuilds tables\nSELECT 1;')).toBe(false);
	});

	it.each([
		['a comment', text.replace('CREATE', '-- Notes.\nCREATE'), true],
		['white space', text.replace('SELECT 3', '\n\n\tSELECT 3'), true],
		['a statement', text.replace('SELECT 3', 'SELECT 4'), false],
		['for whom a statement is', text.replace('-- both:', '-- sqlite:'), false],
		['how it is applied', `-- rebuilds tables\n${text}`, false],
	])('is told from another that differs in %s only if that does something', (_, other, same) => {
		expect(fingerprintOf(other) === fingerprintOf(text)).toBe(same);
	});
});

/**
 * n8n 2 needs Node 24, whose first release (24.0.0) came with SQLite 3.49. Words that only later versions know, and functions that a
 * version may be built without.
 */
describe('migrations on the oldest SQLite', () => {
	it.each([/\bALTER TABLE \w+ (ADD|DROP) CONSTRAINT\b/i, /\bALTER COLUMN \w+ (SET|DROP) NOT NULL\b/i, /\bunistr\(/i, /\bjsonb_each\(/i])(
		'do without %s',
		(tooNew) => {
			expect(MIGRATIONS.filter(({ sql }) => tooNew.test(statementsFor(sql, 'sqlite'))).map(({ name }) => name)).toEqual([]);
		},
	);
});
