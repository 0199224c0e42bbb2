/**
 * `npm test`: type-check, lint, build, the package's own check, then the unit tests and the tests on a real n8n.
 * The last line says how it went: `N passed, N failed`, with `, N skipped` if any.
 *
 * usage: node scripts/test.mjs [--only quick|unit|e2e] [--long] [arguments for jest, as in -t "missed call"]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInForeground } from './setup/command.mjs';
import { clock } from './setup/progress.mjs';
import { CHECKS, isFiltered, readArguments, SUITES } from './test/plan.mjs';
import { printSkips, printTimes } from './test/report.mjs';
import { emptyTally, fail, readJestResult } from './test/tally.mjs';

async function main({ before, suites, after, long, rest }) {
	if (long) process.env.LEASING_TEST_LONG = '1';
	const total = emptyTally();
	for (const name of before) await check(name, total);
	for (const name of suites) await suite(name, rest, total);
	for (const name of after) await check(name, total);

	printTimes(total.suites);
	for (const name of total.failures) console.log(`failed: ${name}`);
	printSkips(total.skips);
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
	if (name.endsWith('queue mode') && process.env.LEASING_NO_SERVICES) {
		total.skips.push({ name, reason: process.env.LEASING_NO_SERVICES });
		return;
	}
	const ok = (await runInForeground(process.execPath, CHECKS[name])) === 0;
	console.log(`${ok ? 'ok' : 'FAILED'}: ${name}, ${clock(began)}`);
	if (ok) total.passed += 1;
	else fail(total, name);
}

async function suite(name, args, total) {
	if (name === 'e2e' && total.failures.includes('build')) {
		fail(total, 'the tests on a real n8n: not run, because the build failed');
		return;
	}
	heading(`${name} tests`);
	const began = Date.now();
	const folder = mkdtempSync(path.join(tmpdir(), 'leasing-test-'));
	try {
		const outputFile = path.join(folder, 'result.json');
		// A file that was asked for belongs to one suite; the others have none then.
		const jest = ['node_modules/jest/bin/jest.js', '--config', SUITES[name], '--passWithNoTests', '--json', '--outputFile', outputFile];
		const status = await runInForeground(process.execPath, [...jest, ...args]);
		readJestResult({ outputFile, status, suite: name, filtered: isFiltered(args), ms: Date.now() - began }, total);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function heading(text) {
	console.log(`\n== ${text}`);
}

function argumentsOrUsage() {
	try {
		return readArguments(process.argv.slice(2));
	} catch (error) {
		console.error(error.message);
		process.exit(2);
	}
}

process.exitCode = await main(argumentsOrUsage());
