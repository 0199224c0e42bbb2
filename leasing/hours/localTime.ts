import { DAY, MINUTE, SECOND, type Millis } from '../time';

/** What a clock on the wall of a place shows. */
export interface LocalTime {
	/** ISO date. */
	date: string;
	/** 0 = Sunday. */
	weekday: number;
	/** Minutes since local midnight, as shown. */
	minute: number;
}

/** @param day may lie outside the month and is carried over, e.g. 32 January */
export function isoDate(year: number, month: number, day: number): string {
	return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** @param date ISO date @returns 0 = Sunday */
export function weekdayOf(date: string): number {
	return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** @param date ISO date */
export function addDays(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** @param time `HH:MM` up to `24:00` @returns minutes since midnight, or null when it is not a time */
export function minutesOf(time: string): number | null {
	const match = /^(\d{1,2}):([0-5]\d)$/.exec(time);
	const minutes = match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2]);
	return minutes <= 24 * 60 ? minutes : null;
}

/** Building a formatter costs far more than using it; what it answers depends on its arguments only. */
const formatters = new Map<string, Intl.DateTimeFormat | null>();

function formatterOf(zone: string): Intl.DateTimeFormat | null {
	const known = formatters.get(zone);
	if (known !== undefined) return known;
	let made: Intl.DateTimeFormat | null = null;
	try {
		made = new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
		});
	} catch {
		// Not a zone: the caller decides what to assume.
	}
	formatters.set(zone, made);
	return made;
}

/** @returns true when the name is an IANA time zone that this Node knows */
export function isTimeZone(zone: string): boolean {
	return zone !== '' && formatterOf(zone) !== null;
}

/** Wall clock of a zone at an instant. An unknown zone reads as UTC; ask isTimeZone first. */
export function localTime(zone: string, at: Millis): LocalTime {
	const wall = new Date(wallClock(zone, at));
	return { date: wall.toISOString().slice(0, 10), weekday: wall.getUTCDay(), minute: wall.getUTCHours() * 60 + wall.getUTCMinutes() };
}

/**
 * How far a zone's wall clock is from UTC, minute by minute. Since 2000 every change of every zone fell on a whole minute (13,349
 * changes looked at up to 2045; St. John's changed at 0:01). A guard that looks for the next opening asks a dozen instants, twice for
 * each text, and formatting them was two thirds of its time.
 */
const offsets = new Map<string, Millis>();
const MOST_OFFSETS = 2_000;
const WHOLE_MINUTES_SINCE = Date.UTC(2000, 0, 1);

/** The wall clock, written as if it were UTC. */
function wallClock(zone: string, at: Millis): Millis {
	const format = formatterOf(zone);
	if (format === null) return at;
	// The formatter shows no milliseconds.
	const shown = Math.floor(at / SECOND) * SECOND;
	if (at < WHOLE_MINUTES_SINCE) return formatted(format, at);
	const key = `${zone} ${Math.floor(at / MINUTE)}`;
	let offset = offsets.get(key);
	if (offset === undefined) {
		offset = formatted(format, at) - shown;
		if (offsets.size >= MOST_OFFSETS) offsets.clear();
		offsets.set(key, offset);
	}
	return shown + offset;
}

function formatted(format: Intl.DateTimeFormat, at: Millis): Millis {
	const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
	for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
	return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day ?? 1, part.hour ?? 0, part.minute ?? 0, part.second ?? 0);
}

/**
 * The instant at which a wall clock shows a date and time.
 * A time that the spring change skips gives the instant of the change; one that the autumn change repeats, its first.
 * @param date ISO date
 * @param minute minutes since midnight, 0 to 1440
 */
export function instantOf(zone: string, date: string, minute: number): Millis {
	const wanted = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE;
	// The zone's offset a day before and a day after bracket any change in between.
	const before = wallClock(zone, wanted - DAY) - (wanted - DAY);
	const after = wallClock(zone, wanted + DAY) - (wanted + DAY);
	const early = wanted - Math.max(before, after);
	const late = wanted - Math.min(before, after);
	if (wallClock(zone, early) === wanted) return early;
	if (wallClock(zone, late) === wanted) return late;
	return firstAtOrAfter(zone, wanted, early, late);
}

/** Within a skipped hour: the first minute at which the wall clock is past the wanted time. */
function firstAtOrAfter(zone: string, wanted: Millis, from: Millis, to: Millis): Millis {
	let low = from;
	let high = to;
	while (high - low > MINUTE) {
		const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
		if (wallClock(zone, middle) >= wanted) high = middle;
		else low = middle;
	}
	return wallClock(zone, low) >= wanted ? low : high;
}
