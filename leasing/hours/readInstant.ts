import { MINUTE, SECOND, type Millis } from '../time';
import { instantOf } from './localTime';

const FORM = /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads an ISO 8601 date and time. One without an offset is what the clock on the wall of `zone` shows, and a date alone is
 * its midnight there.
 * @returns null when it is no such date
 */
export function readInstant(text: string, zone: string): Millis | null {
	const match = FORM.exec(text.trim());
	const date = match?.[1];
	if (!match || !date || !isCalendarDate(date)) return null;
	const [, , hour = '00', minute = '00', second = '00', offset] = match;
	if (offset === undefined) return instantOf(zone, date, Number(hour) * 60 + Number(minute)) + Number(second) * SECOND;
	return Date.parse(`${date}T${hour}:${minute}:${second}Z`) - offsetOf(offset);
}

/** JavaScript would carry 30 February over to March. */
function isCalendarDate(date: string): boolean {
	const at = Date.parse(`${date}T00:00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

function offsetOf(offset: string): Millis {
	if (offset.toUpperCase() === 'Z') return 0;
	const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
	return (offset.startsWith('-') ? -minutes : minutes) * MINUTE;
}
