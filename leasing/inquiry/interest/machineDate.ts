import { addDays, isoDate } from '../../hours/localTime';
import { readDate } from '../../portfolio/readHours';
import { days, oneDay, wholeMonth, type MoveIn } from './moveInSpan';

/** Day 0 of a spreadsheet's calendar, which believes in 29 February 1900. */
const SPREADSHEET_EPOCH = '1899-12-30';
const TIME_BEHIND = /(?:t| at |,? )\d{1,2}:\d{2}.*$/;

/**
 * Dates as programs write them: ISO with or without a time, the month and week fields of web forms, seconds and
 * milliseconds since 1970, the day numbers of spreadsheets. What cannot be meant is sorted out by the reader of the whole.
 * @param text small letters
 */
export function readMachineDate(text: string, country: string, today: string): MoveIn | null {
	const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
	const date = readDate(packed === null ? text.replace(TIME_BEHIND, '') : packed.slice(1).join('-'), country);
	if (date !== null) return oneDay(date);
	const month = /^(20\d\d)-(\d{1,2})$/.exec(text) ?? reversed(/^(\d{1,2})[/-](20\d\d)$/.exec(text));
	if (month !== null) return inMonth(Number(month[1]), Number(month[2]), today);
	const week = /^(20\d\d)-?w(\d{1,2})$/.exec(text);
	if (week !== null) return inWeek(Number(week[1]), Number(week[2]), today);
	return counted(text);
}

function reversed(found: RegExpExecArray | null): [string, string, string] | null {
	return found === null ? null : [found[0], found[2] ?? '', found[1] ?? ''];
}

function inMonth(year: number, month: number, today: string): MoveIn | null {
	return month < 1 || month > 12 ? null : wholeMonth(year, month, today);
}

/** ISO weeks begin on Monday; the first is the one with 4 January in it. */
function inWeek(year: number, week: number, today: string): MoveIn | null {
	if (week < 1 || week > 53) return null;
	const fourth = isoDate(year, 1, 4);
	const weekday = new Date(`${fourth}T00:00:00Z`).getUTCDay() || 7;
	const monday = addDays(fourth, 1 - weekday + (week - 1) * 7);
	return days(monday, addDays(monday, 6), monday, today);
}

function counted(text: string): MoveIn | null {
	const number = /^(\d{5}|\d{10}|\d{13})(?:\.\d{1,9})?$/.exec(text)?.[1];
	if (number === undefined) return null;
	if (number.length === 5) return oneDay(addDays(SPREADSHEET_EPOCH, Number(number)));
	return oneDay(new Date(Number(number) * (number.length === 10 ? 1_000 : 1)).toISOString().slice(0, 10));
}
