import type { Millis } from '../time';

/** How often and how patiently something is tried again. */
export interface BackOff {
	/** Attempts in all, the first one included. */
	attempts: number;
	/** Pause before the second attempt; each further one is twice as long. */
	firstPause: Millis;
	/** No pause is longer, apart from the jitter. */
	longestPause: Millis;
}

/** The largest part of a pause that is added or taken away. Below a third, so that a pause still grows. */
const JITTER = 0.2;

/**
 * Pause after a failed attempt. It doubles, so that a system that is down is left in peace, and is spread, so that
 * what failed together does not come back together.
 * @param attempt the one that failed, from 1
 * @param random a number from 0 up to 1
 * @returns null after the last attempt
 */
export function backOff({ attempts, firstPause, longestPause }: BackOff, attempt: number, random: number): Millis | null {
	if (attempt >= attempts) return null;
	const pause = Math.min(firstPause * 2 ** (attempt - 1), longestPause);
	return Math.round(pause * (1 + JITTER * (2 * random - 1)));
}
