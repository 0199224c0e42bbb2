import { unusable } from '../refusal';

/**
 * How a filter wants its date: `utc` as 2026-01-31T08:00:00Z (a bare day was seen to work, too), `day` as 2026-01-31 and
 * nothing else, `spaced` as 2026-01-31 08:00:00.
 */
export type DateFormat = 'utc' | 'day' | 'spaced';

const SHAPES: Record<DateFormat, { pattern: RegExp; example: string }> = {
	utc: { pattern: /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/, example: 'YYYY-MM-DDTHH:MM:SSZ' },
	day: { pattern: /^\d{4}-\d\d-\d\d$/, example: 'YYYY-MM-DD' },
	spaced: { pattern: /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/, example: 'YYYY-MM-DD HH:MM:SS' },
};

const DAY_MS = 86_400_000;
const LONGEST_RANGE_DAYS = 365;

/** @param end true for the later end of a range: a bare day counts to its last moment. @throws Refusal 422 */
export function readDate(name: string, value: string, format: DateFormat, end: boolean): number {
	const { pattern, example } = SHAPES[format];
	const time = Date.parse(format === 'spaced' && value.includes(' ') ? `${value.replace(' ', 'T')}Z` : value);
	// JavaScript takes February 30 for March 2.
	const isReal = pattern.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value.slice(0, 10));
	if (!isReal) throw unusable(name, `The value '${value}' is not a date in the format ${example}.`);
	return end && value.length === 10 ? time + DAY_MS - 1 : time;
}

/** @throws Refusal 422 for ranges of more than a year */
export function checkRange(name: string, from: number | null, to: number | null): void {
	if (from === null || to === null || to - from <= (LONGEST_RANGE_DAYS + 1) * DAY_MS) return;
	throw unusable(name, `The date range cannot exceed ${LONGEST_RANGE_DAYS} days.`);
}
