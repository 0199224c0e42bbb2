import type { PairComparison } from './compare';

/**
 * What a pair is: `same` is merged by itself, `review` a person decides, `household` two people who share something
 * (linked, never merged), `apart` nothing.
 */
export type Band = 'same' | 'review' | 'household' | 'apart';

export interface Thresholds {
	/** At least this likely: merged without asking. 0.5 to 1. */
	automatic: number;
	/** At least this likely: a person is asked. 0 to `automatic`. */
	review: number;
}

/** Safe for data of any kind; who wants fewer questions raises `review`, who wants no merge by itself sets `automatic` to 1. */
export const DEFAULT_THRESHOLDS: Thresholds = { automatic: 0.95, review: 0.3 };

/** Which band a pair falls into. What speaks against it wins over any sum. */
export function bandOf(pair: PairComparison, thresholds: Thresholds = DEFAULT_THRESHOLDS): Band {
	if (pair.verdict === 'same') return 'same';
	const likely = pair.probability >= thresholds.automatic;
	if (pair.conflicts.length > 0) {
		if (pair.conflicts.includes('kept_apart')) return 'apart';
		if (pair.sharesContact) return pair.conflicts.includes('recycled') ? 'review' : 'household';
		return likely && pair.doubts.length === 0 ? 'review' : 'apart';
	}
	if (likely && thresholds.automatic < 1 && pair.doubts.length === 0) return 'same';
	// Namesakes are many: a person is asked only when the names are so rare that their sum alone would do.
	return likely || (pair.probability >= thresholds.review && !pair.doubts.includes('name_only')) ? 'review' : 'apart';
}
