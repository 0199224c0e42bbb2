/**
 * One thing in somebody's input that has to be mended. Unlike a reason it always points at a field, named as the
 * user sees it (`Lines, row 2, Phone Number`).
 */
export interface FieldProblem {
	field: string;
	/** What stands in the field now, shortened for display. */
	found: string;
	/** Names the field, says what was found and how to mend it. */
	sentence: string;
}

const LONGEST_SHOWN = 60;

/** Shows any value in a few words: `nothing`, `"abc"`, `a list`, `12`. Long text is cut. */
export function describeFound(value: unknown): string {
	if (value === undefined || value === null || value === '') return 'nothing';
	if (typeof value === 'string') return `"${value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}...` : value}"`;
	if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
	if (typeof value === 'object') return 'a group of fields';
	return String(value);
}

/** Builds a problem whose sentence reads `<field>: found <found>. <mend>`. */
export function problem(field: string, value: unknown, mend: string): FieldProblem {
	const found = describeFound(value);
	return { field, found, sentence: `${field}: found ${found}. ${mend}` };
}
