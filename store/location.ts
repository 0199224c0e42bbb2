/** Where the durable state lives. */
export type StoreLocation = SqliteLocation | PostgresLocation;

export interface SqliteLocation {
	backend: 'sqlite';
	/** Absolute path of the database file, or `:memory:` in tests. */
	file: string;
}

export interface PostgresLocation {
	backend: 'postgres';
	host: string;
	port: number;
	database: string;
	user: string;
	password: string;
	/** `no-verify` encrypts, but takes any certificate. */
	ssl: boolean | 'no-verify';
	/** The schema that holds our tables and nothing else; made if it is not there. `leasing` if nothing is said. */
	schema?: string;
}

export const DEFAULT_SCHEMA = 'leasing';

/** For people: what is needed to find the place, and nothing that is secret. */
export function describeLocation(location: StoreLocation): string {
	if (location.backend === 'sqlite') return location.file;
	return `Postgres ${location.host}:${location.port}/${location.database}, schema ${location.schema ?? DEFAULT_SCHEMA}`;
}
