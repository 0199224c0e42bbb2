/** What `npm test` consists of, and which part of it was asked for. */

export const CHECKS = {
	format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
	'type-check': ['node_modules/gulp/bin/gulp.js', '-L', 'typecheck'],
	lint: ['node_modules/eslint/bin/eslint.js', '.'],
	build: ['node_modules/gulp/bin/gulp.js', '-L', 'files'],
	package: ['scripts/check-pack.mjs'],
	// The long set's: as many kills as a promise is made about, on each back end.
	'100 kills on SQLite': ['--import', 'tsx', 'test/faults/main.ts', '--kills', '100'],
	'100 kills in queue mode': ['--import', 'tsx', 'test/faults/main.ts', '--kills', '100', '--backend', 'postgres'],
};

/** jest's configuration of each suite. Which file belongs to which is said in jest.config.js. */
export const SUITES = {
	quick: 'test/quick.jest.js',
	slow: 'test/slow.jest.js',
	e2e: 'test/e2e/jest.config.js',
};

const PLANS = {
	all: { before: ['format', 'type-check', 'lint', 'build', 'package'], suites: ['quick', 'slow', 'e2e'] },
	quick: { before: [], suites: ['quick'] },
	unit: { before: [], suites: ['quick', 'slow'] },
	e2e: { before: ['build'], suites: ['e2e'] },
};

const FAULTS = ['100 kills on SQLite', '100 kills in queue mode'];

/**
 * `--only quick|unit|e2e` for a part, `--long` for every case of it; the rest is for jest.
 * @returns {{ before: string[], suites: string[], after: string[], long: boolean, rest: string[] }}
 * @throws with a sentence about an argument that cannot be used
 */
export function readArguments(args) {
	const rest = args.filter((argument) => argument !== '--long');
	const long = rest.length < args.length;
	const at = rest.indexOf('--only');
	const only = at === -1 ? 'all' : rest[at + 1];
	if (!Object.hasOwn(PLANS, only) || (at !== -1 && only === 'all')) throw new Error('--only takes "quick", "unit" or "e2e".');
	const plan = PLANS[only];
	const forJest = at === -1 ? rest : rest.toSpliced(at, 2);
	// Whoever asks jest for a file or a name does not want an hour of kills after it.
	const after = long && plan.suites.includes('e2e') && forJest.length === 0 ? FAULTS : [];
	return { ...plan, after, long, rest: forJest };
}

/** With -t, jest reports every test that was not asked for as skipped. */
export const isFiltered = (args) => args.some((argument) => /^(-t|--testNamePattern)/.test(argument));
