/** "Now", in the words of renters and in the choices of listing sites. */
export const TODAY_WORDS =
	/\b(?:a\.?s\.?a\.?p\b\.?|as soon as (?:possible|i can|we can)|soonest|immediate(?:ly)?|right away|right now|today|urgent(?:ly)?)(?![a-z])|^now\b|\bnow(?= or\b)/;

/** The renter answered, but named no time. */
export const TELLS_NO_DATE =
	/^(?:i'?m |we'?re |pretty |very )?(?:flexible|any ?time|whenever|open|not sure(?: yet)?|undecided|unsure|tbd|n\/?a|none|just (?:looking|browsing)|unknown|no preference|other|- ?\/ ?-|-|yes|no)[.!]?$/;

/** Times of schools, of companies and of a life that are no dates. */
export const UNCLEAR =
	/\b(?:graduat\w*|semester\w*|quarter\w*|trimester\w*|fiscal|fy ?'?\d{2,4}|q[1-4]|school|term|finals|college|classes|divorce\w*|wedding|break|holidays|vacation)\b/;

export const MONTH_NAME =
	'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** @param name as MONTH_NAME finds it @returns 1 to 12 */
export function monthNamed(name: string): number | null {
	const index = MONTHS.indexOf(name.slice(0, 3));
	return index < 0 ? null : index + 1;
}

/** A month by its name, or numbers with a slash. */
export const NAMES_A_DATE = new RegExp(`\\b(?:${MONTH_NAME})\\b|\\b\\d{1,2}\\/\\d{1,2}\\b|\\b20\\d\\d-\\d{1,2}`);

export const AT_THE_LATEST =
	/,? ?\b(?:(?:but |and |or )?(?:no|not) later than|(?:at the )?latest(?: is| by)?|(?:on or |or )?by|(?:on or |or )?before|until|till|prior to)\b ?(?:the )?(?!(?:my|our)self)|,? at the latest\b/;

/** A beginning is as good as a date: what stands behind it is one. */
export const STARTS_AT =
	/\b(?:as early as|not before|(?:no|not) (?:sooner|earlier) than|(?:any ?time |on or |sometime )?after|starting(?: on| in| from)?|as of|from|available(?: on| from| for)?)\b ?(?:the )?(?=[a-z\d])/;

/** The lease's length, and words before a date that change nothing. */
export const NOT_ABOUT_THE_DAY =
	/,? ?\b\d{1,2}[- ]?(?:months?|mos?|years?|yrs?)[- ](?:lease|term|rental|agreement|contract)\b|\bweekend of (?:the )?/g;

/** A part of a month: its first and last day, and the day to work with. Days past the month's end mean its last. */
export const ROUGH_PARTS: ReadonlyArray<readonly [RegExp, first: number, last: number, nominal: number]> = [
	[/\b(?:first|1st) week (?:of|in) (?:the )?/, 1, 7, 1],
	[/\b(?:second|2nd) week (?:of|in) (?:the )?/, 8, 14, 8],
	[/\b(?:third|3rd) week (?:of|in) (?:the )?/, 15, 21, 15],
	[/\b(?:fourth|4th) week (?:of|in) (?:the )?/, 22, 28, 22],
	[/\b(?:first|1st) half of (?:the )?/, 1, 15, 1],
	[/\b(?:second|2nd|latter|last) half of (?:the )?/, 16, 31, 16],
	[/\blast week (?:of|in) (?:the )?/, 24, 31, 25],
	[/\bfirst of (?=(?:early )?[a-z]{3,9}\b(?! month))/, 1, 1, 1],
	[/\b(?:(?:the )?(?:beginning|start|first part|early part) of|early)(?: in)? (?:the (?=month))?/, 1, 10, 1],
	[/\b(?:(?:the )?middle of|mid(?:dle)?)[ -]?(?:of )?(?:the (?=month))?/, 10, 20, 15],
	[/\b(?:(?:the )?end of|end[ -])(?:the (?=month))?/, 25, 31, 31],
	[/\b(?:late|latter part of) ?(?:in )?/, 21, 31, 25],
];

/** First and last month of a part of a year, and whether its last day is the one to work with. */
export const YEAR_PARTS: ReadonlyArray<readonly [RegExp, first: number, last: number, atEnd: boolean]> = [
	[/\b(?:end of|late)(?: the)? (year|this year|next year|20\d\d)\b/, 12, 12, true],
	[/\b(?:beginning of|start of|first of|early|early in)(?: the)? (year|this year|next year|new year|20\d\d)\b/, 1, 1, false],
	[/\b(new year)(?:'?s)?\b/, 1, 1, false],
];

/** First and last month. Winter runs over the end of the year. */
export const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
	spring: [3, 5],
	summer: [6, 8],
	fall: [9, 11],
	autumn: [9, 11],
	winter: [12, 14],
};
