import { randomInt } from 'node:crypto';
import { freemem } from 'node:os';
import { parseArgs } from 'node:util';

export interface Options {
	/** Faults strike for so long; afterwards everything may come to rest. */
	minutes: number;
	/** Faults also end after so many kills. */
	kills: number;
	seed: number;
	backend: 'sqlite' | 'postgres';
	/** Leaves n8n's folder, the store and n8n's log behind. */
	keep: boolean;
	/** Breaks the product on purpose and looks who notices: mutants whose name holds one of these words; empty: all. Null: not at all. */
	mutants: string[] | null;
	/** So many mutants at once. */
	atOnce: number;
	/** Plays one drill on the product as it is, or one mutant; what `--mutants` starts for each. */
	mutant: string | null;
	/** Plays only faults whose name holds one of these words; empty plays all. */
	only: string[];
}

export const USAGE = `usage: npm run test:faults -- [--minutes N] [--kills N] [--seed S] [--backend sqlite|postgres] [--only WORD,WORD] [--keep]
       npm run test:faults -- --mutants [--only WORD,WORD] [--at-once N] [--seed S]
  --minutes   how long faults strike (default 1.2; with --kills: as long as it takes)
  --kills     stop after so many kills
  --seed      repeats the calls and faults of an earlier run (default: a new one, which is printed)
  --backend   sqlite in n8n's regular mode (default), or postgres in queue mode: main, webhook process, two workers, Redis
  --only      only faults whose name holds one of these words, e.g. --only accept,lock
  --mutants   breaks the product in many ways, one after another, and reports which of them this suite notices;
              with --only, those whose name holds one of the words ("control": the product as it is, in every drill)
  --at-once   so many mutants at once (default 2 with 8 GB of free memory, else 1)
  --keep      leaves the folder with store and n8n's log behind`;

const ROOM_FOR_TWO = 8 * 1024 ** 3;

/** @throws with a sentence about the argument that cannot be used */
export function readOptions(args: string[]): Options {
	const { values } = parseArgs({
		args,
		options: {
			minutes: { type: 'string' },
			kills: { type: 'string' },
			seed: { type: 'string' },
			backend: { type: 'string', default: 'sqlite' },
			only: { type: 'string', default: '' },
			keep: { type: 'boolean', default: false },
			mutants: { type: 'boolean', default: false },
			mutant: { type: 'string' },
			'at-once': { type: 'string' },
		},
	});
	const { backend } = values;
	if (backend !== 'sqlite' && backend !== 'postgres') throw new Error(`--backend is "${backend}"; it must be sqlite or postgres.`);
	const kills = values.kills === undefined ? Number.POSITIVE_INFINITY : positive('kills', values.kills);
	const only = values.only.split(',').filter((word) => word !== '');
	return {
		mutants: values.mutants ? only : null,
		mutant: values.mutant ?? null,
		atOnce: values['at-once'] === undefined ? (freemem() > ROOM_FOR_TWO ? 2 : 1) : positive('at-once', values['at-once']),
		minutes:
			values.minutes === undefined
				? values.kills === undefined
					? 1.2
					: Number.POSITIVE_INFINITY
				: positive('minutes', values.minutes),
		kills,
		seed: values.seed === undefined ? randomInt(1, 1_000_000) : positive('seed', values.seed),
		backend,
		keep: values.keep,
		only,
	};
}

function positive(name: string, text: string): number {
	const number = Number(text);
	if (Number.isFinite(number) && number > 0) return number;
	throw new Error(`--${name} is "${text}"; it must be a number above 0.`);
}
