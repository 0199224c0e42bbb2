import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { startQueueRig } from '../../../sandbox/queueRig';
import { missingServices } from '../../../sandbox/services/find';
import { LINES, STAFF } from '../../../sandbox/start/company';
import { serviceTroubles } from '../strikes/services';
import type { Deployment } from './contract';
import { makePoints } from '../strikes/points/points';
import { leanN8n } from './leanN8n';
import { isListening } from './listening';
import { preloads } from './preloads';
import { shiftedClock } from './shiftedClock';
import { mountSmallDisk, type SmallDisk } from './smallDisk';

/** A restart of Postgres, with all that waits for it, is over by then. */
const LOOK_WITHIN_MS = 60_000;
const BIGINT = 20;
/** n8n's tables, ours, and the write-ahead log need a quarter of it. */
const POSTGRES_DISK = '600m';

/** n8n in queue mode (main, webhook process, two workers); Postgres holds n8n's own tables and our store, Redis the queue. */
export async function startQueuePostgres(): Promise<Deployment> {
	const missing = missingServices();
	if (missing !== null) throw new Error(`Queue mode cannot be started here: ${missing}.`);
	// All processes follow one clock, as on one machine.
	const clockFolder = mkdtempSync(path.join(tmpdir(), 'leasing-clock-'));
	const clock = shiftedClock(clockFolder);
	let points = makePoints(path.join(clockFolder, 'points'));
	let editor = true;
	let log = (_process: string, _line: string): void => undefined;
	let disk: SmallDisk | string = 'disk full: left out';
	const preparePostgres = (folder: string) => {
		disk = mountSmallDisk(folder, POSTGRES_DISK);
		return () => diskOf(disk)?.remove();
	};
	const rig = await startQueueRig({
		preparePostgres,
		deliverySeconds: 2,
		env: () => ({ ...leanN8n({ editor }), ...preloads(clock, points) }),
		onLog: (process, line) => log(process, line),
	});
	const { root, sandbox, n8n, postgres, redis, location } = rig;
	log = (process, line) => appendFileSync(path.join(root, `${process.replace(' ', '-')}.log`), `${new Date().toISOString()} ${line}\n`);
	editor = false;
	// Postgres' port is known only now; the next start of each process watches it.
	points = makePoints(path.join(clockFolder, 'points'), postgres.port);

	const { host, port, user, password, database } = location;
	const access = { host, port, user, password, database };
	const view = new Pool({
		...access,
		max: 3,
		options: '-c search_path=leasing -c default_transaction_read_only=on',
		types: { getTypeParser: (type: number) => (text: string) => (type === BIGINT || NUMBERS.has(type) ? Number(text) : text) },
	});
	view.on('error', () => undefined);

	return {
		sandbox,
		lines: LINES.map(({ phone }) => phone),
		staff: STAFF.map(({ phone }) => phone),
		processes: () => n8n.processes,
		troubles: [...serviceTroubles({ postgres, redis, store: access, disk: diskOf(disk) }), clock.trouble],
		impossible: [
			...(typeof disk === 'string' ? [disk] : []),
			"power cuts: left out, because whether Postgres' own log survives one is Postgres' promise",
			'workflows imported anew, runs cancelled, credentials deleted: left out here; the run on SQLite does it',
		],
		listening: async () => n8n.processes.every((one) => one.running()) && (await isListening(sandbox, LINES[0].phone)),
		points,
		formInbox: null,
		writtenBack: null,
		setClock: clock.set,
		powerCut: null,
		settle: () => undefined,
		look: async <Row extends object>(sql: string, params: readonly (string | number)[] = []) => {
			let count = 0;
			const text = sql.replaceAll('?', () => `$${++count}`);
			// A cast, not a check: each statement names the columns of its rows.
			return (await patiently(async () => await view.query(text, [...params]))).rows as Row[];
		},
		logTail: () => n8n.processes.map((one) => `--- ${one.name}\n${one.logTail()}`).join('\n'),
		stop: async (keep) => {
			await view.end().catch(() => undefined);
			await rig.stop(keep);
			rmSync(clockFolder, { recursive: true, force: true });
			return keep ? root : null;
		},
	};
}

/** A function, because the compiler does not see who assigns it. */
const diskOf = (disk: SmallDisk | string): SmallDisk | null => (typeof disk === 'string' ? null : disk);

/** Whole numbers of two and four bytes. */
const NUMBERS = new Set([21, 23]);

/** Postgres may be away because of a fault of ours. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
	const deadline = Date.now() + LOOK_WITHIN_MS;
	for (;;) {
		try {
			return await ask();
		} catch (error) {
			// A mistake in the statement itself has a code that begins with 42.
			const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
			if (code.startsWith('42') || Date.now() > deadline) throw error;
			await sleep(50);
		}
	}
}
