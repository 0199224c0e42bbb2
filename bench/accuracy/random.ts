import { mulberry32 } from '../../sandbox/mulberry32';

/** A seeded source of chance: the same seed gives the same data on every machine. */
export class Chance {
	/** From 0 up to 1. */
	readonly next: () => number;

	constructor(seed: number) {
		this.next = mulberry32(seed);
	}

	is(probability: number): boolean {
		return this.next() < probability;
	}

	upTo(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	pick<T>(from: readonly T[]): T {
		const picked = from[this.upTo(from.length)];
		if (picked === undefined) throw new RangeError('There is nothing to pick from.');
		return picked;
	}

	shuffled<T>(items: readonly T[]): T[] {
		return items
			.map((item) => ({ item, at: this.next() }))
			.sort((one, other) => one.at - other.at)
			.map(({ item }) => item);
	}
}
