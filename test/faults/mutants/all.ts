import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { changed } from './apply';
import { chosen, isControl } from './list';
import type { Mutant } from './mutant';
import { RESULT, type MutantResult } from './one';

const PROJECT = path.resolve(__dirname, '../../..');
/** Building it, bringing n8n up, and coming to rest. */
const AROUND_MS = 4 * 60_000;
const DEFAULT_SEED = 777;

/** Plays every mutant that was asked for, and prints who was caught. @returns exit status */
export async function runMutants(
	words: readonly string[],
	{ atOnce, seed = DEFAULT_SEED }: { atOnce: number; seed?: number },
	print: (line: string) => void,
): Promise<number> {
	const mutants = chosen(words);
	// Before an hour of runs, not in the middle of it.
	for (const { name, changes } of mutants) for (const change of changes) changed(PROJECT, change, name);
	print(`${mutants.length} mutants, ${atOnce} at once, seed ${seed}`);

	const results = new Map<Mutant, MutantResult | string>();
	const waiting = [...mutants];
	const worker = async () => {
		for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
			const result = await play(mutant, seed);
			results.set(mutant, result);
			print(`${results.size} of ${mutants.length}  ${lineOf(mutant, result)}`);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return report(mutants, results);
}

/** @returns the result, or what went wrong */
async function play({ name, minutes }: Mutant, seed: number): Promise<MutantResult | string> {
	const child = spawn(
		process.execPath,
		['--import', 'tsx', path.join(PROJECT, 'test/faults/main.ts'), '--mutant', name, '--seed', String(seed)],
		{
			cwd: PROJECT,
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
	let result: MutantResult | null = null;
	const last: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		createInterface({ input: stream }).on('line', (line) => {
			// A cast, not a check: our own process wrote it.
			if (line.startsWith(RESULT)) result = JSON.parse(line.slice(RESULT.length)) as MutantResult;
			last.push(line);
			if (last.length > 30) last.shift();
		});
	}
	const timer = setTimeout(() => child.kill('SIGTERM'), minutes * 60_000 + AROUND_MS);
	await new Promise((resolve) => child.once('close', resolve));
	clearTimeout(timer);
	return result ?? `it could not be played: ${last.slice(-6).join(' | ')}`;
}

function lineOf(mutant: Mutant, result: MutantResult | string): string {
	if (typeof result === 'string') return `BROKEN  ${mutant.name}: ${result}`;
	const took = `${(result.ms / 60_000).toFixed(1)} of ${mutant.minutes} min`;
	return result.caught === null
		? `${isControl(mutant) ? 'clean ' : 'MISSED'}  ${mutant.name} (${took})`
		: `${isControl(mutant) ? 'ALARM ' : 'caught'}  ${mutant.name} (${result.drill}, ${took}): ${result.caught}`;
}

function report(mutants: readonly Mutant[], results: Map<Mutant, MutantResult | string>): number {
	console.log('\nWho was caught:');
	for (const mutant of mutants) console.log(lineOf(mutant, results.get(mutant) ?? 'it was not played'));
	const good = mutants.filter((mutant) => {
		const result = results.get(mutant);
		return typeof result === 'object' && (result.caught === null) === isControl(mutant);
	});
	console.log(`${good.length} of ${mutants.length} as it should be`);
	return good.length === mutants.length ? 0 : 1;
}
