/** One value of a filter; a list is sent as the same name several times. */
export type QueryValue = string | number | boolean | null | undefined | ReadonlyArray<string | number>;

export type Query = Readonly<Record<string, QueryValue>>;

/** A longer query makes Buildium answer 500, which looks like an outage and would be tried again and again. */
export const LONGEST_QUERY = 4_096;

/**
 * The part after the question mark. Empty values are left out; spaces become %20, because "+" is a plus sign to some servers
 * and filters with a time hold a space.
 */
export function queryString(query: Query): string {
	return Object.entries(query)
		.flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one: unknown) => [name, one] as const))
		.filter(([, value]) => value !== undefined && value !== null && value !== '')
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
		.join('&');
}
