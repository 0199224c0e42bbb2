/**
 * `npm test`: type-check, lint, build, the package's own check, then the unit tests and the tests on a real n8n.
 * The last line says how it went: `N passed, N failed`, with `, N skipped` if any.
 *
 * usage: node scripts/test.mjs [--only unit|e2e] [arguments for jest, as in -t "missed call"]
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInForeground } from './setup/command.mjs';
import { clock } from './setup/progress.mjs';
import { emptyTally, readJestResult } from './test/tally.mjs';

const CHECKS = {
	format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
	'type-check': ['node_modules/gulp/bin/gulp.js', '-L', 'typecheck'],
	lint: ['node_modules/eslint/bin/eslint.js', '.'],
	build: ['node_modules/gulp/bin/gulp.js', '-L', 'files'],
	package: ['scripts/check-pack.mjs'],
};

const SUITES = {
	unit: ['--config', 'jest.config.js'],
	e2e: ['--config', 'test/e2e/jest.config.js', '--runInBand'],
};

const PLANS = {
	all: { checks: ['format', 'type-check', 'lint', 'build', 'package'], suites: ['unit', 'e2e'] },
	unit: { checks: [], suites: ['unit'] },
	e2e: { checks: ['build'], suites: ['e2e'] },
};

async function main(args) {
	const { only, rest } = readArguments(args);
	const plan = PLANS[only];
	const total = emptyTally();
	for (const name of plan.checks) await check(name, total);
	for (const name of plan.suites) await suite(name, rest, total);

	for (const name of total.failures) console.log(`failed: ${name}`);
	for (const { name, reason } of total.skips) console.log(`skipped: ${name} (${reason})`);
	if (total.tests === 0 && total.failed === 0) {
		console.log('No test ran.');
		total.failed = 1;
	}
	const skipped = total.skips.length > 0 ? `, ${total.skips.length} skipped` : '';
	console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
	return total.failed > 0 ? 1 : 0;
}

async function check(name, total) {
	const began = Date.now();
	heading(name);
	const ok = (await runInForeground(process.execPath, CHECKS[name])) === 0;
	console.log(`${ok ? 'ok' : 'FAILED'}: ${name}, ${clock(began)}`);
	total.passed += ok ? 1 : 0;
	if (!ok) {
		total.failed += 1;
		total.failures.push(name);
	}
}

async function suite(name, args, total) {
	const config = SUITES[name][1];
	if (!existsSync(config)) return;
	if (name === 'e2e' && total.failures.includes('build')) {
		total.failed += 1;
		total.failures.push('the tests on a real n8n: not run, because the build failed');
		return;
	}
	heading(`${name} tests`);
	const folder = mkdtempSync(path.join(tmpdir(), 'leasing-test-'));
	try {
		const outputFile = path.join(folder, 'result.json');
		const jest = ['node_modules/jest/bin/jest.js', ...SUITES[name], '--json', '--outputFile', outputFile, ...args];
		const status = await runInForeground(process.execPath, jest);
		readJestResult({ outputFile, status, suite: name, filtered: isFiltered(args) }, total);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function heading(text) {
	console.log(`\n== ${text}`);
}

/** With -t, jest reports every test that was not asked for as skipped. */
const isFiltered = (args) => args.some((argument) => /^(-t|--testNamePattern)/.test(argument));

function readArguments(args) {
	const at = args.indexOf('--only');
	if (at === -1) return { only: 'all', rest: args };
	const only = args[at + 1];
	if (only !== 'unit' && only !== 'e2e') {
		console.error('--only takes "unit" or "e2e".');
		process.exit(2);
	}
	return { only, rest: args.toSpliced(at, 2) };
}

process.exitCode = await main(process.argv.slice(2));
