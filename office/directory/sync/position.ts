import * as z from 'zod/v4';

import { DAY, MINUTE, type Millis } from '../../../leasing/time';

/** How far the copy of one list has come. Kept with every page, so that a copy that was killed goes on where it was. */
export interface Position {
	/** When the present or last pass began. */
	passBegan: Millis;
	/** Only what changed since; null: a whole pass. */
	since: Millis | null;
	/** Of the next page; null: the pass is done. */
	offset: number | null;
	/** Records read in this pass. */
	read: number;
	/** When the last whole pass began. */
	wholePassBegan: Millis;
}

const schema = z.object({
	passBegan: z.number(),
	since: z.number().nullable(),
	offset: z.number().nullable(),
	read: z.number(),
	wholePassBegan: z.number(),
});

/** Two clocks are never the same, and a record may be stored a moment after its time. */
const OVERLAP: Millis = 10 * MINUTE;
/** Buildium refuses ranges over 365 days. */
const LONGEST: Millis = 360 * DAY;

export interface Wish {
	changesOnly: boolean;
	now: Millis;
	/** After so long everything is read again: what was deleted is reported by nothing else. */
	wholeEvery: Millis;
	/** Read everything now. */
	whole: boolean;
}

/** Where to go on: in the middle of an unfinished pass, or at the beginning of the next one. @param kept what the store holds */
export function nextPosition(kept: unknown, { changesOnly, now, wholeEvery, whole }: Wish): Position {
	const parsed = schema.safeParse(kept);
	const last = parsed.success ? parsed.data : null;
	if (last !== null && last.offset !== null && !(whole && last.since !== null)) return last;
	const begin = { passBegan: now, offset: 0, read: 0 };
	const wholeDue = last === null || whole || !changesOnly || now - last.wholePassBegan >= wholeEvery || now - last.passBegan >= LONGEST;
	return wholeDue
		? { ...begin, since: null, wholePassBegan: now }
		: { ...begin, since: last.passBegan - OVERLAP, wholePassBegan: last.wholePassBegan };
}
