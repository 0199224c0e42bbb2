import type { Millis } from '../time';

/** How a filter of a list wants its time; Buildium has three ways, by resource. */
export type TimeFormat =
	/** `2026-03-10T14:05:00Z` */
	| 'instant'
	/** `2026-03-10`: tasks, work orders, phone logs and files know no time of day. */
	| 'day'
	/** `2026-03-10 14:05:00`: notes, and when a lease was made. The zone is not documented; we take UTC, as everywhere else. */
	| 'spaced';

/** @param at is cut to the second, or to the day in UTC */
export function timeFilter(at: Millis, format: TimeFormat): string {
	const iso = new Date(at).toISOString();
	switch (format) {
		case 'instant':
			return `${iso.slice(0, 19)}Z`;
		case 'day':
			return iso.slice(0, 10);
		case 'spaced':
			return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
	}
}

/** Buildium refuses a longer range with 422, mostly without saying so beforehand. */
export const LONGEST_RANGE_DAYS = 365;
