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
import { forgettingDisk } from '../strikes/power/forgettingDisk';
import { makePoints } from '../strikes/points/points';
import { operatorTroubles } from '../strikes/operator';
import { leanN8n } from './leanN8n';
import { isListening } from './listening';
import { preloads } from './preloads';
import { publishWithBuildium } from './withBuildium';
import { publishForms } from './withForms';
import { shiftedClock, type ShiftedClock } from './shiftedClock';
import { mountSmallDisk, type SmallDisk } from './smallDisk';

const PROJECT = path.resolve(__dirname, '../../..');
const FAILING = "SELECT COUNT(*) AS count FROM events WHERE state IN ('waiting', 'running') AND attempts > 0";
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
	/** Of the published template; another one after it was imported anew. */
	workflowId: string;
	/** n8n's own database. */
	n8nDatabase: string;
}

export interface RegularOptions {
	/** Whose package and templates; this checkout's. */
	project?: string;
	/** Every call is also written to a property-management system, and forms come in. */
	everything?: boolean;
}

/** One n8n in regular mode; our store is a SQLite file. The published template answers both lines. */
export async function startRegularSqlite({ project = PROJECT, everything = false }: RegularOptions = {}): Promise<RegularSqlite> {
	const root = mkdtempSync(path.join(tmpdir(), 'leasing-faults-'));
	/** Ends what was begun, the last first. */
	const ends: Array<() => Promise<void> | void> = [];
	const endAll = async () => {
		for (const end of ends.splice(0).reverse()) await end();
	};
	try {
		return await start({ project, everything }, root, ends, endAll);
	} catch (error) {
		await endAll();
		rmSync(root, { recursive: true, force: true });
		throw error;
	}
}

async function start(
	{ project, everything }: Required<RegularOptions>,
	root: string,
	ends: Array<() => Promise<void> | void>,
	endAll: () => Promise<void>,
): Promise<RegularSqlite> {
	const packageFolder = await frozenPackage(project, root);
	const folder = openFolder(root, false);
	const disk = mountSmallDisk(path.dirname(folder.storeFile));
	if (typeof disk !== 'string') ends.push(disk.remove);
	const sandbox = await startTwilioSandbox({ secondMs: 20, deliverySeconds: 2 });
	ends.push(async () => await sandbox.close());
	for (const { phone, property } of LINES) sandbox.addNumber({ phone, friendlyName: property });
	for (const { phone, name } of STAFF) sandbox.setStaff(phone, { kind: 'ignore' }, name);

	const clock = shiftedClock(root);
	const points = makePoints(path.join(root, 'points'));
	const forgetting = forgettingDisk(root, folder.storeFile);
	const synced = typeof forgetting === 'string' ? {} : forgetting.env;
	const env = (editor: boolean) => ({ ...leanN8n({ editor }), ...preloads(clock, points), ...synced });
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
	const credentials: RegularSqlite['credentials'] = await prepareCredentials(session, folder, sandbox);
	const connected = everything ? await publishWithBuildium(project, session, credentials) : null;
	if (connected !== null) ends.push(connected.buildium.stop);
	const workflowId = connected?.workflowId ?? (await prepareWorkflow(session, folder, credentials, project, QUIET));
	const formInbox = everything ? await publishForms(packageFolder, n8n.url, session, credentials) : null;
	const port = Number(new URL(n8n.url).port);
	const openView = () => new DatabaseSync(folder.storeFile, { readOnly: true });
	let view = openView();
	ends.push(() => view.close());
	if (typeof forgetting !== 'string') forgetting.settle();

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
	const operator = {
		session,
		workflowId,
		credentials,
		setClock: clock.set,
		failing: async () => Number(view.prepare(FAILING).get()?.count ?? 0),
	};
	return {
		storeFile: folder.storeFile,
		disk,
		clock,
		session,
		credentials,
		get workflowId() {
			return operator.workflowId;
		},
		n8nDatabase: path.join(folder.n8n, '.n8n', 'database.sqlite'),
		sandbox,
		lines: LINES.map(({ phone }) => phone),
		staff: STAFF.map(({ phone }) => phone),
		processes: () => [main],
		troubles: [
			storeLocked(folder.storeFile),
			clock.trouble,
			...(typeof disk === 'string' ? [] : [disk.trouble]),
			...operatorTroubles(operator, sandbox),
			...(connected === null ? [] : [connected.buildium.trouble]),
		],
		impossible: [disk, forgetting].filter((one) => typeof one === 'string'),
		listening: async () => running && (await isListening(sandbox, LINES[0].phone)),
		points,
		formInbox,
		writtenBack: connected?.buildium.count ?? null,
		setClock: clock.set,
		powerCut:
			typeof forgetting === 'string'
				? null
				: () => {
						// Our own eyes on the store, too, must be shut while it changes under them.
						view.close();
						forgetting.cut();
						view = openView();
					},
		settle: () => {
			if (typeof forgetting !== 'string') forgetting.settle();
		},
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
async function frozenPackage(project: string, root: string): Promise<string> {
	if (isStale(project)) await build(project);
	const copy = path.join(root, 'package');
	for (const part of ['package.json', 'dist']) cpSync(path.join(project, part), path.join(copy, part), { recursive: true });
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
