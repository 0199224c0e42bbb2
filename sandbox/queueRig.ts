/**
 * Queue mode for the end-to-end test and the fault harness: n8n's four processes, a Postgres and a Redis of our own, the
 * Twilio stand-in, and the published template on a store in Postgres.
 */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { N8nSession } from './n8n';
import { LOOPBACK } from './n8n/freePort';
import { startQueueN8n, type QueueN8n } from './n8n/queue';
import { startPostgres, type LocalPostgres } from './services/postgres';
import { startRedis } from './services/redis';
import type { LocalServer, Prepare } from './services/server';
import { build, isStale } from './start/build';
import { LINES, STAFF } from './start/company';
import { openFolder } from './start/folder';
import { prepareCredentials, prepareWorkflow } from './start/prepare';
import { startTwilioSandbox } from './twilio';
import type { TwilioSandbox } from './twilio/contract';
import { makeIds } from '../store/ids';
import type { PostgresLocation } from '../store/location';
import { openStore } from '../store/openStore';
import type { Store } from '../store/port';

/** n8n's own tables and, in a schema of their own, ours. */
const DATABASE = 'n8n';
const PROJECT = path.resolve(__dirname, '..');
const QUIET = { say: () => undefined, step: async <T>(_what: string, work: () => Promise<T>) => await work() };

export interface QueueRigOptions {
	/** Real ms per sandbox second. */
	secondMs?: number;
	deliverySeconds?: number;
	/** For every process of n8n, asked anew at each start. */
	env?: () => Record<string, string>;
	onLog?: (process: string, line: string) => void;
	/** For Postgres' folder. */
	preparePostgres?: Prepare;
}

export interface QueueRig {
	root: string;
	n8n: QueueN8n;
	session: N8nSession;
	workflowId: string;
	postgres: LocalPostgres;
	redis: LocalServer;
	sandbox: TwilioSandbox;
	/** The store that the credential names, opened by this process too. */
	store: Store;
	location: PostgresLocation;
	/** @param keep leaves the folder with n8n's data behind */
	stop(keep?: boolean): Promise<void>;
}

export async function startQueueRig({
	secondMs = 20,
	deliverySeconds = 0.2,
	env,
	onLog,
	preparePostgres,
}: QueueRigOptions = {}): Promise<QueueRig> {
	const root = mkdtempSync(path.join(tmpdir(), 'leasing-queue-'));
	const ends: Array<() => Promise<unknown>> = [];
	const stop = async (keep = false) => {
		for (const end of ends.reverse().splice(0)) await end();
		if (!keep) rmSync(root, { recursive: true, force: true });
	};
	/** Whatever was started before a later step failed is ended. */
	const started = <T>(one: T, end: () => Promise<unknown>): T => {
		ends.push(end);
		return one;
	};
	try {
		const packageFolder = await copyOfPackage(root);
		const postgres = await startPostgres([DATABASE], preparePostgres);
		started(postgres, postgres.stop);
		const redis = await startRedis();
		started(redis, redis.stop);
		const sandbox = await startTwilioSandbox({ secondMs, deliverySeconds });
		started(sandbox, sandbox.close);
		for (const { phone, property } of LINES) sandbox.addNumber({ phone, friendlyName: property });
		for (const { phone, name } of STAFF) sandbox.setStaff(phone, { kind: 'ignore' }, name);

		const { user, password, port } = postgres;
		const n8n = await startQueueN8n({
			folder: path.join(root, 'n8n'),
			packageFolder,
			services: {
				postgres: { host: LOOPBACK, port, user, password, database: DATABASE },
				redis: { host: LOOPBACK, port: redis.port },
				encryptionKey: randomBytes(24).toString('hex'),
			},
			...(env ? { env } : {}),
			...(onLog ? { onLog } : {}),
		});
		started(n8n, n8n.stop);
		const session = await n8n.signIn();
		const folder = openFolder(root, false);
		const location: PostgresLocation = { backend: 'postgres', host: LOOPBACK, port, user, password, database: DATABASE, ssl: false };
		const credentials = await prepareCredentials(session, folder, sandbox, { ...location, ssl: 'off' });
		const workflowId = await prepareWorkflow(session, folder, credentials, PROJECT, QUIET);
		const clock = { now: () => Date.now() };
		const store = await openStore(location, { clock, ids: makeIds(clock, randomBytes) });
		started(store, store.close);
		return { root, n8n, session, workflowId, postgres, redis, sandbox, store, location, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** The built package as it is now: the checkout may be built anew while we run. */
async function copyOfPackage(root: string): Promise<string> {
	if (isStale(PROJECT)) await build(PROJECT);
	const copy = path.join(root, 'package');
	for (const part of ['package.json', 'dist']) cpSync(path.join(PROJECT, part), path.join(copy, part), { recursive: true });
	return copy;
}
