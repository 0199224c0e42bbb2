/** Of one series of times. */
export interface Summary {
	samples: number;
	/** Milliseconds. */
	median: number;
	/** Milliseconds; with fewer than 100 samples this is the worst one. */
	p99: number;
}

export interface Comparison {
	ours: Summary;
	peer: Summary;
	/** Ours divided by the peer's. */
	ratio: { median: number; p99: number };
}

/**
 * The smallest value that at least `share` of all values do not exceed (nearest rank): always a value that was measured.
 * @param share above 0, at most 1
 */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
	if (found === undefined) throw new Error('There is no percentile of no values.');
	return found;
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.floor((sorted.length - 1) / 2)];
	if (upper === undefined || lower === undefined) throw new Error('There is no median of no values.');
	return (lower + upper) / 2;
}

export function summarize(values: readonly number[]): Summary {
	return { samples: values.length, median: median(values), p99: percentile(values, 0.99) };
}

export function compare(ours: readonly number[], peer: readonly number[]): Comparison {
	const [mine, theirs] = [summarize(ours), summarize(peer)];
	return { ours: mine, peer: theirs, ratio: { median: mine.median / theirs.median, p99: mine.p99 / theirs.p99 } };
}
