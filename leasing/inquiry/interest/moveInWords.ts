/** "Now", in the words of renters and in the choices of listing sites. */
export const TODAY_WORDS =
	/\b(?:a\.?s\.?a\.?p|as soon as (?:possible|i can|we can)|immediate(?:ly)?|right away|right now|^now|today|urgent(?:ly)?)\b/;

/** The renter answered, but named no time. */
export const TELLS_NO_DATE =
	/^(?:flexible|any ?time|not sure(?: yet)?|undecided|unsure|tbd|n\/?a|none|just (?:looking|browsing)|unknown|no preference|other|- ?\/ ?-|-|yes|no)\.?$/;

/** A part of a month: its first and last day, and the day to work with. Days past the month's end mean its last. */
export const ROUGH_PARTS: ReadonlyArray<readonly [RegExp, first: number, last: number, nominal: number]> = [
	[/\b(?:first|1st) week (?:of|in) (?:the )?/, 1, 7, 1],
	[/\b(?:first|1st) half of (?:the )?/, 1, 15, 1],
	[/\b(?:second|2nd) half of (?:the )?/, 16, 31, 16],
	[/\blast week (?:of|in) (?:the )?/, 24, 31, 25],
	[/\b(?:(?:the )?(?:beginning|start|first part) of|early|first of|1st of)(?: in)? (?:the (?=month))?/, 1, 10, 1],
	[/\b(?:(?:the )?middle of|mid(?:dle)?)[ -]?(?:the (?=month))?/, 10, 20, 15],
	[/\b(?:(?:the )?end of|end[ -])(?:the (?=month))?/, 25, 31, 31],
	[/\blate /, 21, 31, 25],
];

/** First and last month. Winter runs over the end of the year. */
export const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
	spring: [3, 5],
	summer: [6, 8],
	fall: [9, 11],
	autumn: [9, 11],
	winter: [12, 14],
};

const SPANISH: ReadonlyArray<readonly [RegExp, string]> = [
	[/\b(?:a )?mediados de(?:l)? /g, 'mid '],
	[/\b(?:a )?principios de(?:l)? /g, 'early '],
	[/\b(?:a )?(?:fines|finales) de(?:l)? /g, 'late '],
	[/\b(?:lo antes posible|lo m[aá]s pronto posible|inmediatamente|de inmediato|ahora mismo|hoy)\b/g, 'asap'],
	[/\bpr[oó]ximo mes\b/g, 'next month'],
	[/\benero\b/g, 'january'],
	[/\bfebrero\b/g, 'february'],
	[/\bmarzo\b/g, 'march'],
	[/\babril\b/g, 'april'],
	[/\bmayo\b/g, 'may'],
	[/\bjunio\b/g, 'june'],
	[/\bjulio\b/g, 'july'],
	[/\bagosto\b/g, 'august'],
	[/\bsep?tiembre\b/g, 'september'],
	[/\boctubre\b/g, 'october'],
	[/\bnoviembre\b/g, 'november'],
	[/\bdiciembre\b/g, 'december'],
	[/\bd[ií]as\b/g, 'days'],
	[/\bmes(?:es)?\b/g, 'months'],
	[/\bsemanas?\b/g, 'weeks'],
	[/(\d) de (?=[a-z])/g, '$1 '],
];

/** Renters in the US write these in Spanish more than in any other language but English. @param text small letters */
export function inEnglish(text: string): string {
	return SPANISH.reduce((words, [pattern, english]) => words.replace(pattern, english), text);
}
