import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { startRealN8n, type N8nSession, type RealN8n } from '../../../sandbox/n8n';
import { build, isStale } from '../../../sandbox/start/build';
import { LINES, STAFF } from '../../../sandbox/start/company';
import { openFolder } from '../../../sandbox/start/folder';
import { prepareCredentials, prepareWorkflow } from '../../../sandbox/start/prepare';
import { startTwilioSandbox } from '../../../sandbox/twilio';
import type { Random } from '../random';
import type { DeployedProcess, Deployment, Trouble } from './contract';
import { leanN8n } from './leanN8n';
import { shiftedClock, type ShiftedClock } from './shiftedClock';
import { mountSmallDisk, type SmallDisk } from './smallDisk';

const PROJECT = path.resolve(__dirname, '../../..');
const QUIET = { say: () => undefined, step: async <T>(_what: string, work: () => Promise<T>) => await work() };

export interface RegularSqlite extends Deployment {
	storeFile: string;
	/** The store's own; a sentence that says why there is none. */
	disk: SmallDisk | string;
	/** n8n's. */
	clock: ShiftedClock;
	session: N8nSession;
	/** By credential type. */
	credentials: Record<string, { id: string; name: string }>;
	/** Of the published template. */
	workflowId: string;
	/** Imports and publishes the template anew, once its workflow was deleted. @returns the new one's id */
	importAgain(): Promise<string>;
	/** n8n's own database. */
	n8nDatabase: string;
}

/** One n8n in regular mode; our store is a SQLite file. The published template answers both lines. @param more for n8n's environment */
export async function startRegularSqlite(more: Record<string, string> = {}): Promise<RegularSqlite> {
	const root = mkdtempSync(path.join(tmpdir(), 'leasing-faults-'));
	/** Ends what was begun, the last first. */
	const ends: Array<() => Promise<void> | void> = [];
	const endAll = async () => {
		for (const end of ends.splice(0).reverse()) await end();
	};
	try {
		return await start(root, ends, endAll, more);
	} catch (error) {
		await endAll();
		rmSync(root, { recursive: true, force: true });
		throw error;
	}
}

async function start(
	root: string,
	ends: Array<() => Promise<void> | void>,
	endAll: () => Promise<void>,
	more: Record<string, string>,
): Promise<RegularSqlite> {
	const packageFolder = await frozenPackage(root);
	const folder = openFolder(root, false);
	const disk = mountSmallDisk(path.dirname(folder.storeFile));
	if (typeof disk !== 'string') ends.push(disk.remove);
	const sandbox = await startTwilioSandbox({ secondMs: 20, deliverySeconds: 2 });
	ends.push(async () => await sandbox.close());
	for (const { phone, property } of LINES) sandbox.addNumber({ phone, friendlyName: property });
	for (const { phone, name } of STAFF) sandbox.setStaff(phone, { kind: 'ignore' }, name);

	const clock = shiftedClock(root);
	const env = (editor: boolean) => ({ ...leanN8n({ editor }), ...clock.env, ...more });
	const options = {
		folder: folder.n8n,
		packageFolder,
		env: env(true),
		onLog: (line: string) => appendFileSync(folder.logFile, `${line}\n`),
	};
	let n8n: RealN8n = await startRealN8n(options);
	ends.push(async () => await n8n.stop());
	let running = true;
	const session = await n8n.signIn();
	const credentials = await prepareCredentials(session, folder, sandbox);
	const workflowId = await prepareWorkflow(session, folder, credentials, PROJECT, QUIET);
	const port = Number(new URL(n8n.url).port);
	const view = new DatabaseSync(folder.storeFile, { readOnly: true });
	ends.push(() => view.close());

	let starting: Pick<RealN8n, 'kill'> | null = null;
	const main: DeployedProcess = {
		name: 'n8n',
		running: () => running,
		kill: async () => {
			running = false;
			await (starting ?? n8n).kill();
		},
		start: async () => {
			n8n = await startRealN8n({ ...options, env: env(false), port, onSpawn: (spawned) => (starting = spawned) });
			starting = null;
			running = true;
		},
	};
	return {
		storeFile: folder.storeFile,
		disk,
		clock,
		session,
		credentials,
		workflowId,
		importAgain: async () => await prepareWorkflow(session, folder, credentials, PROJECT, QUIET),
		n8nDatabase: path.join(folder.n8n, '.n8n', 'database.sqlite'),
		sandbox,
		lines: LINES.map(({ phone }) => phone),
		staff: STAFF.map(({ phone }) => phone),
		processes: () => [main],
		troubles: [storeLocked(folder.storeFile), clock.trouble, ...(typeof disk === 'string' ? [] : [disk.trouble])],
		impossible: typeof disk === 'string' ? [disk] : [],
		// A cast, not a check: each statement names the columns of its rows.
		look: async <Row extends object>(sql: string, params: readonly (string | number)[] = []) =>
			view.prepare(sql).all(...params) as Row[],
		logTail: () => n8n.logTail(),
		stop: async (keep) => {
			await n8n.stop();
			if (keep) view.exec(`VACUUM INTO '${path.join(root, 'store.sqlite')}'`);
			await endAll();
			if (keep) return root;
			rmSync(root, { recursive: true, force: true });
			return null;
		},
	};
}

/** A copy of the built package: the checkout may be built anew while we run. */
async function frozenPackage(root: string): Promise<string> {
	if (isStale(PROJECT)) await build(PROJECT);
	const copy = path.join(root, 'package');
	for (const part of ['package.json', 'dist']) cpSync(path.join(PROJECT, part), path.join(copy, part), { recursive: true });
	return copy;
}

/** Somebody's database tool, or a backup, holds the write lock. Our store waits for it for five seconds at a time. */
function storeLocked(file: string): Trouble {
	return {
		name: 'store locked',
		weight: 3,
		async strike(random: Random) {
			const forMs = random.chance(0.2) ? random.between(30_000, 45_000) : random.between(500, 12_000);
			const other = new DatabaseSync(file, { timeout: 2_000 });
			try {
				other.exec('BEGIN IMMEDIATE');
				await sleep(forMs);
				other.exec('ROLLBACK');
			} finally {
				other.close();
			}
			return `the store is locked for ${Math.round(forMs)} ms`;
		},
	};
}
