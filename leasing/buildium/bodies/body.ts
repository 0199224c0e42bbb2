/** What is sent to Buildium. It names no field that Buildium does not know: whether such a body is refused is not documented. */
export type Body = Record<string, unknown>;

/** Leaves out what is empty: to Buildium a field that is left out and one that is null are the same. */
export function compact(fields: object): Body {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}
