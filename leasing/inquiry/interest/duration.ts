import { addDays, isoDate } from '../../hours/localTime';
import type { MoveIn } from './moveInSpan';

const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };
/** A length of time, unless it is the lease's, a notice's or somebody's age. */
const LENGTH =
	/\b(\d{1,3})(?: ?(?:-|–|to|or) ?(\d{1,3}))? ?\+? ?(day|week|month)s?\b(?![- ](?:to[- ]month|lease|term|rental|agreement|contract|stay|old|ago|after|free))/;

/** `within 30 days`, `less than 2 months`, `1-2 months`, `30-60 days`, `in 3 weeks`. */
export function readDuration(text: string, today: string): MoveIn | null {
	const found = LENGTH.exec(text);
	if (found === null || / ago\b/.test(text)) return null;
	const unit = found[3] ?? 'day';
	const [low, high] = [Number(found[1]), Number(found[2] ?? found[1])];
	const end = after(today, high, unit);
	if (found[2] !== undefined) return low > high ? null : { date: after(today, low, unit), from: after(today, low, unit), to: end };
	if (/\b(?:within|less than|under|next|up to|at most)\b/.test(text.slice(0, found.index + 1)))
		return { date: end, from: today, to: end };
	if (/\b(?:more than|over|after|at least)\b|\+/.test(text)) return { date: end, from: end, to: after(today, high * 2, unit) };
	const slack = Math.floor((UNIT_DAYS[unit] ?? 1) / 2);
	return { date: end, from: addDays(end, -slack), to: addDays(end, slack) };
}

function after(today: string, count: number, unit: string): string {
	if (unit !== 'month') return addDays(today, count * (UNIT_DAYS[unit] ?? 1));
	const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
	return isoDate(year, month + count, Math.min(day, 28));
}
