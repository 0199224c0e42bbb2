import { types } from 'pg';

import type { PostgresLocation } from '../../../store/location';
import { openDatabase } from '../../../store/openDatabase';
import { LIMITS } from '../../../store/postgres/limits';
import type { Database, Sql } from '../../../store/sql/executor';
import { driverContract } from '../driverContract';
import { startPglite, type InProcess } from './pglite';
import { describeOnServer, newPlace, onServer, removePlace } from './realServer';

describe('Postgres driver over PGlite', () => {
	let postgres: InProcess;
	let database: Database;
	beforeAll(async () => {
		postgres = await startPglite();
		database = await postgres.open('driver');
	}, 60_000);
	afterAll(async () => {
		await database.close();
		await postgres.close();
	});

	driverContract(() => database);
});

describeOnServer('Postgres driver', () => {
	let place: PostgresLocation;
	let database: Database;
	let sql: Sql;
	beforeAll(async () => {
		place = newPlace();
		database = await openDatabase(place);
		sql = database.sql;
	});
	afterAll(async () => {
		await database.close();
		await removePlace(place);
	});

	driverContract(() => database);

	const put = async (on: Sql, id: string) => await on.run('INSERT INTO parent (id) VALUES ($1)', [id]);
	const ids = async () => (await sql.all<{ id: string }>('SELECT id FROM parent ORDER BY id')).map(({ id }) => id);
	const pidOf = async (on: Sql) => (await on.get<{ pid: number }>('SELECT pg_backend_pid() AS pid'))?.pid;
	const terminate = async (pid: number | undefined) => await onServer('SELECT pg_terminate_backend($1)', [pid]);
	/** Begins a transaction that writes one row, and lets it wait. */
	const hold = async (on: Database, id: string) => {
		let release = () => {};
		let holding = Promise.resolve();
		await new Promise<void>((begun) => {
			const released = new Promise<void>((go) => (release = go));
			holding = on.transaction(async (tx) => {
				await put(tx, id);
				begun();
				await released;
			});
		});
		return { holding, release };
	};
	/** Ends every connection of this store. */
	const terminateAll = async () => {
		const pids = new Set(await Promise.all(Array.from({ length: 50 }, async () => await pidOf(sql))));
		for (const pid of pids) await terminate(pid);
	};

	it('runs with the settings that the promises rest on', async () => {
		const setting = async (name: string) => (await sql.get<Record<string, string>>(`SHOW ${name}`))?.[name];
		expect(await setting('application_name')).toBe('n8n-nodes-leasing');
		expect(await setting('search_path')).toBe(place.schema);
		expect(await setting('lock_timeout')).toBe('5s');
		expect(await setting('statement_timeout')).toBe('12s');
		expect(await setting('idle_in_transaction_session_timeout')).toBe('10s');
		expect(await setting('transaction_isolation')).toBe('read committed');
	});

	it('reads BIGINT as a number, and leaves the `pg` of others alone', async () => {
		expect(await sql.get('SELECT $1::bigint AS at', [1_795_000_000_000])).toEqual({ at: 1_795_000_000_000 });
		expect(types.getTypeParser(20)('1')).toBe('1');
	});

	it('uses a few connections for any number of calls', async () => {
		const pids = await Promise.all(Array.from({ length: 100 }, async () => await pidOf(sql)));
		expect(new Set(pids).size).toBeLessThanOrEqual(LIMITS.connections);
	});

	it('has transactions of all processes follow one another, and others not wait for them', async () => {
		const other = await openDatabase(place);
		const seen: string[] = [];
		const { holding: first, release } = await hold(database, 'first');
		const later = [database, other, database, other, database, other, database].map(async (one, index) => {
			await one.transaction(async (tx) => {
				seen.push(...(await tx.all<{ id: string }>('SELECT id FROM parent')).map(({ id }) => id));
				await put(tx, `later ${index}`);
			});
		});
		// The lock is held and others wait for it; meanwhile an event can be stored, and what is there can be read.
		await put(sql, 'meanwhile');
		expect(await ids()).toEqual(['meanwhile']);
		expect(seen).toEqual([]);
		release();
		await Promise.all([first, ...later]);
		// Each saw what all before it wrote: 2 + 3 + … + 8.
		expect(seen).toHaveLength(35);
		await other.close();
	});

	it('says that the store is locked when another program does not give the lock back', async () => {
		const other = await openDatabase(place);
		const { holding, release } = await hold(other, 'other');
		await expect(database.transaction(async (tx) => await put(tx, 'a'))).rejects.toMatchObject({
			code: 'store_locked',
			message: expect.stringContaining('pg_stat_activity'),
		});
		release();
		await holding;
		expect(await ids()).toEqual(['other']);
		await other.close();
	}, 15_000);

	it('keeps nothing of a transaction in which a failed statement was overlooked', async () => {
		const careless = database.transaction(async (tx) => {
			await put(tx, 'a');
			await put(tx, 'a').catch(() => undefined);
			return 'as if nothing had been';
		});
		await expect(careless).rejects.toMatchObject({ code: 'constraint', message: expect.stringContaining('same id') });
		expect(await ids()).toEqual([]);
	});

	describe('when the connection is lost', () => {
		it('in the middle of a transaction, nothing of it is kept and the next call works', async () => {
			const losing = database.transaction(async (tx) => {
				await put(tx, 'a');
				await tx.atomically(async (step) => await put(step, 'b'));
				await terminate(await pidOf(tx));
				await put(tx, 'c');
			});
			await expect(losing).rejects.toMatchObject({
				name: 'StoreError',
				code: 'store_unavailable',
				message: expect.stringContaining('undone as a whole'),
			});
			expect(await ids()).toEqual([]);
			await database.transaction(async (tx) => await put(tx, 'd'));
			expect(await ids()).toEqual(['d']);
		});

		it('in a step whose failure is caught, the transaction does not go on without it', async () => {
			const losing = database.transaction(async (tx) => {
				await put(tx, 'a');
				await tx
					.atomically(async (step) => await terminate(await pidOf(step)).then(async () => await put(step, 'b')))
					.catch(() => undefined);
			});
			await expect(losing).rejects.toMatchObject({ code: 'store_unavailable' });
			expect(await ids()).toEqual([]);
		});

		it('while nobody used it, nobody notices', async () => {
			await terminateAll();
			await database.transaction(async (tx) => await put(tx, 'a'));
			await terminateAll();
			expect(await ids()).toEqual(['a']);
		});

		it('while a look-up runs, it is asked again; a write is not', async () => {
			const sleeping = async (text: string) => {
				const asked = sql.all(text);
				asked.catch(() => undefined);
				for (;;) {
					const [found] = await onServer<{ pid: number }>(
						"SELECT pid FROM pg_stat_activity WHERE query = $1 AND state = 'active'",
						[text],
					);
					if (found === undefined) continue;
					await terminate(found.pid);
					return await asked;
				}
			};
			expect(await sleeping('SELECT 1 AS one, pg_sleep(0.5)')).toHaveLength(1);
			await expect(sleeping("INSERT INTO parent (id) SELECT 'x' FROM pg_sleep(0.5)")).rejects.toMatchObject({
				code: 'store_unavailable',
			});
			expect(await ids()).toEqual([]);
		});
	});
});
