import type { Millis } from '../time';

/**
 * How fast one key may be used. Vendors count in different ways, and some in several at once (8 a second and 256 a minute): a
 * request goes when every limit lets it.
 */
export type PaceLimit =
	/** Never more than `most` in any stretch of `per`, however they are spread: for limits that a vendor counts and counts exactly. */
	| { per: Millis; most: number; burst?: undefined }
	/** Evenly: `most` in `per` in the long run, and after a quiet time `burst` at once. In any `per` at most `most + burst`. */
	| { per: Millis; most: number; burst: number };

/** What was let through so far. The zero value is a key that nobody has used. */
export interface Pace {
	/** Of each even limit, by its place in the list: the instant at which its bucket would be full again. */
	fullAt: readonly Millis[];
	/** When the latest requests went, oldest first; no more than the limits ask about. */
	sent: readonly Millis[];
}

export const UNUSED: Pace = { fullAt: [], sent: [] };

/** Sevenths of a second do not add up exactly; without this the first request after a pause would wait a millisecond. */
const ROUNDING = 1e-6;

/**
 * How long the next request has to wait.
 * @returns 0 when it may go now; then `spend` must be called
 */
export function waitFor({ fullAt, sent }: Pace, now: Millis, limits: readonly PaceLimit[]): Millis {
	const waits = limits.map(({ per, most, burst }, place) => {
		if (burst !== undefined) return Math.ceil(fullAtOf(fullAt, place, now) - now - ((burst - 1) * per) / most - ROUNDING);
		const earlier = sent.at(-most);
		// A clock that was set back must not hold a key for longer than its window.
		return earlier === undefined ? 0 : Math.min(earlier + per - now, per);
	});
	return Math.max(0, ...waits);
}

/** Takes one place of every limit at `now`. */
export function spend({ fullAt, sent }: Pace, now: Millis, limits: readonly PaceLimit[]): Pace {
	const longest = Math.max(0, ...limits.map(({ most, burst }) => (burst === undefined ? most : 0)));
	return {
		fullAt: limits.map(({ per, most, burst }, place) =>
			burst === undefined ? Number.NEGATIVE_INFINITY : fullAtOf(fullAt, place, now) + per / most,
		),
		sent: longest === 0 ? [] : [...sent, now].slice(-longest),
	};
}

/** The same, seen from a clock that was set back by so much. */
export function setBack({ fullAt, sent }: Pace, by: Millis): Pace {
	return { fullAt: fullAt.map((at) => at - by), sent: sent.map((at) => at - by) };
}

function fullAtOf(fullAt: readonly Millis[], place: number, now: Millis): Millis {
	return Math.max(fullAt[place] ?? Number.NEGATIVE_INFINITY, now);
}
