/** Milliseconds since 1970 UTC: how the rules and the store count time. People and items see ISO 8601. */
export type Millis = number;

/** The only source of "now" for rules and store. Passed in, so that tests can hold or move it. */
export interface Clock {
	now(): Millis;
}

/** The only source of new ids. Ids sort by the time they were made, which keeps timelines and indexes in order. */
export interface Ids {
	/** @param prefix what the id is for, e.g. `lead`; the id reads `lead_01J…`. */
	next(prefix: string): string;
}

export const SECOND: Millis = 1_000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;

/** ISO 8601 in UTC, for everything that people or n8n items see. */
export function toIso(at: Millis): string {
	return new Date(at).toISOString();
}
