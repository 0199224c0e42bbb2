import type { Millis } from '../../leasing/time';
import type { TimelineEntry } from '../../store/port';

/**
 * A lead's timeline as plain text: one line per entry, and its reasons below it.
 * @param timeZone IANA zone in which the times are written
 */
export function storyOf(entries: Array<Pick<TimelineEntry, 'at' | 'sentence' | 'reasons'>>, timeZone: string): string {
	const format = new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
	const time = (at: Millis): string => format.format(at).replace(/\u202f/g, ' ');
	return entries
		.flatMap(({ at, sentence, reasons }) => [
			`${time(at)}: ${sentence}`,
			...reasons.filter((reason) => reason.sentence !== sentence).map((reason) => `    - ${reason.sentence}`),
		])
		.join('\n');
}
