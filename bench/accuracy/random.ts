/** A seeded source of chance: the same seed gives the same data on every machine. */
export class Chance {
	constructor(private state: number) {}

	/** 0 to 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
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
		return items.map((item) => ({ item, at: this.next() })).sort((one, other) => one.at - other.at).map(({ item }) => item);
	}
}
