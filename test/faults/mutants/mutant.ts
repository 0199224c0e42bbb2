import type { DrillName } from './drills';

/** One way of breaking the product on purpose, and what should notice. */
export interface Mutant {
	/** Short, in words: it stands in the report. */
	name: string;
	/** What a company would suffer from it. */
	why: string;
	/** What is played to find it, one after another until something is found. */
	drills: readonly DrillName[];
	/** The whole run may take so long; the clock starts when its n8n is up. */
	minutes: number;
	changes: readonly Change[];
}

/** Exact text of the source, tabs and all; it must be there once. */
export interface Change {
	file: string;
	find: string;
	replace: string;
}
