import path from 'node:path';
import { runQuietly } from './command.mjs';
import { hasProgram, installDebianPackages } from './debian.mjs';
import { ensureNodePackage } from './node24.mjs';
import { cleanEnvironment, npm } from './npm.mjs';
import { installProblem, Problem } from './problem.mjs';
import { step } from './progress.mjs';

/**
 * n8n keeps its own data with the sqlite3 package, whose binary is not in its npm package: it is downloaded, and where
 * that is not possible, compiled.
 */
export async function ensureSqlite3({ folder, node, log }) {
	const ready = () => sqlite3Loads({ folder, node, log });
	if (await ready()) return;
	const fetched = await step('looking for a ready-made database driver for n8n', async () => {
		await download({ folder, node, log });
		return ready();
	});
	if (fetched) return;
	await needCompiler();
	const { prefix } = await ensureNodePackage();
	await step(
		'compiling n8n’s database driver',
		async () => {
			const { ok, output } = await npm(['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'], {
				node,
				cwd: folder,
				log,
				env: { npm_config_nodedir: prefix, npm_config_build_from_source: 'true', JOBS: 'max' },
			});
			if (!ok || !(await ready())) throw installProblem({ what: 'n8n’s database driver (sqlite3)', output, log });
		},
		{ expect: 'about 2 minutes the first time' },
	);
}

/** True when the driver loads on `node` and opens a database. */
export async function sqlite3Loads({ folder, node, log }) {
	const script =
		"new (require('sqlite3').Database)(':memory:').get('select 1 as one', (error, row) => process.exit(row?.one === 1 ? 0 : 1))";
	const { ok } = await runQuietly(node, ['-e', script], { cwd: folder, log, env: cleanEnvironment(node), timeoutMs: 30_000 });
	return ok;
}

/** What the package's own install script tries first. Cut short: behind a closed firewall it would wait for minutes. */
function download({ folder, node, log }) {
	const tool = path.join(folder, 'node_modules', 'prebuild-install', 'bin.js');
	const cwd = path.join(folder, 'node_modules', 'sqlite3');
	return runQuietly(node, [tool, '--runtime', 'napi'], { cwd, log, env: cleanEnvironment(node), timeoutMs: 60_000 });
}

async function needCompiler() {
	const missing = ['python3', 'make', 'g++'].filter((program) => !hasProgram(program));
	if (missing.length === 0) return;
	if (await installDebianPackages(['python3', 'make', 'g++'], 'installing a compiler', 'about a minute')) return;
	throw new Problem(
		`n8n’s database driver could not be downloaded and has to be compiled, and this machine lacks ${missing.join(', ')}. ` +
			'On Debian or Ubuntu run "sudo apt-get install python3 make g++" (on a Mac: "xcode-select --install") and run the command again.',
	);
}
