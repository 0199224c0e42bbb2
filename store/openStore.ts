import type { Clock, Ids } from '../leasing/time';
import { makeFamilies } from './families';
import { migrate } from './migrate';
import type { Store } from './port';
import { openSqlite } from './sqlite/driver';

/** Where the durable state lives. Postgres joins this union with its issue. */
export interface StoreLocation {
	backend: 'sqlite';
	/** Absolute path of the database file, or `:memory:` in tests. */
	file: string;
}

export interface StoreContext {
	clock: Clock;
	ids: Ids;
}

/**
 * Opens the store, creates it if it is not there (folder 0700, file 0600) and brings its schema up to date.
 * Close it when done; several stores may be open on the same file, in one process or in many.
 * @throws StoreError `newer_schema`, `cannot_open`, `store_locked`
 */
export async function openStore(location: StoreLocation, context: StoreContext): Promise<Store> {
	const database = await openSqlite({ file: location.file });
	try {
		await migrate(database, { clock: context.clock, location: location.file });
	} catch (error) {
		await database.close();
		throw error;
	}
	return {
		backend: location.backend,
		location: location.file,
		...makeFamilies(database.sql, context),
		transaction: (work) => database.transaction((sql) => work(makeFamilies(sql, context))),
		close: () => database.close(),
	};
}

export type OpenStore = typeof openStore;
