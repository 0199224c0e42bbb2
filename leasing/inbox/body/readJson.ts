/**
 * Parses JSON, and keeps whole numbers that no number of ours can hold as text: the ids of ads have 17 digits, and 2^53 has 16.
 */
export function readJson(text: string): { ok: true; value: unknown } | { ok: false } {
	try {
		return { ok: true, value: JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown) as unknown };
	} catch {
		// Broken, or nested deeper than the stack is.
		return { ok: false };
	}
}

/** V8 hands over the digits as they stood; TypeScript's library does not know it yet. */
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
	if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
	const source = context?.source ?? '';
	return /^-?\d{16,60}$/.test(source) ? source : value;
}
