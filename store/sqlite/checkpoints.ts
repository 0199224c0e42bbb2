import { clearTimeout, setTimeout } from 'node:timers';

import type { Millis } from '../../leasing/time';

/**
 * SQLite copies what was written from the log into the file every so many pages, within the commit that happens to reach the number. That one takes 4 to
 * 7 ms longer than the others, and somebody's call waits for it: it is what the slowest of a hundred commits are slow by. So it is done when nobody
 * has written for a moment; SQLite's own number (1,000) is only the bound for when that never comes, as in an import: 128 MB, because at 8,000 pages
 * copying the same pages over and over was nearly half of what the commits of 20,000 rows took.
 */
export const CHECKPOINT_AT_LATEST_PAGES = 32_000;
/** Some 1,000 pages: one lead more writes about 40. */
const ENOUGH_COMMITS = 25;
const QUIET: Millis = 10;

export interface Checkpoints {
	/** Something was committed. */
	committed(): void;
	stop(): void;
}

/** @param checkpoint copies what it can and waits for nobody */
export function makeCheckpoints(checkpoint: () => Promise<void>): Checkpoints {
	let commits = 0;
	let timer: NodeJS.Timeout | undefined;
	const run = (): void => {
		commits = 0;
		// Somebody else may be doing it; then there is nothing to do.
		checkpoint().catch(() => undefined);
	};
	return {
		committed() {
			commits += 1;
			if (commits < ENOUGH_COMMITS) return;
			clearTimeout(timer);
			// It never keeps a process alive: closing the file copies everything anyway.
			timer = setTimeout(run, QUIET).unref();
		},
		stop: () => clearTimeout(timer),
	};
}
