/** RFC 2822 in GMT, as Twilio writes dates; null stays null. */
export function twilioDate(ms: number | null): string | null {
	return ms === null ? null : new Date(ms).toUTCString().replace('GMT', '+0000');
}

const DAY_MS = 86_400_000;

/**
 * A filter such as `StartTime>`. A date without a time means its whole GMT day.
 * @returns whether a moment fits all of the filter's three forms that were given; null fits none
 */
export function dateFilter(query: URLSearchParams, name: string): (ms: number | null) => boolean {
	const tests: Array<(ms: number) => boolean> = [];
	const on = span(query.get(name));
	if (on !== null) tests.push((ms) => ms >= on.from && ms < on.until);
	const before = span(query.get(`${name}<`));
	if (before !== null) tests.push((ms) => ms < before.until);
	const after = span(query.get(`${name}>`));
	if (after !== null) tests.push((ms) => ms >= after.from);
	return (ms) => tests.length === 0 || (ms !== null && tests.every((test) => test(ms)));
}

function span(value: string | null): { from: number; until: number } | null {
	const from = value === null ? Number.NaN : Date.parse(value);
	if (value === null || Number.isNaN(from)) return null;
	return { from, until: from + (/^\d{4}-\d{2}-\d{2}$/.test(value) ? DAY_MS : 1000) };
}

/** The parameter names that `dateFilter` reads. */
export function dateParameters(name: string): string[] {
	return [name, `${name}<`, `${name}>`];
}

/** Two bounds of a newer product, both moments; null leaves that side open. */
export function dateFilterBetween(start: string | null, end: string | null): (ms: number) => boolean {
	const from = start === null ? Number.NEGATIVE_INFINITY : Date.parse(start);
	const until = end === null ? Number.POSITIVE_INFINITY : Date.parse(end);
	return (ms) => ms >= from && ms <= until;
}
