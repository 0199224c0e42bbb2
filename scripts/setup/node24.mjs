import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, isStamped, logFile, makeFolder, markBegun, markComplete, needDisk, wasInterrupted } from './cache.mjs';
import { withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { installProblem, Problem } from './problem.mjs';
import { step } from './progress.mjs';

const VERSION = '24.21.0';
const STAMP = { node: VERSION };

/** n8n 2.x runs on Node 24 or newer, and so does `node:sqlite` as we use it. @returns path of such a `node` */
export async function ensureNode24() {
	return major(process.version) >= 24 ? process.execPath : (await ensureNodePackage()).node;
}

/**
 * Node 24 from the npm package that carries the official build, with its headers.
 * @returns {Promise<{ node: string, prefix: string }>} `prefix` is what node-gyp calls nodedir
 */
export async function ensureNodePackage() {
	const folder = path.join(cacheFolder(), `node-${VERSION}`);
	const name = `node-${process.platform}-${process.arch}`;
	const prefix = path.join(folder, 'node_modules', name);
	const node = path.join(prefix, 'bin', 'node');
	if (isStamped(folder, STAMP)) return { node, prefix };
	await withLock(`node-${VERSION}`, async () => {
		if (isStamped(folder, STAMP)) return;
		makeFolder(folder);
		if (wasInterrupted(folder) || !runs(node)) await install(folder, name, node);
		markComplete(folder, STAMP);
	});
	return { node, prefix };
}

async function install(folder, name, node) {
	needDisk(folder, 0.4, `Node ${VERSION}`);
	markBegun(folder);
	rmSync(path.join(folder, 'node_modules'), { recursive: true, force: true });
	writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: { [name]: VERSION } }));
	const log = logFile('node24');
	await step(
		`installing Node ${VERSION}`,
		async () => {
			const { ok, output } = await npm(['install', '--ignore-scripts', '--no-package-lock'], { cwd: folder, log });
			if (!ok && /E404|ETARGET|notarget|EBADPLATFORM/i.test(output)) throw noReadyMadeNode();
			if (!ok) throw installProblem({ what: `Node ${VERSION}`, output, log });
			if (!runs(node)) throw noReadyMadeNode();
		},
		{ expect: 'less than a minute' },
	);
}

function noReadyMadeNode() {
	return new Problem(
		`There is no ready-made Node 24 on npm that runs here (${process.platform} ${process.arch}). ` +
			'Install Node.js 24 yourself, make sure that "node --version" says v24 or newer, and run the command again.',
	);
}

function runs(node) {
	try {
		return existsSync(node) && execFileSync(node, ['--version'], { encoding: 'utf8' }).trim() === `v${VERSION}`;
	} catch {
		return false;
	}
}

/** `v24.21.0` → 24 */
export function major(version) {
	return Number.parseInt(version.replace(/^v/, ''), 10);
}
