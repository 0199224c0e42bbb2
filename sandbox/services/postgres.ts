import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort, LOOPBACK } from '../n8n/freePort';
import { SetupError } from '../n8n/setupError';
import { findProgram, plainAccount, plainly } from './find';
import { makeServer, serverFolder, type LocalServer, type Prepare } from './server';

const run = promisify(execFile);

export interface LocalPostgres extends LocalServer {
	user: string;
	password: string;
}

/**
 * Starts a Postgres of our own with these databases, safe against kill -9 as usual.
 * @param prepare for its folder
 */
export async function startPostgres(databases: readonly string[], prepare?: Prepare): Promise<LocalPostgres> {
	const folder = serverFolder('postgres', prepare);
	const data = path.join(folder.path, 'data');
	const access = { user: 'leasing', password: randomBytes(12).toString('hex') };
	await initialise(folder.path, data, access);

	const port = await freePort();
	const at = (database: string) => new Client({ host: LOOPBACK, port, database, ...access, connectionTimeoutMillis: 2_000 });
	const server = makeServer({
		program: 'postgres',
		args: ['-D', data, '-p', String(port), '-c', `listen_addresses=${LOOPBACK}`, '-c', 'unix_socket_directories='],
		folder,
		port,
		// SIGTERM would wait until everybody has gone.
		stopSignal: 'SIGINT',
		ask: async () => await query(at('postgres'), ['SELECT 1']),
	});
	await server.start();
	await query(
		at('postgres'),
		databases.map((name) => `CREATE DATABASE "${name}"`),
	);
	return { ...server, ...access };
}

async function initialise(folder: string, data: string, { user, password }: { user: string; password: string }): Promise<void> {
	const initdb = findProgram('initdb');
	if (initdb === null) throw new SetupError('There is no initdb on this machine.');
	const passwordFile = path.join(folder, 'password');
	writeFileSync(passwordFile, password, { mode: 0o600 });
	const account = plainAccount();
	if (account !== null) chownSync(passwordFile, account.uid, account.gid);
	const { command, args } = plainly(initdb, [
		'-D',
		data,
		'-U',
		user,
		'--auth=scram-sha-256',
		`--pwfile=${passwordFile}`,
		'--encoding=UTF8',
		'--locale=C',
		'--no-sync',
	]);
	await run(command, args, { cwd: folder });
}

async function query(client: Client, statements: string[]): Promise<void> {
	// A server that goes away says so here as well as to the query.
	client.on('error', () => undefined);
	try {
		await client.connect();
		for (const statement of statements) await client.query(statement);
	} finally {
		await client.end().catch(() => undefined);
	}
}
