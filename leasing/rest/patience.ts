import { MINUTE, SECOND, type Millis } from '../time';
import { backOff, type BackOff } from '../work/backOff';

/** How long one request is tried before it is given up. */
export interface Patience {
	/** For a time-out, a broken connection and 5xx. */
	unanswered: BackOff;
	/** For 429: Buildium's guide says about 200 ms, but a key that others use too stays busy for longer. */
	busy: BackOff;
}

/** For somebody who waits: a node in a workflow. */
export const PATIENT: Patience = {
	unanswered: { attempts: 5, firstPause: SECOND, longestPause: 10 * SECOND },
	busy: { attempts: 10, firstPause: 250, longestPause: 10 * SECOND },
};

/** For what is tried again later anyway, such as work that is written in the store, and for lists in the editor. */
export const HASTY: Patience = {
	unanswered: { attempts: 2, firstPause: SECOND, longestPause: SECOND },
	busy: { attempts: 4, firstPause: 250, longestPause: 2 * SECOND },
};

/** No answer header makes us wait longer in one piece. */
const LONGEST_ASKED_FOR: Millis = MINUTE;

/**
 * Pause before the next try.
 * @param attempt the one that failed, from 1 @param random from 0 up to 1 @param askedFor what Retry-After said
 * @returns null when patience has ended
 */
export function pauseBefore(back: BackOff, attempt: number, random: number, askedFor: Millis | null): Millis | null {
	const pause = backOff(back, attempt, random);
	return pause === null ? null : Math.max(pause, Math.min(askedFor ?? 0, LONGEST_ASKED_FOR));
}

/** Retry-After in seconds or as a date; Buildium documents neither, so anything else counts as not said. */
export function retryAfter(value: unknown, now: Millis): Millis | null {
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const seconds = Number(value);
	if (String(value).trim() !== '' && Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
	const at = Date.parse(String(value));
	return Number.isNaN(at) ? null : Math.max(0, at - now);
}
