/** Numbers that look random and are the same for the same seed, kind and index, in whatever order they are asked for. */
export class Dice {
	constructor(private readonly seed: number) {}

	/** A whole number below `below`. @param kind tells apart what is decided about the same index */
	roll(kind: number, index: number, below: number): number {
		let mixed = (this.seed ^ Math.imul(kind + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
		mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
		return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
	}

	pick<T>(kind: number, index: number, from: readonly T[]): T {
		const picked = from[this.roll(kind, index, from.length)];
		if (picked === undefined) throw new Error('There is nothing to pick from.');
		return picked;
	}
}
