/** What can be measured by itself. */
const PARTS = ['calls', 'starts', 'normalize', 'lookups', 'batch', 'doors', 'search'] as const;
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
	/** How many leads are stored before one more comes; null: up to a million. */
	sizes: number[] | null;
	/** Another checkout whose build is measured in turn with this one; null: only this one. */
	against: string | null;
	/** Runs of each build. */
	runs: number;
	/** Percent by which a figure may be worse than that of the other build. */
	allowed: number;
	/** What both builds are measured with. */
	passedOn: string[];
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

const NOT_COMPARED = { sizes: null, against: null, runs: 5, allowed: 5 };

const USAGE = `usage: npm run bench -- [--json] [--quick] [--only ${PARTS.join('|')}] [--n8n-defaults]
         [--calls N] [--sizes N,N] [--against DIR [--runs N] [--allow N]] | --accuracy [--json]
  --json          print the figures as one JSON line; progress goes to stderr
  --quick         few samples: shows that the benchmark works, not how fast we are
  --only          measure only calls, only starts of n8n, only the reading of leads, only look-ups (one more lead
                  beside up to a million stored), only a long list at once, only how long nasty inputs hold the thread, or only
                  how long a search does
  --n8n-defaults  n8n as it comes, without the setting that docs/speed.md advises
  --calls         calls at each rate instead of 80 and 60
  --sizes         look-ups beside so many stored leads, e.g. 10000,100000
  --against       another checkout of this repository: both are built, then measured in turn
  --runs          runs of each (default 5)
  --allow         percent by which a figure may be worse (default 5); else the exit status is 1
  --accuracy      only how right and how fast the matcher is, beside exact keys (needs no n8n)`;

/** Reads the command line. @returns the options, or a sentence to print */
export function readOptions(args: string[]): BenchOptions | { problem: string } {
	const options: BenchOptions = { json: false, only: null, quick: false, n8nDefaults: false, ...FULL, ...NOT_COMPARED, passedOn: [] };
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
		} else if (arg === '--against') options.against = rest.shift() ?? null;
		else if (arg === '--calls' || arg === '--sizes' || arg === '--runs' || arg === '--allow') {
			const given = rest.shift() ?? '';
			const numbers = given.split(',').map(Number);
			if (!numbers.every((number) => Number.isFinite(number) && number > 0))
				return { problem: `${arg} takes a number above 0.\n${USAGE}` };
			const [number = 0] = numbers;
			if (arg === '--calls') options.samples = options.samples.map((sample) => ({ ...sample, calls: number }));
			if (arg === '--sizes') options.sizes = numbers;
			if (arg === '--runs') options.runs = number;
			if (arg === '--allow') options.allowed = number;
			if (arg === '--calls' || arg === '--sizes') options.passedOn.push(arg, given);
		} else return { problem: `Unknown option "${arg}".\n${USAGE}` };
	}
	return options;
}
