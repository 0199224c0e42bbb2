import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from './command.mjs';
import { Problem } from './problem.mjs';

const OLDEST = 9;
let found;

/** Where npm's own script lies: the npm that started us, else the one on the PATH. @throws Problem when missing or too old */
export function npmScript() {
	found ??= findNpm();
	return found;
}

/**
 * Runs npm with a given Node, quietly.
 * @param {string[]} args
 * @param {{ node?: string, cwd: string, log: string, env?: Record<string, string> }} options
 */
export function npm(args, { node = process.execPath, cwd, log, env = {} }) {
	const quiet = ['--no-audit', '--no-fund', '--no-progress', '--no-update-notifier'];
	return runQuietly(node, [npmScript(), ...args, ...quiet], { cwd, log, env: { ...cleanEnvironment(node), ...env } });
}

/**
 * Our environment without what an outer `npm run` put there: its settings for this project (scripts off, prefix) would
 * otherwise steer the npm of another folder. The user's own settings (registry, proxy, certificates) stay.
 */
export function cleanEnvironment(node) {
	const foreign =
		/^npm_(package_|lifecycle_|config_(ignore_scripts|omit_|.*prefix|save|include|omit|production|workspace|package_lock))/i;
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
	return { ...env, PATH: [path.dirname(node), env.PATH].join(path.delimiter) };
}

function findNpm() {
	const script = candidates().find((file) => path.basename(file) === 'npm-cli.js' && existsSync(file));
	if (!script) {
		throw new Problem(
			'npm was not found. Install it (on Debian: apt-get install npm; elsewhere it comes with Node.js) and run the command again.',
		);
	}
	const version = execFileSync(process.execPath, [script, '--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
	if (Number.parseInt(version, 10) < OLDEST) {
		throw new Problem(`npm ${version} is too old: ${OLDEST} or newer is needed. Run "npm install --global npm@11" and try again.`);
	}
	return script;
}

function candidates() {
	const files = [];
	if (process.env.npm_execpath) files.push(process.env.npm_execpath);
	for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
		const link = path.join(folder, 'npm');
		// The usual link points at npm-cli.js; some installers lay a shell script there and the package beside it.
		if (existsSync(link)) files.push(realpathSync(link), path.join(folder, '../lib/node_modules/npm/bin/npm-cli.js'));
	}
	files.push(path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'));
	return files;
}
