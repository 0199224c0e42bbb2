/**
 * Why the software decided something: a stable code for machines and tests, a plain sentence for people.
 * Every "no" in this project is a list of these, never an exception.
 */
export interface Reason {
	/** Stable, snake_case; part of our public contract. Example: `opted_out`. */
	code: string;
	/** One plain sentence that an operations manager understands and, where it can be mended, says how. */
	sentence: string;
}

/** Builds a reason; exists so that call sites read as `reason('opted_out', '…')`. */
export function reason(code: string, sentence: string): Reason {
	return { code, sentence };
}

/** What reasons, or problems, say, one sentence after the other. */
export function sentencesOf(reasons: ReadonlyArray<Pick<Reason, 'sentence'>>): string {
	return reasons.map(({ sentence }) => sentence).join(' ');
}
