/** What is printed after the suites, for people. */

const SLOWEST = 10;
/** So many skipped tests with one reason are named one by one; more become a figure. */
const NAMED = 3;
/** Of a quick test file; see CONTRIBUTING.md. */
const QUICK_MS = 5_000;

/** How long each suite took, and its ten slowest files. @param {import('./tally.mjs').Suite[]} suites */
export function printTimes(suites) {
	for (const { name, files, tests, ms } of suites) {
		if (files.length === 0) continue;
		console.log(`\n${name} tests: ${files.length} files, ${tests} tests, ${seconds(ms)}; the slowest files:`);
		const slowest = files.toSorted((one, other) => other.ms - one.ms).slice(0, SLOWEST);
		for (const { place, ms: took } of slowest) console.log(`${seconds(took).padStart(10)}  ${place}`);
		if (name === 'quick' && slowest.some((file) => file.ms > QUICK_MS))
			console.log(
				'A file that takes more than five seconds on an idle machine, too, is a slow one: let its name end in .slow.test.ts.',
			);
	}
	console.log('');
}

/** @param {{ name: string, reason: string }[]} skips */
export function printSkips(skips) {
	for (const [reason, names] of Map.groupBy(skips, (skip) => skip.reason)) {
		if (names.length > NAMED) console.log(`skipped: ${names.length} tests (${reason})`);
		else for (const { name } of names) console.log(`skipped: ${name} (${reason})`);
	}
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
