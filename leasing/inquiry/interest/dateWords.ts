import { parse, type ParsedResult } from 'chrono-node/en';
import { addDays, isoDate, weekdayOf } from '../../hours/localTime';
import { dayNear, days, oneDay, wholeMonth, yearOfMonth, type MoveIn } from './moveInSpan';

/** `06/07/2027` and `6-7` are two dates, depending on who writes; only the US puts the month first for certain. */
const TWO_DATES = /(?:^|[^\d/.-])(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|1[0-2])(?:[/.-]\d{2,4})?(?![\d/.-])/;

/** Reads a date or a month in English words, ahead of today where no year is named. What tells a time of day only is no date. */
export function readDateWords(text: string, country: string, today: string): MoveIn | null {
	if (country !== 'US' && TWO_DATES.test(text)) return null;
	const [found] = parse(text, { instant: new Date(`${today}T12:00:00Z`), timezone: 0 }, { forwardDate: true });
	if (found === undefined) return null;
	if (/^(?:next|this|coming) week$/.test(found.text.toLowerCase())) return inWeek(found, today);
	const start = meant(found.start, found.text.toLowerCase(), today);
	if (start === null || found.end === null || found.end === undefined) return start;
	const end = meant(found.end, found.text.toLowerCase(), today);
	return end !== null && end.to >= start.to ? { ...start, to: end.to } : start;
}

type Parts = ParsedResult['start'];

function meant(parts: Parts, text: string, today: string): MoveIn | null {
	const certain = (part: 'day' | 'month' | 'year' | 'weekday'): boolean => parts.isCertain(part);
	const [year, month, day] = [parts.get('year') ?? 0, parts.get('month') ?? 1, parts.get('day') ?? 1];
	if (certain('day') && certain('month')) {
		const date = certain('year') ? isoDate(year, month, day) : dayNear(month, day, today);
		return date === null ? null : oneDay(date);
	}
	if (certain('day') || certain('weekday')) return oneDay(isoDate(year, month, day));
	if (!certain('month')) return null;
	// chrono fills in a day that the renter did not say. "In a month" tells its day, "next month" is certain of the month only.
	if (certain('year') && !/\b(?:(?:this|next) month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(text))
		return oneDay(isoDate(year, month, day));
	return wholeMonth(certain('year') ? year : yearOfMonth(month, today), month, today);
}

/** The day that chrono counts to, in the week from Monday to Sunday that it lies in. */
function inWeek(found: ParsedResult, today: string): MoveIn {
	const day = isoDate(found.start.get('year') ?? 0, found.start.get('month') ?? 1, found.start.get('day') ?? 1);
	const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
	return days(monday < today ? today : monday, addDays(monday, 6), day, today);
}
