import type { StoreLocation } from './location';
import { openPostgres } from './postgres/driver';
import type { Database } from './sql/executor';
import { openSqlite } from './sqlite/driver';

/**
 * Opens the database of a store with the driver of its back end; the schema is left as it is.
 * @throws StoreError `cannot_open`, `store_locked`, `store_unavailable`
 */
export async function openDatabase(location: StoreLocation): Promise<Database> {
	return location.backend === 'sqlite' ? await openSqlite({ file: location.file }) : await openPostgres(location);
}
