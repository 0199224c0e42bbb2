import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';

import type { Database, Sql } from '../../../store/sql/executor';
import { openSqlite } from '../../../store/sqlite/driver';
import { tempFolder } from '../../helpers/tempFolder';
import { driverContract } from '../driverContract';

describe('SQLite driver', () => {
	const folder = tempFolder();
	const file = folder.file('nested/deeper/driver.sqlite');
	let database: Database;
	let sql: Sql;

	beforeAll(async () => {
		database = await openSqlite({ file, lockWaitMs: 300 });
		sql = database.sql;
	});
	afterAll(async () => {
		await database.close();
		folder.remove();
	});

	driverContract(() => database);

	const put = async (on: Sql, id: string) => await on.run('INSERT INTO parent (id) VALUES ($1)', [id]);
	const ids = async () => (await sql.all<{ id: string }>('SELECT id FROM parent ORDER BY id')).map(({ id }) => id);

	it('keeps the file to its owner', () => {
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(statSync(folder.file('nested')).mode & 0o777).toBe(0o700);
		expect(statSync(folder.file('nested/deeper')).mode & 0o777).toBe(0o700);
	});

	it('copies its log into the file when nobody has written for a moment, not within a commit', async () => {
		const before = statSync(file).mtimeMs;
		const long = 'x'.repeat(4_000);
		for (let commit = 0; commit < 40; commit++)
			await database.transaction(
				async (tx) => await tx.run('INSERT INTO parent (id, note) VALUES ($1, $2)', [`row ${commit}`, long]),
			);
		// Far fewer pages than SQLite's own bound, so that nothing was copied yet.
		expect(statSync(file).mtimeMs).toBe(before);
		const deadline = Date.now() + 5_000;
		while (statSync(file).mtimeMs === before && Date.now() < deadline) await pause(5);
		expect(statSync(file).mtimeMs).toBeGreaterThan(before);
	});

	it('runs with the settings that the promises rest on', async () => {
		const pragma = async (name: string) => Object.values((await sql.get<Record<string, unknown>>(`PRAGMA ${name}`)) ?? {})[0];
		expect(await pragma('journal_mode')).toBe('wal');
		expect(await pragma('synchronous')).toBe(2);
		expect(await pragma('foreign_keys')).toBe(1);
	});

	it('refuses a forgotten value', async () => {
		await expect(sql.get('SELECT $1, $2', ['one'])).rejects.toThrow('expects 2 values but got 1');
		await expect(sql.get('SELECT $1', ['one', 'two'])).rejects.toThrow('expects 1 values but got 2');
	});

	it('serves more statements than it keeps ready', async () => {
		for (let count = 0; count < 400; count += 1) expect(await sql.get(`SELECT ${count} AS n`)).toMatchObject({ n: count });
		expect(await sql.get('SELECT 0 AS n')).toMatchObject({ n: 0 });
	});

	it('undoes a transaction that awaits something else, and lets others go on', async () => {
		const outstaying = database.transaction(async (tx) => {
			await put(tx, 'never');
			await pause(20);
			await put(tx, 'late');
		});
		const waiting = put(sql, 'other');
		await expect(outstaying).rejects.toThrow('awaited something other than the store');
		await waiting;
		await pause(40);
		expect(await ids()).toEqual(['other']);
	});

	it('says that the disk is full, keeps nothing of the step, and works on once there is room', async () => {
		const pages = await sql.get<{ page_count: number }>('PRAGMA page_count');
		await sql.get(`PRAGMA max_page_count = ${pages?.page_count ?? 1}`);
		const filling = database.transaction(async (tx) => {
			await put(tx, 'first');
			for (let count = 0; count < 50; count += 1)
				await tx.run('INSERT INTO parent (id, note) VALUES ($1, $2)', [`big${count}`, 'x'.repeat(10_000)]);
		});
		await expect(filling).rejects.toMatchObject({ code: 'disk_full', message: expect.stringContaining('Free some space') });
		expect(await ids()).toEqual([]);
		await sql.get('PRAGMA max_page_count = 1000000');
		await put(sql, 'after');
		expect(await ids()).toEqual(['after']);
	});

	describe('while another program holds the write lock', () => {
		let other: DatabaseSync;
		beforeEach(() => {
			other = new DatabaseSync(file);
			other.exec('BEGIN IMMEDIATE');
		});
		afterEach(() => other.close());

		it('says so after waiting, and does not stop the process meanwhile', async () => {
			let turns = 0;
			const timer = setInterval(() => (turns += 1), 5);
			await expect(put(sql, 'a')).rejects.toMatchObject({ code: 'store_locked', message: expect.stringContaining(file) });
			await expect(database.transaction(async (tx) => await put(tx, 'b'))).rejects.toMatchObject({ code: 'store_locked' });
			clearInterval(timer);
			expect(turns).toBeGreaterThan(20);
		});

		it('reads all the same', async () => {
			expect(await ids()).toEqual([]);
		});

		it('writes as soon as the lock is given back', async () => {
			const writing = Promise.all([put(sql, 'a'), database.transaction(async (tx) => await put(tx, 'b'))]);
			await pause(50);
			other.exec('COMMIT');
			await writing;
			expect(await ids()).toEqual(['a', 'b']);
		});
	});

	it.each<[string, (path: string) => void]>([
		['a folder', (path) => mkdirSync(path)],
		['some other file', (path) => writeFileSync(path, 'Dear diary, this is not a database. '.repeat(50))],
	])('cannot open %s, and says what to do', async (name, make) => {
		const path = folder.file(name);
		make(path);
		await expect(openSqlite({ file: path })).rejects.toMatchObject({
			name: 'StoreError',
			code: 'cannot_open',
			message: expect.stringMatching(/choose another file/i),
		});
	});

	it('cannot open a file below a file', async () => {
		writeFileSync(folder.file('plain'), '');
		await expect(openSqlite({ file: folder.file('plain/x.sqlite') })).rejects.toMatchObject({ code: 'cannot_open' });
	});
});
