import { isoDate, weekdayOf } from './localTime';

/**
 * Legal holidays on which the strictest states want no texts: the federal ones with the days on which they are
 * observed, Good Friday and Mardi Gras (holidays in Louisiana and parts of Alabama).
 * @param date ISO date
 */
export function isLegalHoliday(date: string): boolean {
	const year = Number(date.slice(0, 4));
	// A New Year's Day on Saturday is observed on the last day of the year before.
	return holidaysOf(year).has(date) || holidaysOf(year + 1).has(date);
}

const cache = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): ReadonlySet<string> {
	const known = cache.get(year);
	if (known !== undefined) return known;
	const easter = easterOf(year);
	const fixed = [isoDate(year, 1, 1), isoDate(year, 6, 19), isoDate(year, 7, 4), isoDate(year, 11, 11), isoDate(year, 12, 25)];
	const days = new Set([
		...fixed,
		...fixed.map(observed),
		nth(year, 1, 1, 3),
		nth(year, 2, 1, 3),
		lastMonday(year, 5),
		nth(year, 9, 1, 1),
		nth(year, 10, 1, 2),
		nth(year, 11, 4, 4),
		shift(easter, -2),
		shift(easter, -47),
	]);
	cache.set(year, days);
	return days;
}

function observed(date: string): string {
	const weekday = weekdayOf(date);
	return weekday === 6 ? shift(date, -1) : weekday === 0 ? shift(date, 1) : date;
}

/** The n-th given weekday of a month. */
function nth(year: number, month: number, weekday: number, n: number): string {
	const first = weekdayOf(isoDate(year, month, 1));
	return isoDate(year, month, 1 + ((weekday - first + 7) % 7) + 7 * (n - 1));
}

function lastMonday(year: number, month: number): string {
	const fifth = nth(year, month, 1, 5);
	return fifth.slice(5, 7) === String(month).padStart(2, '0') ? fifth : nth(year, month, 1, 4);
}

function shift(date: string, days: number): string {
	return isoDate(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)) + days);
}

/** Easter Sunday by Gauss's rule in the anonymous Gregorian form. */
function easterOf(year: number): string {
	const golden = year % 19;
	const century = Math.floor(year / 100);
	const rest = year % 100;
	const epact =
		(19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
	const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
	const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
	const sum = epact + weekday - 7 * late + 114;
	return isoDate(year, Math.floor(sum / 31), (sum % 31) + 1);
}
