import { median } from '../statistics';
import type { Figure } from './figures';

/** The figures of one run of each build, made one right after the other. */
export interface Pair {
	before: Figure[];
	after: Figure[];
}

export interface ComparedFigure {
	name: string;
	/** Medians over the runs. */
	before: number;
	after: number;
	/** Median of after / before, pair by pair: what else the machine did meets both of a pair. Above 1 is worse. */
	ratio: number;
	/** Of the pairs' ratios. */
	least: number;
	most: number;
}

/** @throws when a figure is missing in one of the runs */
export function comparePairs(pairs: readonly Pair[]): ComparedFigure[] {
	const names = pairs[0]?.before.map(({ name }) => name) ?? [];
	return names.map((name) => {
		const before = pairs.map((pair) => valueOf(pair.before, name));
		const after = pairs.map((pair) => valueOf(pair.after, name));
		const ratios = after.map((value, index) => value / (before[index] ?? Number.NaN));
		return {
			name,
			before: median(before),
			after: median(after),
			ratio: median(ratios),
			least: Math.min(...ratios),
			most: Math.max(...ratios),
		};
	});
}

function valueOf(figures: readonly Figure[], name: string): number {
	const found = figures.find((figure) => figure.name === name);
	if (found === undefined) throw new Error(`A run lacks the figure "${name}".`);
	return found.value;
}

export function compareTable(runs: number, compared: readonly ComparedFigure[], worst: number): string {
	const row = (cells: readonly string[]) => cells.map((cell, index) => (index === 0 ? cell.padEnd(52) : cell.padStart(10))).join('');
	const shown = (value: number) => value.toFixed(2);
	return [
		`Two builds in turn, ${runs} runs each; less is better. ratio: after / before, median of the pairs.`,
		row(['', 'before', 'after', 'ratio', 'least', 'most']),
		...compared.map(
			({ name, before, after, ratio, least, most }) =>
				`${row([name, ...[before, after, ratio, least, most].map(shown)])}  ${ratio <= worst ? 'met' : 'WORSE'}`,
		),
	].join('\n');
}
