/** What can be measured by itself. */
const PARTS = ['calls', 'starts', 'normalize', 'lookups', 'batch'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
	/** One JSON line on stdout; progress goes to stderr. */
	json: boolean;
	/** Null: everything. */
	only: Part | null;
	/** Few samples of everything. */
	quick: boolean;
	/** Calls at each rate. */
	samples: Array<{ callsPerSecond: number; calls: number }>;
	warmUpCalls: number;
	/** n8n as it comes, without what docs/speed.md advises. */
	n8nDefaults: boolean;
	/** Starts of n8n with the package, and as many without. */
	starts: number;
}

const FULL = {
	samples: [
		{ callsPerSecond: 1, calls: 80 },
		{ callsPerSecond: 5, calls: 60 },
	],
	warmUpCalls: 8,
	starts: 6,
};
const QUICK = {
	samples: [
		{ callsPerSecond: 1, calls: 6 },
		{ callsPerSecond: 5, calls: 10 },
	],
	warmUpCalls: 2,
	starts: 1,
};

const USAGE = `usage: npm run bench -- [--json] [--quick] [--only ${PARTS.join('|')}] [--n8n-defaults] | --accuracy [--json]
  --json          print the figures as one JSON line; progress goes to stderr
  --quick         few samples: shows that the benchmark works, not how fast we are
  --only          measure only calls, only starts of n8n, only the reading of leads, only look-ups (one more lead
                  beside up to a million stored), or only a long list at once
  --n8n-defaults  n8n as it comes, without the setting that docs/speed.md advises
  --accuracy      only how right and how fast the matcher is, beside exact keys (needs no n8n)`;

/** Reads the command line. @returns the options, or a sentence to print */
export function readOptions(args: string[]): BenchOptions | { problem: string } {
	const options: BenchOptions = { json: false, only: null, quick: false, n8nDefaults: false, ...FULL };
	const rest = [...args];
	for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
		if (arg === '--json') options.json = true;
		else if (arg === '--n8n-defaults') options.n8nDefaults = true;
		else if (arg === '--quick') Object.assign(options, QUICK, { quick: true });
		else if (arg === '--only') {
			const what = rest.shift();
			const part = PARTS.find((known) => known === what);
			if (part === undefined) return { problem: `--only takes one of ${PARTS.join(', ')}.\n${USAGE}` };
			options.only = part;
		} else return { problem: `Unknown option "${arg}".\n${USAGE}` };
	}
	return options;
}
