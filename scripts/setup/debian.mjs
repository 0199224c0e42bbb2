import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { logFile } from './cache.mjs';
import { runQuietly } from './command.mjs';
import { installProblem } from './problem.mjs';
import { step } from './progress.mjs';

/** The full path of a program on the PATH, or undefined. */
export function findProgram(name) {
	const files = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name));
	return files.find(isExecutable);
}

export const hasProgram = (name) => findProgram(name) !== undefined;

export function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/**
 * Installs Debian packages where we may: as root on a machine with apt-get.
 * @returns {Promise<boolean>} false when we may not, and nothing was done
 */
export async function installDebianPackages(packages, title, expect) {
	if (process.getuid?.() !== 0 || !hasProgram('apt-get')) return false;
	const log = logFile('apt');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await step(
		title,
		async () => {
			await runQuietly('apt-get', ['update'], { log, env });
			const { ok, output } = await runQuietly('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { log, env });
			if (!ok) throw installProblem({ what: packages.join(', '), output, log });
		},
		{ expect },
	);
	return true;
}
