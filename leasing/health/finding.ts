/** How soon somebody should look. `urgent`: callers or texts are being lost now. */
export const SEVERITIES = ['urgent', 'warning', 'hint', 'ok'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What one look at one thing has found. */
export interface Finding {
	/** Which look it was; stable, e.g. `line_fallback`. */
	check: string;
	severity: Severity;
	/** What it is about, for people: a line, a trigger, a setting; null when it is about the whole. */
	about: string | null;
	/** One sentence. */
	sentence: string;
	/** What a person does about it; null when nothing has to be done. */
	whatToDo: string | null;
}

/** Something in order. */
export function inOrder(check: string, sentence: string, about: string | null = null): Finding {
	return { check, severity: 'ok', about, sentence, whatToDo: null };
}

/** Something that a person should know. */
export function found(
	check: string,
	severity: Exclude<Severity, 'ok'>,
	sentence: string,
	whatToDo: string,
	about: string | null = null,
): Finding {
	return { check, severity, about, sentence, whatToDo };
}

/** The most urgent first; what is equally urgent stays in order. */
export function byUrgency(findings: readonly Finding[]): Finding[] {
	return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
