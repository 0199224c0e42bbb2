import { readDate } from '../../portfolio/readHours';
import { toIso, MINUTE, type Millis } from '../../time';

const SMALLEST_RENT = 50;
const LARGEST_RENT = 100_000;
const LATEST_YEAR_MS = Date.UTC(2100, 0, 1);
const EARLIEST_YEAR_MS = Date.UTC(2000, 0, 1);
/** Clocks of web sites run a little ahead; more than this is a mistake. */
const CLOCK_DRIFT = 5 * MINUTE;

/** Monthly rent from `$1,800`, `1.8k` or `1500 - 1800 per month` (the upper end). Null when there is no plausible rent. */
export function readBudget(text: string): number | null {
	const amounts = [...text.matchAll(/(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(k\b)?/gi)].map(
		([, whole = '', fraction = '', thousands]) => Number(whole.replaceAll(',', '') + fraction) * (thousands === undefined ? 1 : 1_000),
	);
	const plausible = amounts.filter((amount) => amount >= SMALLEST_RENT && amount <= LARGEST_RENT);
	return plausible.length === 0 ? null : Math.round(Math.max(...plausible));
}

const WORDS: Readonly<Record<string, number>> = { studio: 0, efficiency: 0, one: 1, two: 2, three: 3, four: 4, five: 5 };

/** Bedrooms from `2`, `2BR / 1 bath`, `two bedrooms` or `Studio` (0). Null when no count from 0 to 10 is named. */
export function readBedrooms(text: string): number | null {
	const plain = text.toLowerCase();
	const digits = /(\d+)\s*-?\s*(?:br|bd|bed)/.exec(plain)?.[1] ?? /^\D*(\d+)\D*$/.exec(plain)?.[1];
	if (digits !== undefined) return Number(digits) <= 10 ? Number(digits) : null;
	const word = /\b(studio|efficiency|one|two|three|four|five)\b/.exec(plain)?.[1];
	return word === undefined ? null : (WORDS[word] ?? null);
}

/** Move-in as an ISO date where the text is a date of the calendar; otherwise the renter's own words. */
export function readMoveIn(text: string, country: string): string {
	const day = /^(\d{4}-\d{1,2}-\d{1,2})T/.exec(text)?.[1] ?? text;
	return readDate(day, country) ?? text;
}

/**
 * When a form was sent, as ISO in UTC: from ISO with an offset, or Unix seconds or milliseconds. Null for times without
 * an offset (nothing tells whose clock) and for times in the future of the receiving clock.
 */
export function readSubmittedAt(text: string, receivedAt: Millis): string | null {
	const at = instant(text);
	const plausible = at !== null && at >= EARLIEST_YEAR_MS && at <= LATEST_YEAR_MS && at <= receivedAt + CLOCK_DRIFT;
	return plausible ? toIso(at) : null;
}

function instant(text: string): Millis | null {
	if (/^\d{10}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1_000);
	if (/^\d{13}$/.test(text)) return Number(text);
	if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return null;
	const at = Date.parse(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
	return Number.isNaN(at) ? null : at;
}

/** `512-555-0123 / 512-555-0199` holds two numbers. Only clear separators count; dashes and dots belong to a number. */
export function splitPhones(text: string): string[] {
	return splitAt(text, /\s*(?:[;,|\n]|\s\/\s|\bor\b|\band\b)\s*/i, (part) => part.replace(/\D/g, '').length >= 7);
}

/** Splits a field with several addresses; one part without an `@` leaves the text whole. */
export function splitEmails(text: string): string[] {
	return splitAt(text, /\s*(?:[;,|\n]|\s\/\s|\s+(?:or|and)\s+|\s+)\s*/i, (part) => part.includes('@'));
}

function splitAt(text: string, separator: RegExp, isWhole: (part: string) => boolean): string[] {
	const parts = text.split(separator).filter((part) => part !== '');
	return parts.length > 1 && parts.every(isWhole) ? parts : [text];
}
