import type { Millis } from '../../../leasing/time';

/**
 * How long one transaction may take. Meanwhile nobody else writes, and on SQLite n8n answers nobody: a phone company waits for
 * its answer.
 */
export const LONGEST: Millis = 150;

const FIRST = 50;
const MOST = 400;
/** Some room, so that what was read ahead is rarely read for nothing. */
const AIM: Millis = 120;

export interface Pace {
	/** How many items the next transaction may take on. */
	most(): number;
	/** So many items took so long. */
	took(items: number, millis: Millis): void;
}

/** As many items for each transaction as the last ones say will fit: a slow disk or a busy machine gets fewer. */
export function makePace(): Pace {
	let most = FIRST;
	return {
		most: () => most,
		took(items, millis) {
			const fit = Math.round((items * AIM) / Math.max(1, millis));
			// At most twice as many: a few repeated items say little about the next ones.
			most = Math.max(1, Math.min(MOST, fit, most * 2));
		},
	};
}
