import type { PostgresLocation } from '../location';

const DEFAULT_PORT = 5432;

/** The words that other Postgres tools use for it; without one of them there is no SSL. */
const SSL: Readonly<Record<string, PostgresLocation['ssl']>> = {
	disable: false,
	prefer: false,
	require: 'no-verify',
	'no-verify': 'no-verify',
	'verify-ca': true,
	'verify-full': true,
};

/**
 * Reads `postgres://user:password@host:5432/database?schema=leasing&sslmode=verify-full`.
 * @throws Error with a sentence that says which part is wrong
 */
export function locationFromUrl(address: string): PostgresLocation {
	if (!URL.canParse(address)) throw new Error('This is no Postgres address. Write it as postgres://user:password@host:5432/database.');
	const url = new URL(address);
	if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') {
		throw new Error(`A Postgres address begins with postgres:// and not with ${url.protocol}//.`);
	}
	const database = decodeURIComponent(url.pathname.slice(1));
	if (url.hostname === '' || url.username === '' || database === '') {
		throw new Error('The Postgres address needs a user, a host and a database: postgres://user:password@host:5432/database.');
	}
	const mode = url.searchParams.get('sslmode') ?? 'disable';
	const ssl = SSL[mode];
	if (ssl === undefined) throw new Error(`sslmode=${mode} is unknown. Use one of: ${Object.keys(SSL).join(', ')}.`);
	const schema = url.searchParams.get('schema');
	return {
		backend: 'postgres',
		host: url.hostname,
		port: url.port === '' ? DEFAULT_PORT : Number(url.port),
		database,
		user: decodeURIComponent(url.username),
		password: decodeURIComponent(url.password),
		ssl,
		...(schema === null ? {} : { schema }),
	};
}
