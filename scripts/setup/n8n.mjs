import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, freeDisk, isStamped, logFile, makeFolder, markBegun, markComplete, needDisk, wasInterrupted } from './cache.mjs';
import { cleanEnvironment, npm } from './npm.mjs';
import { installProblem } from './problem.mjs';
import { runQuietly } from './command.mjs';
import { step } from './progress.mjs';
import { withLock } from './lock.mjs';
import { ensureSqlite3, sqlite3Loads } from './sqlite3.mjs';

export const N8N_VERSION = '2.41.1';
const STAMP = { n8n: N8N_VERSION };

/** n8n's own package.json asks for a linkedom that the registry does not always have. */
const MANIFEST = { private: true, dependencies: { n8n: N8N_VERSION }, overrides: { linkedom: '0.18.13' } };

/** A complete n8n that starts on `node`. @returns the folder whose node_modules holds it */
export async function ensureN8n(node) {
	const folder = path.join(cacheFolder(), `n8n-${N8N_VERSION}`);
	if (isStamped(folder, STAMP) && installedVersion(folder) === N8N_VERSION) return folder;
	await withLock(`n8n-${N8N_VERSION}`, async () => {
		if (isStamped(folder, STAMP) && installedVersion(folder) === N8N_VERSION) return;
		makeFolder(folder);
		const lies = !wasInterrupted(folder) && installedVersion(folder) === N8N_VERSION;
		if (!lies || !(await step(`looking at the n8n ${N8N_VERSION} found in the cache`, () => works(folder, node)))) {
			await install(folder, node);
		}
		markComplete(folder, STAMP);
	});
	return folder;
}

async function install(folder, node) {
	needDisk(folder, 4, `n8n ${N8N_VERSION}`);
	markBegun(folder);
	const log = logFile('n8n');
	const modules = path.join(folder, 'node_modules');
	await step(
		`installing n8n ${N8N_VERSION}`,
		async () => {
			rmSync(modules, { recursive: true, force: true });
			rmSync(path.join(folder, 'package-lock.json'), { force: true });
			writeFileSync(path.join(folder, 'package.json'), JSON.stringify(MANIFEST));
			const { ok, output } = await npm(['install', '--ignore-scripts', '--no-package-lock'], { node, cwd: folder, log });
			if (!ok) throw installProblem({ what: `n8n ${N8N_VERSION}`, output, log });
		},
		{ expect: 'about 5 minutes the first time', alive: written(folder) },
	);
	await ensureSqlite3({ folder, node, log });
	await step(`trying n8n ${N8N_VERSION}`, async () => {
		const { ok, output } = await runN8n(folder, node);
		if (!ok) throw installProblem({ what: `n8n ${N8N_VERSION} (it does not start)`, output, log });
	});
}

async function works(folder, node) {
	return (await sqlite3Loads({ folder, node, log: logFile('n8n') })) && (await runN8n(folder, node)).ok;
}

async function runN8n(folder, node) {
	// A user folder of its own: even `--version` reads settings, and must neither find nor touch a person's n8n.
	const env = { ...cleanEnvironment(node), N8N_USER_FOLDER: path.join(folder, 'try-out'), N8N_DIAGNOSTICS_ENABLED: 'false' };
	const script = path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	const { ok, output } = await runQuietly(node, [script, '--version'], { cwd: folder, env, log: logFile('n8n'), timeoutMs: 120_000 });
	return { ok: ok && output.includes(N8N_VERSION), output };
}

function installedVersion(folder) {
	try {
		return JSON.parse(readFileSync(path.join(folder, 'node_modules', 'n8n', 'package.json'), 'utf8')).version;
	} catch {
		return undefined;
	}
}

/** A figure that grows while npm is silent: what the disk lost since the beginning (others may write too, so: about). */
function written(folder) {
	const before = freeDisk(folder);
	return () => {
		const gigabytes = before - freeDisk(folder);
		return gigabytes > 0.05 ? `about ${gigabytes.toFixed(1)} of 3 GB written` : 'asking the registry';
	};
}
