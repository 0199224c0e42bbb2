import { problem, type FieldProblem } from './problem';

/** Reads the value at a zod issue's path, so that a sentence can show what was found there. */
export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
	let value = input;
	for (const key of path) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as Record<PropertyKey, unknown>)[key];
	}
	return value;
}

/** The part of a zod error that is read here; errors of every schema have it. */
interface SchemaError {
	readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

/**
 * Turns zod's issues about an n8n item into problems. Fields are named by their path (`caller.raw`), because an item
 * has no form whose labels could be used.
 * @param mend what to do about it; appended to every sentence
 */
export function schemaProblems(error: SchemaError, input: unknown, mend: string): FieldProblem[] {
	return error.issues.map((issue) => {
		const field = issue.path.length === 0 ? 'item' : issue.path.map(String).join('.');
		return problem(field, valueAt(input, issue.path), `${issue.message.replace(/\.$/, '')}. ${mend}`);
	});
}
