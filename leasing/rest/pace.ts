import type { Millis } from '../time';

/** How fast one API key may be used. */
export interface PaceLimits {
	/** Requests per second in the long run. */
	perSecond: number;
	/** How many may go at once after a quiet time. */
	burst: number;
}

/**
 * A token bucket, kept as the instant at which it would be full again. The zero value is a full bucket.
 */
export interface Pace {
	fullAt: Millis;
}

/** Sevenths of a second do not add up exactly; without this the first request after a pause would wait a millisecond. */
const ROUNDING = 1e-6;

export const FULL_BUCKET: Pace = { fullAt: Number.NEGATIVE_INFINITY };

/**
 * How long the next request has to wait. In any second at most `perSecond + burst` requests are let through.
 * @returns 0 when it may go now; then `spend` must be called
 */
export function waitFor(pace: Pace, now: Millis, { perSecond, burst }: PaceLimits): Millis {
	const interval = 1_000 / perSecond;
	return Math.max(0, Math.ceil(Math.max(pace.fullAt, now) - now - (burst - 1) * interval - ROUNDING));
}

/** Takes one token at `now`. */
export function spend(pace: Pace, now: Millis, { perSecond }: PaceLimits): Pace {
	return { fullAt: Math.max(pace.fullAt, now) + 1_000 / perSecond };
}
