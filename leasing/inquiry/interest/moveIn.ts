import { addDays, isoDate } from '../../hours/localTime';
import { readDate } from '../../portfolio/readHours';
import { readDateWords, type MoveIn } from './dateWords';
import { inEnglish, ROUGH_PARTS, SEASONS, TELLS_NO_DATE, TODAY_WORDS } from './moveInWords';

/** A text that tells more than a date is longer; only its beginning is read. */
const LONGEST = 160;
/** A date that passed longer ago, or lies further ahead, was misread or is somebody's date of birth. */
const DAYS_BEHIND = 60;
const DAYS_AHEAD = 3 * 366;

/**
 * Reads when a renter wants to move in: a date, `mid June`, `ASAP`, `within 30 days`, `next month`, `1-2 months`.
 * "Within 30 days" means the last of them; a month alone means its first day.
 * @param today ISO date at the property on the day the renter said it
 * @returns null when the words tell no date ("flexible") or one that cannot be meant
 */
export function readMoveIn(text: string, country: string, today: string): MoveIn | null {
	const plain = inEnglish(text.slice(0, LONGEST).replace(/_/g, ' ').replace(/\s+/g, ' ').trim().toLowerCase());
	if (plain === '' || TELLS_NO_DATE.test(plain)) return null;
	const read =
		exact(plain, country) ??
		asSoonAsPossible(plain, today) ??
		span(plain, today) ??
		season(plain, today) ??
		partOfMonth(plain, country, today) ??
		readDateWords(plain, country, today);
	return read !== null && read.date >= addDays(today, -DAYS_BEHIND) && read.date <= addDays(today, DAYS_AHEAD) ? read : null;
}

function exact(text: string, country: string): MoveIn | null {
	const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
	const day = packed === null ? (/^(\d{4}-\d{1,2}-\d{1,2})t/.exec(text)?.[1] ?? text) : `${packed[1]}-${packed[2]}-${packed[3]}`;
	const date = readDate(day, country);
	return date === null ? null : { date, from: date, to: date };
}

function asSoonAsPossible(text: string, today: string): MoveIn | null {
	return TODAY_WORDS.test(text) ? { date: today, from: today, to: addDays(today, 7) } : null;
}

const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

/** `within 30 days`, `less than 2 months`, `1-2 months`, `30-60 days`, `in 3 weeks`. */
function span(text: string, today: string): MoveIn | null {
	const found = /\b(\d{1,3})(?: ?(?:-|–|to|or) ?(\d{1,3}))? ?\+? ?(day|week|month)s?\b/.exec(text);
	if (found === null || / ago\b/.test(text)) return null;
	const unit = found[3] ?? 'day';
	const [low, high] = [Number(found[1]), Number(found[2] ?? found[1])];
	const end = after(today, high, unit);
	if (found[2] !== undefined) return low > high ? null : { date: after(today, low, unit), from: after(today, low, unit), to: end };
	if (/\b(?:within|less than|under|next|up to|at most)\b/.test(text.slice(0, found.index + 1)))
		return { date: end, from: today, to: end };
	if (/\b(?:more than|over|after|at least)\b|\+/.test(text)) return { date: end, from: end, to: after(today, high * 2, unit) };
	return {
		date: end,
		from: addDays(end, -Math.floor((UNIT_DAYS[unit] ?? 1) / 2)),
		to: addDays(end, Math.floor((UNIT_DAYS[unit] ?? 1) / 2)),
	};
}

function after(today: string, count: number, unit: string): string {
	if (unit !== 'month') return addDays(today, count * (UNIT_DAYS[unit] ?? 1));
	const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
	return isoDate(year, month + count, Math.min(day, 28));
}

function season(text: string, today: string): MoveIn | null {
	const found = /\b(?:(this|next) )?(spring|summer|fall|autumn|winter)\b(?: (?:of )?(\d{4}))?/.exec(text);
	const months = SEASONS[found?.[2] ?? ''];
	if (found === null || months === undefined) return null;
	const year = Number(found[3] ?? today.slice(0, 4));
	const to = isoDate(year, months[1] + 1, 0);
	const passed = found[3] === undefined && (to < today || (found[1] === 'next' && isoDate(year, months[0], 1) <= today));
	const [from, until] = passed
		? [isoDate(year + 1, months[0], 1), isoDate(year + 1, months[1] + 1, 0)]
		: [isoDate(year, months[0], 1), to];
	return { date: from < today ? today : from, from, to: until };
}

/** `mid June`, `early next month`, `end of December`, `first week of July`. */
function partOfMonth(text: string, country: string, today: string): MoveIn | null {
	for (const [pattern, first, last, nominal] of ROUGH_PARTS) {
		const found = pattern.exec(text);
		if (found === null) continue;
		const rest = text.slice(found.index + found[0].length).trim();
		const month = /^(?:the |this )?(?:month)?$/.test(rest) ? { date: today } : readDateWords(rest, country, today);
		if (month === null) return null;
		const [year = 0, number = 1] = month.date.split('-').map(Number);
		const lastDay = Number(isoDate(year, number + 1, 0).slice(8));
		const day = (wanted: number): string => isoDate(year, number, Math.min(wanted, lastDay));
		// "Mid June" said in late June is next year's.
		if (day(last) < today && !/\d{4}/.test(text))
			return {
				date: isoDate(year + 1, number, Math.min(nominal, lastDay)),
				from: isoDate(year + 1, number, first),
				to: isoDate(year + 1, number, Math.min(last, lastDay)),
			};
		return { date: day(nominal), from: day(first), to: day(last) };
	}
	return null;
}
