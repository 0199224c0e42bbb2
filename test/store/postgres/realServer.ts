import { randomUUID } from 'node:crypto';

import { Client } from 'pg';

import type { PostgresLocation } from '../../../store/location';
import { locationFromUrl } from '../../../store/postgres/url';
import { onlySlow } from '../../helpers/onlySlow';

onlySlow('a Postgres');

/** A real Postgres to test on, e.g. `postgres://root@127.0.0.1:5432/test`. Without it these tests are skipped. */
const ADDRESS = process.env.LEASING_TEST_POSTGRES_URL;

/** `describe`, or, without a server, a `describe.skip` that says why in its name. */
export function describeOnServer(name: string, body: () => void): void {
	if (ADDRESS === undefined || ADDRESS === '') describe.skip(`${name} [skipped: LEASING_TEST_POSTGRES_URL names no server]`, body);
	else describe(name, body);
}

/** A place of its own on the server: a schema that does not exist yet. */
export function newPlace(change: Partial<PostgresLocation> = {}): PostgresLocation {
	return { ...locationFromUrl(ADDRESS ?? 'postgres://nobody@127.0.0.1:1/none'), schema: `test_${randomUUID().slice(0, 8)}`, ...change };
}

/** As the owner of the server, outside of any store. */
export async function onServer<T = Record<string, unknown>>(text: string, params: unknown[] = []): Promise<T[]> {
	const { host, port, database, user, password } = newPlace();
	const client = new Client({ host, port, database, user, password: () => password });
	await client.connect();
	try {
		const result = await client.query(text, params);
		return result.rows as T[];
	} finally {
		await client.end();
	}
}

export async function removePlace({ schema }: PostgresLocation): Promise<void> {
	await onServer(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
}
