import type { Clock, Ids } from '../leasing/time';
import type { Store } from './port';

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

/** Opens the store and brings its schema up to date. @throws StoreError `newer_schema`, `cannot_open` */
export type OpenStore = (location: StoreLocation, context: StoreContext) => Promise<Store>;
