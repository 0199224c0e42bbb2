import { createHash } from 'node:crypto';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * A short mark of the event behind a record, put into a title or text so that the record can be found again: Buildium has no
 * idempotency keys. Twelve letters and digits only, so that a "contains" filter finds them as they are.
 */
export function markerOf(key: string): string {
	const digest = createHash('sha256').update(key).digest();
	return [...digest.subarray(0, 12)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** A title or text with its marker at the end; the words give way, since a marker that is cut is never found. */
export function withMarker(text: string, marker: string, longest: number): string {
	const mark = `[${marker}]`;
	const room = longest - mark.length - 1;
	return text === '' ? mark : `${text.length > room ? text.slice(0, room).trimEnd() : text} ${mark}`;
}
