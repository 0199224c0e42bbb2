import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { logFile, needDisk } from './cache.mjs';
import { withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { installProblem } from './problem.mjs';
import { step } from './progress.mjs';

/** Installs what package-lock.json says, when node_modules is missing or the lock file has changed since. */
export async function ensureDependencies(project, node) {
	if (isCurrent(project)) return;
	await withLock(`dependencies-${digest(project).slice(0, 12)}`, async () => {
		if (isCurrent(project)) return;
		// npm's own record is written last: where it equals our lock file, a person has just run npm install.
		if (!matchesLockFile(project)) await install(project, node);
		writeFileSync(stampFile(project), lockDigest(project));
	});
}

async function install(project, node) {
	needDisk(project, 1, 'The project’s packages');
	const log = logFile('dependencies');
	await step(
		'installing the project’s packages',
		async () => {
			// Not `npm ci`: it refuses a lock file that does not name the binary packages of every other platform, and a lock
			// file made against a registry without them cannot. This takes the same versions and leaves the lock file alone.
			const args = ['install', '--no-save', '--ignore-scripts', '--include=dev'];
			const { ok, output } = await npm(args, { node, cwd: project, log });
			if (!ok) throw installProblem({ what: 'the project’s packages', output, log });
		},
		{ expect: 'about a minute' },
	);
}

const stampFile = (project) => path.join(project, 'node_modules', '.leasing-lock-digest');
const digest = (text) => createHash('sha256').update(text).digest('hex');
const lockDigest = (project) => digest(readFileSync(path.join(project, 'package-lock.json')));

function isCurrent(project) {
	const stamp = stampFile(project);
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest(project);
}

function matchesLockFile(project) {
	const installed = packages(path.join(project, 'node_modules', '.package-lock.json'));
	if (!installed) return false;
	const wanted = packages(path.join(project, 'package-lock.json')) ?? {};
	const required = Object.entries(wanted).filter(([place, entry]) => place !== '' && !entry.optional);
	return required.every(([place, entry]) => installed[place]?.version === entry.version);
}

function packages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
}
