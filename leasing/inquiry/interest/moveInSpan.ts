import { addDays, isoDate } from '../../hours/localTime';

/** What a text about moving in says. `date` is the day to work with; from and to are the days it may mean. */
export interface MoveIn {
	date: string;
	from: string;
	to: string;
}

/** A day this long past was meant to be past: the renter was late to write, and next year is not what they said. */
const JUST_PAST_DAYS = 14;

export function oneDay(date: string): MoveIn {
	return { date, from: date, to: date };
}

/** Days that are meant as a whole. The day to work with is the nominal one, and today once that is over. */
export function days(from: string, to: string, nominal: string, today: string): MoveIn {
	return { date: nominal < today && today <= to ? today : nominal, from, to };
}

/** A day without a year: the coming one, but this month and the days just past stay where they are. Null for 30 February. */
export function dayNear(month: number, day: number, today: string): string | null {
	const year = Number(today.slice(0, 4));
	for (const candidate of [year - 1, year, year + 1]) {
		const date = isoDate(candidate, month, day);
		if (Number(date.slice(8)) !== day) continue;
		if (date.slice(0, 7) === today.slice(0, 7) || date >= addDays(today, -JUST_PAST_DAYS)) return date;
	}
	return null;
}

/** The year of a month that was said without one: this month is this year's, an earlier one the next year's. */
export function yearOfMonth(month: number, today: string): number {
	const [year = 0, now = 1] = today.split('-').map(Number);
	return month < now ? year + 1 : year;
}

/** A whole month; its first day, or today once it has begun. @param month may lie outside the year and is carried over */
export function wholeMonth(year: number, month: number, today: string): MoveIn {
	const from = isoDate(year, month, 1);
	return days(from, isoDate(year, month + 1, 0), from, today);
}

/** The coming day of that number, today included: "the 15th" never lies behind. */
export function comingDay(day: number, today: string): MoveIn | null {
	if (day < 1 || day > 31) return null;
	const [year = 0, month = 1] = today.split('-').map(Number);
	for (let ahead = 0; ahead < 3; ahead++) {
		const date = isoDate(year, month + ahead, day);
		if (date >= today && Number(date.slice(8)) === day) return oneDay(date);
	}
	return null;
}
