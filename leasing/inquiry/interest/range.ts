import type { MoveIn } from './moveInSpan';
import { MONTH_NAME } from './moveInWords';

const PART = '(?:(?:early|mid|late|(?:the )?(?:end|beginning|start|middle|first|last week|first week) of)[ -](?:the )?)?';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const DATE = `(?:${PART}(?:${MONTH_NAME})(?: (?:the )?${DAY}(?![\\d/:]))?(?:,? 20\\d\\d)?|${DAY} (?:of )?(?:${MONTH_NAME})(?:,? 20\\d\\d)?|\\d{1,2}\\/\\d{1,2}(?:\\/\\d{2,4})?(?![\\d/]))`;
const BETWEEN = ' ?(?:-|–|—|\\/|&|\\bto|\\bor|\\bthrough|\\bthru|\\buntil|\\band) ?(?:by |the |in |maybe |around |possibly )?';
/** "June 1 or 2 bedrooms": the number behind is a day only where nothing says what else it counts. */
const NO_DAY = '(?! ?(?:\\/|:|\\.\\d|am\\b|pm\\b|b[dr]|ba|bed|room|cat|dog|pet|pe[or]|adult|kid|year|month|week|day|occupant))';
const RANGES: readonly RegExp[] = [
	new RegExp(`\\b(${DATE})${BETWEEN}(${DATE})(?!\\d)`),
	new RegExp(`\\b(${DATE})${BETWEEN.replace('|\\band', '')}(${DAY})\\b${NO_DAY}`),
	new RegExp(`\\b(${DAY})${BETWEEN}(${DAY} (?:of )?(?:${MONTH_NAME})(?:,? 20\\d\\d)?)\\b`),
	new RegExp(`\\bbetween (?:the )?(${DAY}) and (?:the )?(${DAY})(?:$| of (?:the )?month)`),
];
const MONTH = new RegExp(`\\b(?:${MONTH_NAME})\\b`);

/**
 * `June/July`, `between 4/1 and 4/15`, `June 1-15`, `late May or early June`: from the beginning of the first to the end of
 * the second. What one of the two leaves out, the month or the year, stands in the other.
 * @param read what one of the two means, said on a day
 */
export function readRange(text: string, today: string, read: (text: string, today: string) => MoveIn | null): MoveIn | null {
	for (const pattern of RANGES) {
		const found = pattern.exec(text);
		if (found === null) continue;
		const [first, second] = completed(found[1] ?? '', found[2] ?? '');
		const from = read(first, today);
		if (from === null) continue;
		// December to January: the second is counted from the first.
		const to = read(second, from.from > today ? from.from : today);
		if (to !== null && to.to >= from.to) return { date: from.date, from: from.from, to: to.to };
	}
	return null;
}

function completed(first: string, second: string): [string, string] {
	const year = /\b20\d\d$/.exec(second)?.[0];
	const [monthOfFirst, monthOfSecond] = [MONTH.exec(first)?.[0], MONTH.exec(second)?.[0]];
	let [one, two] = [first, second];
	if (monthOfFirst === undefined && !first.includes('/') && monthOfSecond !== undefined) one = `${monthOfSecond} ${first}`;
	if (monthOfSecond === undefined && !second.includes('/'))
		two =
			monthOfFirst === undefined
				? first.includes('/')
					? `${first.split('/')[0] ?? ''}/${second.replace(/\D/g, '')}`
					: ordinal(second)
				: `${monthOfFirst} ${second}`;
	if (monthOfFirst === undefined && monthOfSecond === undefined && !first.includes('/')) one = ordinal(first);
	return [year === undefined || /20\d\d$/.test(one) || one.includes('/') ? one : `${one} ${year}`, two];
}

function ordinal(day: string): string {
	return /\d$/.test(day) ? `${day}th` : day;
}
