import * as z from 'zod/v4';

import type { Part } from '../options';

/** One figure of a run that two builds are compared by; less is better. */
export interface Figure {
	name: string;
	value: number;
}

/** The parts of the benchmark of which two builds can be compared. */
export const COMPARED = ['calls', 'lookups', 'batch', 'normalize'] as const satisfies readonly Part[];
export type ComparedPart = (typeof COMPARED)[number];

const summary = z.object({ median: z.number() });
const atRate = z.object({ callsPerSecond: z.number(), ratio: summary });
const readers: Record<ComparedPart, (run: unknown) => Figure[]> = {
	/** Times n8n's own nodes in the same run. */
	calls: (run) => {
		const { answer, text } = z.object({ answer: z.array(atRate), text: z.array(atRate), void: z.array(z.string()).max(0) }).parse(run);
		const of = (what: string, all: Array<z.infer<typeof atRate>>) =>
			all.map(({ callsPerSecond, ratio }) => ({ name: `${what}, ${callsPerSecond} calls/s, times the peer`, value: ratio.median }));
		return [...of('answer', answer), ...of('text', text)];
	},
	lookups: (run) => {
		const times = z.array(z.object({ leads: z.number(), unknown: summary, known: summary }));
		return z
			.array(z.object({ backend: z.string(), times }))
			.parse(run)
			.flatMap(({ backend, times: all }) =>
				all.flatMap(({ leads, unknown, known }) => [
					{ name: `new lead beside ${leads} on ${backend}, ms`, value: unknown.median },
					{ name: `known lead beside ${leads} on ${backend}, ms`, value: known.median },
				]),
			);
	},
	/** Times n8n's Remove Duplicates in the same run. */
	batch: (run) => {
		const { measured } = z.object({ measured: z.array(z.object({ name: z.string(), seconds: z.number() })) }).parse(run);
		const seconds = (name: string) => measured.find((one) => one.name === name)?.seconds ?? Number.NaN;
		return ['node', 'command'].map((name) => ({
			name: `a long list, ${name}, times Remove Duplicates`,
			value: seconds(name) / seconds('removeDuplicates'),
		}));
	},
	/** Milliseconds for a thousand leads. */
	normalize: (run) => {
		const { all } = z.object({ all: z.object({ ours: z.number() }) }).parse(run);
		return [{ name: 'a thousand leads normalized, ms', value: 1_000_000 / all.ours }];
	},
};

/** @param run what `npm run bench -- --only <part> --json` printed @throws ZodError when it is not that, or its figures are void */
export function figuresOf(part: ComparedPart, run: unknown): Figure[] {
	return readers[part](run);
}
