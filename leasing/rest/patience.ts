import { MINUTE, type Millis } from '../time';
import { backOff, type BackOff } from '../work/backOff';

/** How long one request is tried before it is given up. */
export interface Patience {
	/** For a time-out, a broken connection and 5xx. */
	unanswered: BackOff;
	/** For 429 and its like: nothing was done. */
	busy: BackOff;
}

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

/** Retry-After in seconds or as a date; anything else counts as not said. */
export function retryAfter(value: unknown, now: Millis): Millis | null {
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const seconds = Number(value);
	if (String(value).trim() !== '' && Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
	const at = Date.parse(String(value));
	return Number.isNaN(at) ? null : Math.max(0, at - now);
}
