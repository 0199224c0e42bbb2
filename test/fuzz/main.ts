/**
 * `npm run test:fuzz`: a million made-up requests and inputs at the verifiers and readers, on as many threads as there are cores.
 * The same seed makes the same inputs; `--only T --from N --count 1` makes one of them again. The exit status is 1 when one went wrong.
 */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

import { summed, type Outcome, type Target } from './campaign';
import { readOptions, type FuzzOptions } from './options';
import { TARGETS } from './targets';

/** Inputs that one thread tries before it reports. */
const STRETCH = 2_000;
/** Longer than any input may take by far: it hangs. */
const HANGS_MS = 60_000;

interface Job {
	target: Target;
	from: number;
	count: number;
}

function jobsOf({ only, count, from }: FuzzOptions): Job[] {
	const chosen = only === null ? TARGETS : TARGETS.filter(({ id }) => id === only);
	const shares = chosen.reduce((sum, { share }) => sum + share, 0);
	return chosen.flatMap((target) => {
		const all = Math.round((count * target.share) / shares);
		return Array.from({ length: Math.ceil(all / STRETCH) }, (_none, at) => ({
			target,
			from: from + at * STRETCH,
			count: Math.min(STRETCH, all - at * STRETCH),
		}));
	});
}

/** One thread that tries one stretch after another. @throws when an input hangs */
async function workThrough(jobs: Job[], seed: number, report: (job: Job, outcome: Outcome) => void): Promise<void> {
	const progress = new Int32Array(new SharedArrayBuffer(4));
	const worker = new Worker(path.join(__dirname, 'worker.ts'), { workerData: progress, execArgv: ['--import', 'tsx'] });
	try {
		for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
			const { target, from, count } = job;
			report(job, await outcomeOf(worker, progress, { target: target.id, seed, from, count }));
		}
	} finally {
		await worker.terminate();
	}
}

async function outcomeOf(
	worker: Worker,
	progress: Int32Array,
	stretch: { target: string; seed: number; from: number; count: number },
): Promise<Outcome> {
	const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
	worker.on('message', resolve).on('error', reject);
	let seen = { index: -1, at: Date.now() };
	const watch = setInterval(() => {
		const index = Atomics.load(progress, 0);
		if (index !== seen.index) seen = { index, at: Date.now() };
		else if (Date.now() - seen.at > HANGS_MS)
			reject(new Error(`An input hangs: --only ${stretch.target} --seed ${stretch.seed} --from ${index} --count 1`));
	}, 1_000);
	worker.postMessage(stretch);
	try {
		return await promise;
	} finally {
		clearInterval(watch);
		worker.off('message', resolve).off('error', reject);
	}
}

async function main(): Promise<number> {
	const options = readOptions(process.argv.slice(2), TARGETS);
	if ('problem' in options) {
		process.stderr.write(`${options.problem}\n`);
		return 2;
	}
	const { seed } = options;
	process.stdout.write(`Seed ${seed}, ${options.count} inputs.\n`);
	const began = Date.now();
	const outcomes = new Map<Target, Outcome[]>();
	const jobs = jobsOf(options);
	const threads = Array.from({ length: Math.min(options.jobs ?? availableParallelism(), jobs.length) }, async () => {
		await workThrough(jobs, seed, ({ target }, outcome) => {
			outcomes.set(target, [...(outcomes.get(target) ?? []), outcome]);
			for (const { index, problem, input } of outcome.faults) {
				process.stdout.write(`\n${target.id}, input ${index}: ${problem}\n  ${input}\n`);
				process.stdout.write(`  again: npm run test:fuzz -- --only ${target.id} --seed ${seed} --from ${index} --count 1\n`);
			}
		});
	});
	await Promise.all(threads);
	let wrong = 0;
	for (const [target, all] of outcomes) {
		const { inputs, counts, slowest, faults, lacking } = summed(target, all);
		const counted = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
		process.stdout.write(
			`${inputs} ${target.title}: ${counted.join(', ')}; slowest ${slowest.ms.toFixed(0)} ms (input ${slowest.index}); ${faults.length} went wrong\n`,
		);
		wrong += faults.length;
		if (inputs < 1_000) continue;
		for (const sentence of lacking) process.stdout.write(`  ${sentence}\n`);
		wrong += lacking.length;
	}
	process.stdout.write(`${wrong} wrong, ${Math.round((Date.now() - began) / 1_000)} s, seed ${seed}\n`);
	return wrong === 0 ? 0 : 1;
}

main().then(
	(status) => process.exit(status),
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exit(1);
	},
);
