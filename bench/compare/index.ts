/**
 * Two builds in turn: another checkout of this repository and this one, A B B A ..., so that the machine's moods meet both.
 * `npm run bench -- --against ../before [--runs 5] [--only calls] [--allow 5]`. Both are built by it first.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

import type { BenchOptions } from '../options';
import { comparePairs, compareTable, type ComparedFigure, type Pair } from './compare';
import { COMPARED, figuresOf, type ComparedPart, type Figure } from './figures';

const HERE = resolve(__dirname, '../..');

/** Measures and prints. @returns the exit status: 1 when a figure became worse than allowed */
export async function runComparison({ against, runs, allowed, only, passedOn, json }: BenchOptions & { against: string }): Promise<number> {
	const say = (text: string) => (json ? process.stderr : process.stdout).write(`${text}\n`);
	const before = resolve(against);
	for (const folder of [before, HERE]) await run(folder, ['node_modules/gulp/bin/gulp.js', '-L', 'files']);
	const compared: ComparedFigure[] = [];
	for (const part of COMPARED.filter((one) => only === null || one === only)) {
		const pairs: Pair[] = [];
		for (let round = 0; round < runs; round++) {
			// Who goes first changes.
			const order = round % 2 === 0 ? [before, HERE] : [HERE, before];
			const figures = new Map<string, Figure[]>();
			for (const folder of order) figures.set(folder, await measure(folder, part, passedOn));
			pairs.push({ before: figures.get(before) ?? [], after: figures.get(HERE) ?? [] });
			say(`${part}, ${round + 1} of ${runs}\n${compareTable(round + 1, comparePairs(pairs), 1 + allowed / 100)}\n`);
		}
		compared.push(...comparePairs(pairs));
	}
	say(compareTable(runs, compared, 1 + allowed / 100));
	if (json) process.stdout.write(`${JSON.stringify(compared)}\n`);
	return compared.every(({ ratio }) => ratio <= 1 + allowed / 100) ? 0 : 1;
}

async function measure(folder: string, part: ComparedPart, passedOn: readonly string[]): Promise<Figure[]> {
	const printed = await run(folder, ['--import', 'tsx', 'bench/index.ts', '--only', part, '--json', ...passedOn]);
	return figuresOf(part, JSON.parse(printed.trim().split('\n').at(-1) ?? ''));
}

/** @returns what it printed; its progress goes to our stderr */
async function run(folder: string, args: readonly string[]): Promise<string> {
	return await new Promise((done, fail) => {
		const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
		let printed = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
		child.on('error', fail);
		child.on('close', (status) => {
			if (status === 0) done(printed);
			else fail(new Error(`${args.join(' ')} in ${folder} ended with status ${status}:\n${printed.slice(-2_000)}`));
		});
	});
}
