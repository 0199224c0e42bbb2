import * as z from 'zod/v4';

import { DAY, MINUTE, SECOND, type Millis } from '../../../leasing/time';

const positionSchema = z.object({
	upTo: z.number().int(),
	left: z.object({ at: z.number().int(), lines: z.array(z.string()) }).nullish(),
});

/** Where a trigger stands in a phone system's call log. */
export interface Position {
	/** Every call that began earlier is known or was judged. */
	upTo: Millis;
	/** When the trigger was last unpublished, and which lines it had served until then: what they missed is still its own. */
	left: { at: Millis; lines: string[] } | null;
}

/** A list may show a call later than another that began after it; each look goes back so far again. All it finds twice is known. */
export const OVERLAP: Millis = 15 * MINUTE;
/** Reports of a call that ended longer ago than this have come, or never will: Twilio gives one up after 15 seconds. */
export const SETTLED_AFTER: Millis = 30 * SECOND;
/** What is older is not looked for: nobody wants to be called back for it, and a person is asked to look. */
export const LOOK_BACK: Millis = 7 * DAY;
/** So much is read at once after a long outage, so that a crash in the middle loses one piece only. */
export const SLICE: Millis = DAY;
/** No call lasts longer than a day: a call that seems to run beyond that holds nothing up any more. */
const LONGEST_CALL: Millis = 26 * 60 * MINUTE;

/** What is read next. */
export interface Slice {
	from: Millis;
	until: Millis;
	/** Calls that began before this are past looking for, though they were never looked at; null as a rule. */
	gapUntil: Millis | null;
}

/** A stored position; null for none, or for one that this version does not know. */
export function readPosition(stored: unknown): Position | null {
	const read = positionSchema.safeParse(stored);
	return read.success ? { upTo: read.data.upTo, left: read.data.left ?? null } : null;
}

/**
 * The next piece of the log.
 * @param upTo up to where it was read. A time to come was noted by a clock that was ahead, so a day is read again: what is known is left out
 */
export function nextSlice(upTo: Millis, now: Millis): Slice {
	const oldest = now - LOOK_BACK;
	const start = upTo > now ? now - DAY : upTo;
	const from = Math.max(start - OVERLAP, oldest);
	return { from, until: Math.min(now, from + SLICE), gapUntil: start < oldest ? oldest : null };
}

/**
 * Up to where the log counts as read after a slice.
 * @param unsettled when the earliest call began that must be looked at again: it runs, or has just ended, or could not be kept
 */
export function readUpTo({ until }: Slice, unsettled: Millis | null, now: Millis): Millis {
	const settled = Math.min(until, now - SETTLED_AFTER);
	return unsettled === null ? settled : Math.min(settled, Math.max(unsettled, now - LONGEST_CALL));
}
