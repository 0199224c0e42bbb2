import * as z from 'zod/v4';

import { MINUTE, type Millis } from '../../../leasing/time';

/** How far the copy of one list has come. Kept with every page, so that a copy that was killed goes on where it was. */
export interface Position {
	/** When the present or last pass began. */
	passBegan: Millis;
	/** Only what changed since; null: a whole pass. */
	since: Millis | null;
	/** Of the next page, in the source's own terms; null: the first one. */
	cursor?: unknown;
	/** When the source gave the cursor. */
	cursorAt: Millis;
	/** The pass is over. */
	done: boolean;
	/** Records read in this pass. */
	read: number;
	/** When the last whole pass began. */
	wholePassBegan: Millis;
}

const schema = z.object({
	passBegan: z.number(),
	since: z.number().nullable(),
	cursor: z.unknown(),
	cursorAt: z.number(),
	done: z.boolean(),
	read: z.number(),
	wholePassBegan: z.number(),
});

/** Two clocks are never the same, and a record may be stored a moment after its time. */
const OVERLAP: Millis = 10 * MINUTE;

export interface Wish {
	changesOnly: boolean;
	now: Millis;
	/** After so long everything is read again: what was deleted is reported by nothing else. */
	wholeEvery: Millis;
	/** Read everything now. */
	whole: boolean;
	/** Further back the provider does not tell of changes. */
	longestSince?: Millis | undefined;
	/** Older cursors of the provider are worth nothing. */
	cursorsLast?: Millis | undefined;
}

/** Where to go on: in the middle of an unfinished pass, or at the beginning of the next one. @param kept what the store holds */
export function nextPosition(kept: unknown, { changesOnly, now, wholeEvery, whole, longestSince, cursorsLast }: Wish): Position {
	const parsed = schema.safeParse(kept);
	const last = parsed.success ? parsed.data : null;
	const begin = { passBegan: now, cursor: null, cursorAt: now, done: false, read: 0 };
	if (last !== null && !last.done && !(whole && last.since !== null)) {
		const goesOn = last.cursor === null || cursorsLast === undefined || now - last.cursorAt < cursorsLast;
		// Begun again as what it was: nothing after its beginning can be taken for seen.
		return goesOn ? last : { ...begin, since: last.since, wholePassBegan: last.since === null ? now : last.wholePassBegan };
	}
	const wholeDue =
		last === null ||
		whole ||
		!changesOnly ||
		now - last.wholePassBegan >= wholeEvery ||
		(longestSince !== undefined && now - last.passBegan >= longestSince);
	return wholeDue
		? { ...begin, since: null, wholePassBegan: now }
		: { ...begin, since: last.passBegan - OVERLAP, wholePassBegan: last.wholePassBegan };
}

/** The position after a page. @param next the page's; null: it was the last one */
export function afterPage(before: Position, { records, next }: { records: readonly unknown[]; next: unknown }, now: Millis): Position {
	return { ...before, cursor: next, cursorAt: now, done: next === null, read: before.read + records.length };
}
