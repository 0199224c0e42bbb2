import type { Clock, Millis } from '../../leasing/time';

/** A clock that stands still until the test moves it. */
export interface HeldClock extends Clock {
	advance(ms: Millis): void;
	set(at: Millis): void;
}

/** @param start epoch ms or ISO 8601; a Tuesday noon in Austin if nothing is said */
export function heldClock(start: Millis | string = '2026-11-17T18:00:00.000Z'): HeldClock {
	let now = typeof start === 'string' ? Date.parse(start) : start;
	return {
		now: () => now,
		advance(ms) {
			now += ms;
		},
		set(at) {
			now = at;
		},
	};
}
