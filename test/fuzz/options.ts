import { SEED } from './seed';

export interface FuzzOptions {
	/** Inputs in all, shared out among the targets. */
	count: number;
	seed: number;
	/** One target's id; null: all. */
	only: string | null;
	/** The first input's number. */
	from: number;
	/** Threads; null: one for each core. */
	jobs: number | null;
}

/** Reads the command line. @returns the options, or a sentence to print */
export function readOptions(args: readonly string[], targets: ReadonlyArray<{ id: string }>): FuzzOptions | { problem: string } {
	const ids = targets.map(({ id }) => id);
	const usage = `usage: npm run test:fuzz -- [--count N] [--seed N] [--only ${ids.join('|')}] [--from N] [--jobs N]`;
	const options: FuzzOptions = { count: 1_000_000, seed: SEED, only: null, from: 0, jobs: null };
	const rest = [...args];
	for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
		const given = rest.shift() ?? '';
		if (arg === '--only') {
			if (!ids.includes(given)) return { problem: `--only takes one of ${ids.join(', ')}.\n${usage}` };
			options.only = given;
			continue;
		}
		const name = (['count', 'seed', 'from', 'jobs'] as const).find((one) => arg === `--${one}`);
		if (name === undefined) return { problem: `Unknown option "${arg}".\n${usage}` };
		if (!/^\d{1,10}$/.test(given)) return { problem: `${arg} takes a whole number.\n${usage}` };
		options[name] = Number(given);
	}
	return options;
}
