import { slips } from './similarity';

/**
 * `near`: one digit or one swap apart, or day and month exchanged; `close`: year, month and day, two of them right, or all of them nearly;
 * a placeholder is missing.
 */
export type BirthDateLevel = 'missing' | 'exact' | 'near' | 'close' | 'differs';

/** What forms and spreadsheets put in when there is no date. */
const FILLER: ReadonlySet<string> = new Set([
	'00000000',
	'19000101',
	'19000100',
	'18991230',
	'18991231',
	'19700101',
	'11111111',
	'99991231',
	'19010101',
	'12345678',
]);

/** Eight digits, year first; empty when there is no date. A mistyped date (month 23) is kept: it still compares. */
export function birthDigits(text: string | null): string {
	const digits = (text ?? '')
		.trim()
		.replace(/[T ]\d\d:.*$/, '')
		.replace(/\D/g, '');
	return digits.length === 8 && !FILLER.has(digits) ? digits : '';
}

export function compareBirthDates(one: string, other: string): BirthDateLevel {
	if (one === '' || other === '') return 'missing';
	if (one === other) return 'exact';
	const [year, month, day] = [one.slice(0, 4), one.slice(4, 6), one.slice(6)];
	const [otherYear, otherMonth, otherDay] = [other.slice(0, 4), other.slice(4, 6), other.slice(6)];
	if (year === otherYear && month === otherDay && day === otherMonth) return 'near';
	if (slips(one, other, 1) <= 1) return 'near';
	const right = [year === otherYear, month === otherMonth, day === otherDay].filter(Boolean).length;
	return right >= 2 || isNearly(one, other) ? 'close' : 'differs';
}

/** A month or so off, in the right year or in one that is a year or a decade off: what is misremembered, and what a slip of the hand in the year makes. */
function isNearly(one: string, other: string): boolean {
	const apart = Math.abs(dayOf(one) - dayOf(other));
	return [0, 1, 10].some((years) => Math.abs(apart - years * 365.25) <= 35);
}

/** A running number of the day; near enough for months that are no months. */
function dayOf(digits: string): number {
	return Number(digits.slice(0, 4)) * 365.25 + Number(digits.slice(4, 6)) * 30.44 + Number(digits.slice(6));
}
