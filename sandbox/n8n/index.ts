import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { RealN8n, RealN8nOptions, StartRealN8n } from './contract';
import { findN8n, quietEnvironment, type InstalledN8n } from './environment';
import { freePort, isPortFree, LOOPBACK } from './freePort';
import { isNewFolder, keepMigratedDatabase, useMigratedDatabase } from './migratedDatabase';
import { installPackage } from './packageInstall';
import { spawnN8n, type N8nProcess } from './process';
import { openSession } from './session';
import { SetupError } from './setupError';

/** A slow machine that runs all migrations is known to need a minute. */
const READY_WITHIN_MS = 180_000;
/** Short, because the benchmark measures the start with it. */
const READY_POLL_MS = 25;
const STOP_GRACE_MS = 20_000;

/** @throws SetupError with the end of n8n's log when it ends or is not ready in time */
async function untilReady(n8n: N8nProcess, url: string): Promise<void> {
	const deadline = Date.now() + READY_WITHIN_MS;
	while (n8n.ended() === null && Date.now() < deadline) {
		const answer = await axios
			.get(`${url}/healthz/readiness`, { timeout: 2_000, proxy: false, validateStatus: () => true })
			.catch(() => null);
		if (answer?.status === 200) return;
		await sleep(READY_POLL_MS);
	}
	const ended = n8n.ended();
	await n8n.kill();
	const what = ended === null ? `n8n was not ready after ${READY_WITHIN_MS / 1000} seconds` : `n8n ended while it started (${ended})`;
	throw new SetupError(`${what}. Its last lines were:\n${n8n.logTail()}`);
}

/** With another database or key than n8n's defaults, the prepared database would not fit. */
function bringsOwnDatabase(env: Record<string, string>): boolean {
	return Object.keys(env).some((name) => name.startsWith('DB_') || name === 'N8N_ENCRYPTION_KEY');
}

async function startOnce(options: RealN8nOptions, installed: InstalledN8n, port: number): Promise<RealN8n> {
	const folder = path.resolve(options.folder);
	const url = `http://${LOOPBACK}:${port}`;
	mkdirSync(folder, { recursive: true });
	installPackage(folder, options.packageFolder, options.packageMode ?? 'copy');
	const isNew = isNewFolder(folder) && !bringsOwnDatabase(options.env ?? {});
	const prepared = isNew && useMigratedDatabase(folder, installed.version);

	const env = quietEnvironment({ folder, port, brokerPort: await freePort(), extra: options.env ?? {} });
	const spawnedAt = performance.now();
	const { command, onLog } = options;
	const n8n = spawnN8n({ bin: installed.bin, folder, env, ...(command ? { command } : {}), ...(onLog ? { onLog } : {}) });
	options.onSpawn?.(n8n);
	await untilReady(n8n, url);
	const readyMs = performance.now() - spawnedAt;
	if (isNew && !prepared) keepMigratedDatabase(folder, installed.version);

	return {
		url,
		version: installed.version,
		readyMs,
		folder,
		pid: n8n.pid,
		signIn: async () => await openSession(url, folder),
		stop: async () => await n8n.stop(STOP_GRACE_MS),
		kill: n8n.kill,
		exited: n8n.exited,
		logTail: () => n8n.logTail(),
	};
}

/**
 * Starts a real n8n on 127.0.0.1 and resolves when it answers.
 * @throws SetupError when n8n or Node 24 is missing, the port is taken, or n8n does not come up
 */
export const startRealN8n: StartRealN8n = async (options) => {
	const installed = findN8n();
	const wanted = options.port ?? 0;
	if (wanted !== 0) {
		if (!(await isPortFree(wanted))) {
			throw new SetupError(`Port ${wanted} is already in use. Stop the program that uses it, or choose another port.`);
		}
		return await startOnce(options, installed, wanted);
	}
	return await startOnce(options, installed, await freePort());
};

export type * from './contract';
export { SetupError } from './setupError';
