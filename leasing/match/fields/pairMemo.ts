/** Remembers what came of the last so many pairs of words; which of the two comes first makes no difference. */
export class PairMemo<T> {
	private readonly known = new Map<string, Map<string, T>>();
	private size = 0;

	/** @param compare gives the same for both orders */
	constructor(
		private readonly compare: (one: string, other: string) => T,
		private readonly most = 20_000,
	) {}

	of(one: string, other: string): T {
		const [first, second] = one < other ? [one, other] : [other, one];
		const others = this.known.get(first);
		const known = others?.get(second);
		if (known !== undefined) return known;
		const made = this.compare(first, second);
		if (this.size >= this.most) {
			this.known.clear();
			this.size = 0;
		}
		this.size++;
		const kept = this.known.get(first);
		if (kept === undefined) this.known.set(first, new Map([[second, made]]));
		else kept.set(second, made);
		return made;
	}
}
