import { parse } from 'chrono-node/en';
import { addDays, isoDate } from '../../hours/localTime';

/** What a text about moving in says. `date` is the day to work with; from and to are the days it may mean. */
export interface MoveIn {
	date: string;
	from: string;
	to: string;
}

/** `06/07/2027` and `6-7` are two dates, depending on who writes; only the US puts the month first for certain. */
const TWO_DATES = /^(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|1[0-2])(?:[/.-]\d{2,4})?$/;

/** Reads a date or a month in English words, ahead of today where no year is named. */
export function readDateWords(text: string, country: string, today: string): MoveIn | null {
	if (country !== 'US' && TWO_DATES.test(text)) return null;
	const ordinal = /^(?:on |by |around |about )?the (\d{1,2})(?:st|nd|rd|th)$/.exec(text);
	if (ordinal !== null) return dayOfMonth(Number(ordinal[1]), today);
	const [first, second] = parse(text, { instant: new Date(`${today}T12:00:00Z`), timezone: 0 }, { forwardDate: true });
	if (first === undefined) return null;
	const { start, end } = first;
	const day = isoOf(start);
	const last =
		end !== null && end !== undefined
			? isoOf(end)
			: second !== undefined && /\b(?:between|to|until|-)\b/.test(text)
				? isoOf(second.start)
				: null;
	// A month without a day: chrono fills in a day, which the renter did not say. "Next month" is certain of the month only.
	if (
		!start.isCertain('day') &&
		!start.isCertain('weekday') &&
		/\b(?:this month|next month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(first.text.toLowerCase())
	) {
		const [year = 0, month = 1] = day.split('-').map(Number);
		const from = isoDate(year, month, 1);
		return { date: from < today && today.startsWith(from.slice(0, 7)) ? today : from, from, to: isoDate(year, month + 1, 0) };
	}
	return { date: day, from: day, to: last !== null && last >= day ? last : day };
}

function dayOfMonth(day: number, today: string): MoveIn | null {
	if (day < 1 || day > 31) return null;
	const [year = 0, month = 1] = today.split('-').map(Number);
	for (let ahead = 0; ahead < 3; ahead++) {
		const date = isoDate(year, month + ahead, day);
		if (date >= today && Number(date.slice(8)) === day) return { date, from: date, to: date };
	}
	return null;
}

function isoOf(date: { date(): Date }): string {
	const at = date.date();
	return Number.isNaN(at.getTime()) ? addDays('1970-01-01', 0) : at.toISOString().slice(0, 10);
}
