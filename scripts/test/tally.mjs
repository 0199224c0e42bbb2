import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ name: string, files: { place: string, ms: number }[], tests: number, ms: number }} Suite */
/** @typedef {{ passed: number, failed: number, tests: number, failures: string[], skips: { name: string, reason: string }[], suites: Suite[] }} Tally */

/** `tests` counts what jest ran; `passed` and `failed` also count our own checks. @returns {Tally} */
export const emptyTally = () => ({ passed: 0, failed: 0, tests: 0, failures: [], skips: [], suites: [] });

/**
 * Adds what jest wrote with --json to the tally.
 * A test file that could not even be loaded holds no tests and counts as one failure; so does a jest that wrote nothing.
 * @param {{ ms: number }} run `ms`: how long jest took as a whole
 */
export function readJestResult({ outputFile, status, suite, filtered, ms }, total) {
	if (!existsSync(outputFile)) {
		fail(total, `the ${suite} tests ended with status ${status} before they could report`);
		return;
	}
	const result = JSON.parse(readFileSync(outputFile, 'utf8'));
	const before = { failed: total.failed, tests: total.tests };
	const files = [];
	for (const file of result.testResults) {
		const place = path.relative(process.cwd(), file.name);
		if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
			fail(total, `${place} (the file itself)`);
		for (const test of file.assertionResults) count(test, place, filtered, total);
		files.push({ place, ms: file.endTime - file.startTime });
	}
	// For instance a failed global tear-down: no test says so, only the exit status.
	if (status !== 0 && total.failed === before.failed && result.numTotalTests > 0)
		fail(total, `the ${suite} tests ended with status ${status}`);
	total.suites.push({ name: suite, files, tests: total.tests - before.tests, ms });
}

function count(test, place, filtered, total) {
	const name = `${place} > ${test.fullName}`;
	const ran = test.status === 'passed' || test.status === 'failed';
	if (ran) total.tests += 1;
	if (test.status === 'passed') total.passed += 1;
	else if (test.status === 'failed') fail(total, name);
	else if (!filtered) total.skips.push({ name: withoutReason(name), reason: reasonOf(test) });
}

/** @param {Tally} total @param {string} name */
export function fail(total, name) {
	total.failed += 1;
	total.failures.push(name);
}

const SAID = /\s*\[skipped: ([^\]]+)\]/;
const withoutReason = (name) => name.replace(SAID, '');

/** By our convention a test that skips itself says why in its name: `opens the canvas [skipped: no Chromium]`. */
function reasonOf(test) {
	const said = SAID.exec(test.fullName)?.[1];
	return said ?? (test.status === 'todo' ? 'still to be written' : 'no reason given: put "[skipped: why]" into its name');
}
