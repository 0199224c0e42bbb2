/**
 * Every npm script starts here, so that each works on a fresh clone: what is missing is installed first, with plain
 * Node.js 20 and npm and no package of ours; then the real command runs on Node 24.
 *
 * usage: node scripts/run.mjs <start|test|bench|faults|fuzz|build|dedupe|format|lint> [arguments of the command]
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './setup/cache.mjs';
import { ensureChromium, findChromium } from './setup/chromium.mjs';
import { runInForeground, stopQuietPrograms } from './setup/command.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { releaseLocks } from './setup/lock.mjs';
import { ensureN8n } from './setup/n8n.mjs';
import { ensureNode24, major } from './setup/node24.mjs';
import { Problem } from './setup/problem.mjs';
import { clock, say } from './setup/progress.mjs';
import { ensureServices } from './setup/services.mjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const BUILD = ['node_modules/gulp/bin/gulp.js', '-L', 'files'];

/** `before` and `run` are argument lists for Node 24; `n8n`, `chromium` and `services` (Postgres, Redis) say what else has to be there. */
const COMMANDS = {
	start: { n8n: true, run: ['--import', 'tsx', 'sandbox/start.ts'] },
	bench: {
		n8n: (args) => !args.includes('--accuracy'),
		before: (args) => (args.includes('--accuracy') ? [] : [BUILD]),
		run: ['--import', 'tsx', 'bench/index.ts'],
	},
	test: {
		n8n: withN8n,
		chromium: withN8n,
		services: withN8n,
		run: ['scripts/test.mjs'],
	},
	faults: { n8n: true, services: (args) => args.includes('postgres'), before: [BUILD], run: ['--import', 'tsx', 'test/faults/main.ts'] },
	fuzz: { run: ['--import', 'tsx', 'test/fuzz/main.ts'] },
	build: { run: ['node_modules/gulp/bin/gulp.js', 'build'] },
	dedupe: { run: ['--import', 'tsx', 'tools/dedupe/cli.ts'] },
	format: { run: ['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', '.'] },
	lint: { before: [['scripts/lint/circles.mjs']], run: ['node_modules/eslint/bin/eslint.js', '.'] },
};

async function main([name, ...args]) {
	const command = COMMANDS[name];
	if (!command) throw new Problem(`usage: node scripts/run.mjs <${Object.keys(COMMANDS).join('|')}> [arguments]`);
	checkMachine();
	const { node, env } = await setUp(command, args);
	for (const before of typeof command.before === 'function' ? command.before(args) : (command.before ?? [])) {
		const status = await runInForeground(node, before, { cwd: project, env });
		if (status !== 0) return status;
	}
	return runInForeground(node, [...command.run, ...args], { cwd: project, env });
}

/** Installs what the command needs and is missing. @returns the Node to run it with, and its environment */
async function setUp(command, args) {
	const began = Date.now();
	const node = await ensureNode24();
	await ensureDependencies(project, node);
	const env = { ...process.env, LEASING_NODE24: node, PATH: [path.dirname(node), process.env.PATH].join(path.delimiter) };
	if (needed(command.n8n, args)) env.LEASING_N8N_DIR = await ensureN8n(node);
	const services = needed(command.services, args) ? await ensureServices() : {};
	if (services.reason) env.LEASING_NO_SERVICES = services.reason;
	const chromium = needed(command.chromium, args) ? await ensureChromium() : { path: findChromium() };
	if (chromium.path) env.CHROMIUM_PATH = chromium.path;
	if (chromium.reason) env.LEASING_NO_CHROMIUM = chromium.reason;
	if (Date.now() - began > 2000) say(`  done  everything is in place, ${clock(began)} (kept in ${cacheFolder()})`);
	return { node, env };
}

const needed = (need, args) => (typeof need === 'function' ? need(args) : need === true);

/** The unit tests run without the 3 GB. */
function withN8n(args) {
	const at = args.indexOf('--only');
	return at === -1 || !['quick', 'unit'].includes(args[at + 1]);
}

function checkMachine() {
	if (major(process.version) < 20) {
		throw new Problem(
			`This is Node.js ${process.version}; version 20 or newer is needed to begin (Node 24 is then installed by itself).`,
		);
	}
	if (process.platform === 'win32') {
		throw new Problem(
			'These commands run on Linux and macOS. On Windows, use WSL (the Linux that comes with Windows) and run them there.',
		);
	}
}

for (const [signal, status] of [
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
]) {
	// While a foreground program runs, it decides when to end; during set-up we stop at once and leave no lock behind.
	process.on(signal, () => {
		if (process.listenerCount(signal) > 1) return;
		stopQuietPrograms();
		releaseLocks();
		process.exit(status);
	});
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	const expected = error instanceof Problem;
	say(`\n${expected ? error.message : error.stack}`);
	if (process.argv[2] === 'test') process.stdout.write('0 passed, 1 failed\n');
	process.exitCode = 1;
}
