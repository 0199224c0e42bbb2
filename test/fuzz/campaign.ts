import { choiceFor, type Choice } from './seed';

/** One made-up input, ready to be tried. */
export interface Trial<Result> {
	/** What is shown if it goes wrong. */
	input: unknown;
	/** Only this is timed. */
	run(): Result | Promise<Result>;
	/** @returns what is wrong with the result, or null */
	judge(result: Result): string | null;
	/** Counted under this name, so that a run in which nothing is ever accepted or read does not pass for a good one. */
	count(result: Result): string;
}

export interface Target {
	id: string;
	/** As the report names it. */
	title: string;
	/** Of all inputs of a run. */
	share: number;
	/** What one input may compute at most. */
	cpuMs: number;
	/** Of a thousand inputs, how many must at least be counted under these names. */
	expected: Readonly<Record<string, number>>;
	trial(choice: Choice): Trial<unknown>;
}

/** Trials of different results in one list. */
export function trial<Result>(one: Trial<Result>): Trial<unknown> {
	return one as Trial<unknown>;
}

export interface Fault {
	target: string;
	index: number;
	problem: string;
	input: string;
}

export interface Outcome {
	target: string;
	inputs: number;
	counts: Record<string, number>;
	slowest: { ms: number; index: number };
	faults: Fault[];
}

export interface Stretch {
	seed: number;
	/** The first input's number. */
	from: number;
	count: number;
	/** Told before each input, so that somebody outside sees one that never ends. */
	onInput?: (index: number) => void;
}

const MOST_FAULTS = 10;
const LONGEST_SHOWN = 4_000;

/** Tries a stretch of a target's inputs. What goes wrong is collected, not thrown. */
export async function tryOut(target: Target, { seed, from, count, onInput }: Stretch): Promise<Outcome> {
	const outcome: Outcome = { target: target.id, inputs: 0, counts: {}, slowest: { ms: 0, index: from }, faults: [] };
	for (let index = from; index < from + count && outcome.faults.length < MOST_FAULTS; index++) {
		onInput?.(index);
		outcome.inputs++;
		const fault = (problem: string): void => {
			outcome.faults.push({ target: target.id, index, problem, input: shown(target.trial(choiceFor(seed, target.id, index)).input) });
		};
		const one = target.trial(choiceFor(seed, target.id, index));
		try {
			let { result, ms } = await timed(one);
			// A machine that pauses us or tidies its memory does not do so three times for the same input.
			for (let again = 0; ms > target.cpuMs && again < 2; again++) ms = Math.min(ms, (await timed(one)).ms);
			if (ms > outcome.slowest.ms) outcome.slowest = { ms, index };
			if (ms > target.cpuMs) fault(`It computed for ${ms.toFixed(0)} ms; ${target.cpuMs} ms are allowed.`);
			const name = one.count(result);
			outcome.counts[name] = (outcome.counts[name] ?? 0) + 1;
			const problem = one.judge(result);
			if (problem !== null) fault(problem);
		} catch (thrown) {
			fault(`It crashed: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
		}
	}
	return outcome;
}

async function timed<Result>(one: Trial<Result>): Promise<{ result: Result; ms: number }> {
	const before = process.threadCpuUsage();
	const result = await one.run();
	const { user, system } = process.threadCpuUsage(before);
	return { result, ms: (user + system) / 1_000 };
}

function shown(input: unknown): string {
	return (JSON.stringify(input) ?? String(input)).slice(0, LONGEST_SHOWN);
}

/** Sums up stretches of one target. @returns also what a whole run lacks: counts that are too small to believe in */
export function summed(target: Target, outcomes: readonly Outcome[]): Outcome & { lacking: string[] } {
	const counts: Record<string, number> = {};
	for (const one of outcomes) for (const [name, count] of Object.entries(one.counts)) counts[name] = (counts[name] ?? 0) + count;
	const inputs = outcomes.reduce((sum, one) => sum + one.inputs, 0);
	const slowest = outcomes.reduce((most, one) => (one.slowest.ms > most.ms ? one.slowest : most), { ms: 0, index: 0 });
	const lacking = Object.entries(target.expected)
		.filter(([name, perThousand]) => (counts[name] ?? 0) < (perThousand * inputs) / 1_000)
		.map(
			([name, perThousand]) =>
				`"${name}" came ${counts[name] ?? 0} times in ${inputs}; at least ${perThousand} in 1,000 were expected.`,
		);
	return { target: target.id, inputs, counts, slowest, faults: outcomes.flatMap(({ faults }) => faults), lacking };
}
