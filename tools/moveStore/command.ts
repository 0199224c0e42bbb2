import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { Clock } from '../../leasing/time';
import type { PostgresLocation } from '../../store/location';
import { locationFromUrl } from '../../store/postgres/url';
import { moveStore } from './moveStore';

export const USAGE = `Moves a leasing store from a SQLite file into an empty Postgres schema, and checks that nothing changed.

  node move-store.js --from <file.sqlite> --to <postgres://user@host:5432/database?schema=leasing>

Stop n8n first. The password may stand in the address, or better in the environment variable PGPASSWORD.
sslmode in the address: disable (default), require, verify-full.
`;

export interface Surroundings {
	clock: Clock;
	/** Of the process; only PGPASSWORD is read. */
	env: Readonly<Record<string, string | undefined>>;
	print(text: string): void;
}

/** The command `move-store`. @returns the exit code */
export async function moveStoreCommand(args: string[], { clock, env, print }: Surroundings): Promise<number> {
	try {
		const { from, to } = readArguments(args);
		if (from === undefined || to === undefined) {
			print(USAGE);
			return 2;
		}
		const file = resolve(from);
		const moved = await moveStore({ backend: 'sqlite', file }, withPassword(locationFromUrl(to), env.PGPASSWORD), { clock });
		const width = Math.max(...moved.map(({ name }) => name.length));
		for (const { name, rows, hash } of moved)
			print(`${name.padEnd(width)} ${String(rows).padStart(9)} rows  ${hash.slice(0, 16)}  same\n`);
		print(
			`Moved ${moved.reduce((sum, { rows }) => sum + rows, 0)} rows. ${file} was left as it is. Now choose Postgres in the Leasing Store credential, then start n8n.\n`,
		);
		return 0;
	} catch (error) {
		print(`${error instanceof Error ? error.message : String(error)}\n`);
		return 1;
	}
}

function readArguments(args: string[]): { from?: string | undefined; to?: string | undefined } {
	return parseArgs({ args, options: { from: { type: 'string' }, to: { type: 'string' } } }).values;
}

function withPassword(location: PostgresLocation, password: string | undefined): PostgresLocation {
	return location.password === '' && password !== undefined ? { ...location, password } : location;
}
