import { setImmediate } from 'node:timers/promises';

import { makeBatch } from './batch/batch';
import type { StoreContext } from './context';
import { makeFamilies } from './families';
import { identify } from './identity';
import { describeLocation, type StoreLocation } from './location';
import { migrate } from './migrate';
import { openDatabase } from './openDatabase';
import { IN_MEMORY } from './sqlite/driver';
import { leaveMark } from './sqlite/mark';
import type { Store, StoreIdentity } from './port';
import type { Database, Sql } from './sql/executor';
import type { StatementContext } from './statements/context';
import { makeCrowdedKeys } from './statements/crowdedKeys';

export type { PostgresLocation, SqliteLocation, StoreLocation } from './location';

/**
 * Opens the store, creates it if it is not there (a file with folder 0700 and file 0600, or a schema in Postgres) and brings
 * its tables up to date. Close it when done; several stores may be open on the same place, in one process or in many.
 * @throws StoreError `newer_schema`, `cannot_open`, `store_gone`, `store_locked`, `store_unavailable`
 */
export async function openStore(location: StoreLocation, context: StoreContext): Promise<Store> {
	const store = await storeOn(await openDatabase(location), { backend: location.backend, location: describeLocation(location) }, context);
	if (location.backend === 'sqlite' && location.file !== IN_MEMORY) leaveMark(location.file, store.identity);
	return store;
}

export type OpenStore = typeof openStore;

/** The store on an open database, which belongs to it from now on. @param about what the store says of itself */
export async function storeOn(database: Database, about: Pick<Store, 'backend' | 'location'>, context: StoreContext): Promise<Store> {
	let identity: StoreIdentity;
	try {
		await migrate(database, { clock: context.clock, location: about.location });
		identity = await identify(database.sql, context);
	} catch (error) {
		await database.close();
		throw error;
	}
	const crowdedKeys = makeCrowdedKeys();
	const steps = async <T>(work: (sql: Sql, statements: StatementContext) => Promise<T>): Promise<T> => {
		const found = crowdedKeys.forTransaction();
		const result = await database.transaction((sql) => work(sql, { ...context, crowdedKeys: found, breathe: inOneBreath }));
		found.keep();
		return result;
	};
	return {
		...about,
		identity,
		...makeFamilies(database.sql, { ...context, crowdedKeys, breathe: async () => await setImmediate() }),
		transaction: (work) => steps((sql, statements) => work(makeFamilies(sql, statements))),
		batch: (work) =>
			steps(async (sql, statements) => {
				const { tx, write } = makeBatch(sql, statements);
				const result = await work(tx);
				await write();
				return result;
			}),
		close: () => database.close(),
	};
}

/** A transaction must not wait for anything but the store. */
async function inOneBreath(): Promise<void> {
	await Promise.resolve();
}
