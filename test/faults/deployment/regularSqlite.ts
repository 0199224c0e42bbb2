import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { startRealN8n, type RealN8n } from '../../../sandbox/n8n';
import { build, isStale } from '../../../sandbox/start/build';
import { LINES, STAFF } from '../../../sandbox/start/company';
import { openFolder } from '../../../sandbox/start/folder';
import { prepareCredentials, prepareWorkflow } from '../../../sandbox/start/prepare';
import { startTwilioSandbox } from '../../../sandbox/twilio';
import type { Random } from '../random';
import type { DeployedProcess, Deployment, Trouble } from './contract';
import { leanN8n } from './leanN8n';
import { mountSmallDisk } from './smallDisk';

const PROJECT = path.resolve(__dirname, '../../..');
const QUIET = { say: () => undefined, step: async <T>(_what: string, work: () => Promise<T>) => await work() };

/** One n8n in regular mode; our store is a SQLite file. The published template answers both lines. */
export async function startRegularSqlite(): Promise<Deployment> {
	const root = mkdtempSync(path.join(tmpdir(), 'leasing-faults-'));
	const packageFolder = await frozenPackage(root);
	const folder = openFolder(root, false);
	const disk = mountSmallDisk(path.dirname(folder.storeFile));
	const sandbox = await startTwilioSandbox({ secondMs: 20, deliverySeconds: 2 });
	for (const { phone, property } of LINES) sandbox.addNumber({ phone, friendlyName: property });
	for (const { phone, name } of STAFF) sandbox.setStaff(phone, { kind: 'ignore' }, name);

	const options = { folder: folder.n8n, packageFolder, env: leanN8n({ editor: true }), onLog: (line: string) => appendFileSync(folder.logFile, `${line}\n`) };
	let n8n: RealN8n = await startRealN8n(options);
	let running = true;
	const session = await n8n.signIn();
	await prepareWorkflow(session, folder, await prepareCredentials(session, folder, sandbox), PROJECT, QUIET);
	const port = Number(new URL(n8n.url).port);
	const view = new DatabaseSync(folder.storeFile, { readOnly: true });

	const main: DeployedProcess = {
		name: 'n8n',
		running: () => running,
		kill: async () => {
			running = false;
			await n8n.kill();
		},
		start: async () => {
			n8n = await startRealN8n({ ...options, env: leanN8n({ editor: false }), port });
			running = true;
		},
	};
	return {
		sandbox,
		lines: LINES.map(({ phone }) => phone),
		staff: STAFF.map(({ phone }) => phone),
		processes: () => [main],
		troubles: [storeLocked(folder.storeFile), ...(typeof disk === 'string' ? [] : [disk.trouble])],
		impossible: typeof disk === 'string' ? [disk] : [],
		// A cast, not a check: each statement names the columns of its rows.
		look: async <Row extends object>(sql: string, params: readonly (string | number)[] = []) => view.prepare(sql).all(...params) as Row[],
		logTail: () => n8n.logTail(),
		stop: async (keep) => {
			await n8n.stop();
			await sandbox.close();
			if (keep) view.exec(`VACUUM INTO '${path.join(root, 'store.sqlite')}'`);
			view.close();
			if (typeof disk !== 'string') disk.remove();
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
