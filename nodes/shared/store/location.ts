import { homedir } from 'node:os';
import { join } from 'node:path';

import * as z from 'zod/v4';

import type { PostgresLocation, StoreLocation } from '../../../store/openStore';
import { UserMistake } from '../../../leasing/userMistake';

const text = z.string().trim();

const sqliteSchema = z.object({
	backend: z.literal('sqlite').default('sqlite'),
	file: text.default(''),
});

/** The credential's words for SSL. */
const SSL: Readonly<Record<'off' | 'on' | 'onUnchecked', PostgresLocation['ssl']>> = { off: false, on: true, onUnchecked: 'no-verify' };

const postgresSchema = z.object({
	backend: z.literal('postgres'),
	host: text.min(1),
	port: z.coerce.number().int().min(1).max(65_535),
	database: text.min(1),
	user: text.min(1),
	password: z.string().default(''),
	ssl: z.enum(['off', 'on', 'onUnchecked']).default('off'),
	schema: text.regex(/^[a-z_][a-z0-9_]{0,62}$/).default('leasing'),
});

/** What to say about each field that does not fit. */
const ADVICE: Readonly<Record<string, string>> = {
	backend: 'Kept In: choose one of the list.',
	file: 'File: enter a path, or leave it empty.',
	host: 'Host is empty: enter the address of the Postgres server.',
	port: 'Port: enter a number from 1 to 65535; 5432 is usual.',
	database: 'Database is empty: enter the name of a database that exists on the server.',
	user: 'User is empty: enter the name of a user of that database.',
	password: 'Password: enter a text.',
	ssl: 'SSL: choose one of the list.',
	schema: 'Schema: use small letters, digits and underscores, beginning with a letter.',
};

/**
 * The place that the fields of a Leasing Store credential name; `{}` is the default one.
 * @throws UserMistake that names the fields that do not fit
 */
export function locationOf(credential: object): StoreLocation {
	if ('backend' in credential && credential.backend === 'postgres') {
		const { ssl, ...rest } = read(postgresSchema, credential);
		return { ...rest, ssl: SSL[ssl] };
	}
	const { backend, file } = read(sqliteSchema, credential);
	return { backend, file: file === '' ? defaultFile() : file };
}

function read<T>(schema: z.ZodType<T>, credential: object): T {
	const parsed = schema.safeParse(credential);
	if (parsed.success) return parsed.data;
	const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
	throw new UserMistake('The Leasing Store credential cannot be used.', [...fields].map((field) => ADVICE[field] ?? field).join(' '));
}

/** n8n keeps its data in `.n8n` under N8N_USER_FOLDER, or under the home folder. */
export function defaultFile(): string {
	return join(process.env.N8N_USER_FOLDER ?? homedir(), '.n8n', 'leasing', 'leasing.sqlite');
}
