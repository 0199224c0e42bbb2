import { mulberry32 } from '../../sandbox/mulberry32';

/** The seed of the sample that every `npm test` tries; `npm run test:fuzz -- --seed N` takes another. */
export const SEED = 20_261_130;

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

/** Each input has chance of its own, so that input 812,345 of a run can be made again without the 812,344 before it. */
export function choiceFor(seed: number, target: string, index: number): Choice {
	let mixed = seed | 0;
	for (const part of [...target].map((letter) => letter.codePointAt(0) ?? 0).concat(index)) {
		mixed = Math.imul(mixed ^ part, 0x9e37_79b1);
		mixed ^= mixed >>> 15;
	}
	return new Choice(mixed);
}
