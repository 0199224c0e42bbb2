import { mulberry32 } from '../../sandbox/mulberry32';

/** Repeatable randomness: everything a run does by chance comes from its seed. */
export interface Random {
	/** From 0 up to 1. */
	next(): number;
	/** A number from `least` up to `most`. */
	between(least: number, most: number): number;
	/** True in `share` of all cases. */
	chance(share: number): boolean;
	pick<T>(from: readonly T[]): T;
	/** Picks by weight. */
	weighted<T extends { weight: number }>(from: readonly T[]): T;
}

/** @param stream independent sequences of one seed, so that calls and faults do not shift one another */
export function randomFrom(seed: number, stream: string): Random {
	const start = [...stream].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), seed ^ 0x811c9dc5) | 0;
	const next = mulberry32(start);
	const pick = <T>(from: readonly T[]): T => {
		const found = from[Math.floor(next() * from.length)];
		if (found === undefined) throw new Error('There is nothing to pick from.');
		return found;
	};
	return {
		next,
		pick,
		between: (least, most) => least + next() * (most - least),
		chance: (share) => next() < share,
		weighted(from) {
			let left = next() * from.reduce((sum, { weight }) => sum + weight, 0);
			for (const one of from) {
				left -= one.weight;
				if (left < 0) return one;
			}
			return pick(from);
		},
	};
}
