import { instantOf } from '../../hours/localTime';
import { readDate } from '../../portfolio/readHours';
import { toIso, MINUTE, type Millis } from '../../time';

const LATEST_YEAR_MS = Date.UTC(2100, 0, 1);
const EARLIEST_YEAR_MS = Date.UTC(2000, 0, 1);
/** Clocks of web sites run a little ahead; more than this is a mistake. */
const CLOCK_DRIFT = 5 * MINUTE;

/** Longer is no amount. */
const LONGEST_VALUE = 200;

const NOTHING = /^(?:-|--|- ?\/ ?-|n\/?a|null|undefined|any|no preference|not specified)$/i;

/** What forms and reports write into a field that nobody filled. */
export function saysNothing(text: string): boolean {
	return NOTHING.test(text.trim());
}

/** A small whole number in a text: `12 months`, `2`, `1 year` (12 of months). */
export function readCount(text: string): number | null {
	const found = /^\D{0,40}(\d{1,2})(?:\.0)?\s*(years?|yrs?)?(?!\d)/i.exec(text.slice(0, LONGEST_VALUE));
	return found === null ? null : Number(found[1]) * (found[2] === undefined ? 1 : 12);
}

/**
 * When a form was sent, as ISO in UTC: from ISO or a mail's date with an offset, or Unix seconds or milliseconds. Null
 * for times in the future of the receiving clock, and for times without an offset unless the zone of their clock is known.
 * @param zone IANA zone in which the sender writes times without an offset
 */
export function readSubmittedAt(text: string, receivedAt: Millis, zone: string | null = null): string | null {
	const plain = text.slice(0, LONGEST_VALUE).trim();
	const at = instant(plain) ?? (zone === null ? null : wallClock(plain, zone));
	const plausible = at !== null && at >= EARLIEST_YEAR_MS && at <= LATEST_YEAR_MS && at <= receivedAt + CLOCK_DRIFT;
	return plausible ? toIso(at) : null;
}

function instant(text: string): Millis | null {
	if (/^\d{10}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1_000);
	if (/^\d{13}$/.test(text)) return Number(text);
	const inMail = /^(?:[a-z]{3}, ?)?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UTC|Z)/i.exec(text)?.[0];
	if (inMail !== undefined) return Number.isNaN(Date.parse(inMail)) ? null : Date.parse(inMail);
	if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.{0,20}(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return null;
	const at = Date.parse(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
	return Number.isNaN(at) ? null : at;
}

function wallClock(text: string, zone: string): Millis | null {
	const found = /^(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?( ?[ap]m)?)?$/i.exec(text);
	const date = found === null ? null : readDate(found[1] ?? '', 'US');
	if (found === null || date === null) return null;
	if (found[2] === undefined) return instantOf(zone, date, 0);
	const half = found[4]?.trim().toLowerCase();
	const hour = half === undefined ? Number(found[2]) : (Number(found[2]) % 12) + (half === 'pm' ? 12 : 0);
	return hour > 23 || Number(found[3]) > 59 ? null : instantOf(zone, date, hour * 60 + Number(found[3]));
}

/** `512-555-0123 / 512-555-0199` holds two numbers. Only clear separators count; dashes and dots belong to a number. */
export function splitPhones(text: string): string[] {
	return splitAt(text, /\s*(?:[;,|\n]|:{2,}|\s\/\s|\bor\b|\band\b)\s*/i, (part) => part.replace(/\D/g, '').length >= 7);
}

/** Splits a field with several addresses; one part without an `@` leaves the text whole. */
export function splitEmails(text: string): string[] {
	return splitAt(text, /\s*(?:[;,|\n]|:{2,}|\s\/\s|\s+(?:or|and)\s+|\s+)\s*/i, (part) => part.includes('@'));
}

function splitAt(text: string, separator: RegExp, isWhole: (part: string) => boolean): string[] {
	const parts = text.split(separator).filter((part) => part !== '');
	return parts.length > 1 && parts.every(isWhole) ? parts : [text];
}
