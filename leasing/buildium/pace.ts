import type { PaceLimit } from '../rest/pace';

/** Buildium's limit speaks of concurrent requests too, and a single answer may take fifteen seconds. */
export const MOST_AT_ONCE = 8;

/**
 * Buildium allows ten requests in any second. Two at once, so that a person who opens a list does not wait; with the seven of
 * the default never more than nine in any second.
 */
export function buildiumPace(requestsPerSecond: number): PaceLimit[] {
	return [{ per: 1_000, most: requestsPerSecond, burst: requestsPerSecond > 8 ? 1 : 2 }];
}
