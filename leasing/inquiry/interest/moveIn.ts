import { addDays } from '../../hours/localTime';
import { readDateWords } from './dateWords';
import { readDuration } from './duration';
import { readMachineDate } from './machineDate';
import type { MoveIn } from './moveInSpan';
import { AT_THE_LATEST, NAMES_A_DATE, NOT_ABOUT_THE_DAY, STARTS_AT, TELLS_NO_DATE, TODAY_WORDS, UNCLEAR } from './moveInWords';
import { readDayOfMonth, readPartOfMonth, readPartOfYear, readSeason, readWeekend } from './partOf';
import { plainWords } from './plainWords';
import { readRange } from './range';

/** A text that tells more than a date is longer; only its beginning is read. */
const LONGEST = 160;
/** A date that passed longer ago, or lies further ahead, was misread or is somebody's date of birth. */
const DAYS_BEHIND = 60;
const DAYS_AHEAD = 3 * 366;

/**
 * Reads when a renter wants to move in: a date, `mid June`, `ASAP`, `within 30 days`, `next month`, `1-2 months`, `June/July`,
 * `ASAP but no later than 4/1`. "Within 30 days" means the last of them; a month alone means its first day.
 * @param today ISO date at the property on the day the renter said it
 * @returns null when the words tell no date ("flexible", "after graduation") or one that cannot be meant
 */
export function readMoveIn(text: string, country: string, today: string): MoveIn | null {
	const plain = plainWords(text.slice(0, LONGEST));
	if (plain === '' || TELLS_NO_DATE.test(plain)) return null;
	const read = readMachineDate(plain, country, today) ?? readWords(plain, country, today);
	return read !== null && read.date >= addDays(today, -DAYS_BEHIND) && read.date <= addDays(today, DAYS_AHEAD) ? read : null;
}

function readWords(plain: string, country: string, today: string): MoveIn | null {
	// Nobody but the renter knows when they graduate, or when a school or a company begins its year.
	if (UNCLEAR.test(plain) && !NAMES_A_DATE.test(plain)) return null;
	const text = plain.replace(NOT_ABOUT_THE_DAY, ' ').replace(STARTS_AT, '').trim();
	const words = (part: string, on: string): MoveIn | null => readMachineDate(part, country, on) ?? onePoint(part, country, on);
	const latest = (part: string): MoveIn | null => readRange(part, today, words) ?? words(part, today);
	return soon(text, today, latest) ?? noLater(text, today, latest) ?? latest(text);
}

/** `ASAP`, `as soon as possible but no later than 4/1`: from today, for a week where no end is named. */
function soon(text: string, today: string, read: (text: string) => MoveIn | null): MoveIn | null {
	if (!TODAY_WORDS.test(text)) return null;
	const rest = text.replace(TODAY_WORDS, '').replace(AT_THE_LATEST, ' ').trim();
	const end = rest === '' ? null : read(rest);
	return { date: today, from: today, to: end !== null && end.to > today ? end.to : addDays(today, 7) };
}

/** `by June 1`, `before May`, `no later than the end of June`, `4/1 at the latest`: any day until then; the last is the one to work with. */
function noLater(text: string, today: string, read: (text: string) => MoveIn | null): MoveIn | null {
	const found = AT_THE_LATEST.exec(text);
	if (found === null) return null;
	const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
	const end = read(rest);
	if (end === null || end.date < today) return end;
	return { date: end.date, from: today, to: found[0].includes('before') ? end.from : end.to };
}

function onePoint(text: string, country: string, today: string): MoveIn | null {
	return (
		(NAMES_A_DATE.test(text) ? null : readDuration(text, today)) ??
		readDayOfMonth(text, today) ??
		readPartOfYear(text, today) ??
		(NAMES_A_DATE.test(text) ? null : readSeason(text, today)) ??
		readPartOfMonth(text, today) ??
		readWeekend(text, today) ??
		readDateWords(text, country, today)
	);
}
