/** Counts requests of one key within the last second. */
export class Pace {
	private readonly arrivals = new Map<string, number[]>();

	constructor(private readonly perSecond: number | null) {}

	/** Whether the key may make a request now; refused ones are not counted. @param now on the clock of `performance.now()` */
	admits(key: string, now: number): boolean {
		if (this.perSecond === null) return true;
		const recent = (this.arrivals.get(key) ?? []).filter((at) => at > now - 1000);
		const admitted = recent.length < this.perSecond;
		if (admitted) recent.push(now);
		this.arrivals.set(key, recent);
		return admitted;
	}
}
