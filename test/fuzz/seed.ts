import { mulberry32 } from '../../sandbox/mulberry32';

/** How many inputs a fuzz test tries; with LEASING_FUZZ=1000000 as many. The seed is printed, and LEASING_FUZZ_SEED repeats a run. */
export const INPUTS = Number(process.env.LEASING_FUZZ ?? 10_000);
export const SEED = Number(process.env.LEASING_FUZZ_SEED ?? 20_261_130);

/** What a grammar chooses with. */
export class Choice {
	readonly random: () => number;

	constructor(seed: number) {
		this.random = mulberry32(seed);
	}

	below(count: number): number {
		return Math.floor(this.random() * count);
	}

	chance(share: number): boolean {
		return this.random() < share;
	}

	one<T>(list: readonly T[]): T {
		if (list.length === 0) throw new Error('The list is empty.');
		return list[this.below(list.length)] as T;
	}

	shuffled<T>(list: readonly T[]): T[] {
		return list
			.map((value) => ({ value, rank: this.random() }))
			.sort((a, b) => a.rank - b.rank)
			.map(({ value }) => value);
	}
}
