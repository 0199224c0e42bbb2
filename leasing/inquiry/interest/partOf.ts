import { addDays, isoDate } from '../../hours/localTime';
import { comingDay, days, oneDay, yearOfMonth, type MoveIn } from './moveInSpan';
import { monthNamed, MONTH_NAME, ROUGH_PARTS, SEASONS, YEAR_PARTS } from './moveInWords';

const THIS_MONTH = /^(?:the |this |current )*month\b|^(?:the )?$/;
const NEXT_MONTH = /^(?:the )?(?:next|coming|following) month\b/;
const NAMED_MONTH = new RegExp(`\\b(${MONTH_NAME})\\b(?:,? (?:of )?(20\\d\\d))?`);

/** `mid June`, `early next month`, `end of December`, `first week of July`, `end of the month`. */
export function readPartOfMonth(text: string, today: string): MoveIn | null {
	for (const [pattern, first, last, nominal] of ROUGH_PARTS) {
		const found = pattern.exec(text);
		if (found === null) continue;
		const month = monthMeant(text.slice(found.index + found[0].length).trim(), today);
		if (month === null) continue;
		const read = part(month, first, last, nominal, today);
		// "Beginning of the month", said in its middle, is the next month's.
		return month.named || read.to >= today || (first > 1 && last > 20) ? read : part(next(month), first, last, nominal, today);
	}
	return null;
}

/** `first of the month`, `the 15th of next month`, `the last day of June`, `1st of May`, `the 15th`. */
export function readDayOfMonth(text: string, today: string): MoveIn | null {
	const last = /\blast (?:day )?of (.*)$/.exec(text);
	const lastOf = last === null ? null : monthMeant((last[1] ?? '').trim(), today);
	if (lastOf !== null) return oneDay(isoDate(lastOf.year, lastOf.month + 1, 0));
	const of = /\b(?:(\d{1,2})(?:st|nd|rd|th)?|(first))(?: day)? (?:of|in) (?:the )?((?:this |next |coming |following )?month\b)/.exec(
		text,
	);
	if (of !== null) {
		const day = Number(of[1] ?? 1);
		if (!NEXT_MONTH.test(of[3] ?? '')) return comingDay(day, today);
		const [year = 0, month = 1] = today.split('-').map(Number);
		return comingDay(day, isoDate(year, month + 1, 1));
	}
	const alone = /^(?:(?:on|by|around|about|for|before|approximately|the) )*(?:(\d{1,2})(?:st|nd|rd|th)|the (first))\.?$/.exec(text);
	return alone === null ? null : comingDay(Number(alone[1] ?? 1), today);
}

/** `this fall`, `summer 2027`, `late summer`. */
export function readSeason(text: string, today: string): MoveIn | null {
	const found =
		/\b(?:(early|mid|late|end of|beginning of|start of)[ -](?:the )?)?(?:(this|next) )?(spring|summer|fall|autumn|winter)\b(?: (?:of )?(\d{4}))?/.exec(
			text,
		);
	const months = SEASONS[found?.[3] ?? ''];
	if (found === null || months === undefined) return null;
	const year = Number(found[4] ?? today.slice(0, 4));
	const whole = isoDate(year, months[1] + 1, 0);
	const passed = found[4] === undefined && (whole < today || (found[2] === 'next' && isoDate(year, months[0], 1) <= today));
	const meant = passed ? year + 1 : year;
	const [low, high] = thirdOf(found[1], months);
	const from = isoDate(meant, low, 1);
	return { date: from < today ? today : from, from, to: isoDate(meant, high + 1, 0) };
}

function thirdOf(part: string | undefined, [first, last]: readonly [number, number]): [number, number] {
	if (part === undefined) return [first, last];
	if (part === 'mid') return [first + 1, first + 1];
	return /^(?:late|end)/.test(part) ? [last, last] : [first, first];
}

/** `end of the year`, `early 2027`, `beginning of next year`. */
export function readPartOfYear(text: string, today: string): MoveIn | null {
	for (const [pattern, first, last, atEnd] of YEAR_PARTS) {
		const found = pattern.exec(text);
		if (found === null) continue;
		const now = Number(today.slice(0, 4));
		const given = /^20\d\d$/.exec(found[1] ?? '')?.[0];
		const year =
			given !== undefined ? Number(given) : /next|new/.test(found[1] ?? '') || (!atEnd && found[1] !== 'this year') ? now + 1 : now;
		const [from, to] = [isoDate(year, first, 1), isoDate(year, last + 1, 0)];
		return days(from, to, atEnd ? to : from, today);
	}
	return null;
}

/** `this weekend`, `next weekend`, `the weekend of April 4`. Next weekend is the one after this week's. */
export function readWeekend(text: string, today: string): MoveIn | null {
	const found = /\b(?:(next|following) )?weekend\b(?! of)/.exec(text);
	if (found === null) return null;
	const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
	const coming = weekday === 0 ? today : addDays(today, 6 - weekday);
	const saturday = found[1] === undefined ? coming : addDays(today, (weekday === 0 ? -1 : 6 - weekday) + 7);
	return { date: saturday, from: saturday, to: weekday === 0 && found[1] === undefined ? today : addDays(saturday, 1) };
}

interface MonthMeant {
	year: number;
	month: number;
	/** By its name; otherwise "the month". */
	named: boolean;
}

function monthMeant(text: string, today: string): MonthMeant | null {
	const [year = 0, month = 1] = today.split('-').map(Number);
	if (NEXT_MONTH.test(text)) return next({ year, month, named: false });
	const found = NAMED_MONTH.exec(text);
	const named = found === null ? null : monthNamed(found[1] ?? '');
	if (found !== null && named !== null)
		return { year: found[2] === undefined ? yearOfMonth(named, today) : Number(found[2]), month: named, named: true };
	return THIS_MONTH.test(text) ? { year, month, named: false } : null;
}

function next({ year, month, named }: MonthMeant): MonthMeant {
	return month === 12 ? { year: year + 1, month: 1, named } : { year, month: month + 1, named };
}

function part({ year, month }: MonthMeant, first: number, last: number, nominal: number, today: string): MoveIn {
	const lastDay = Number(isoDate(year, month + 1, 0).slice(8));
	const day = (wanted: number): string => isoDate(year, month, Math.min(wanted, lastDay));
	return days(day(first), day(last), day(nominal), today);
}
