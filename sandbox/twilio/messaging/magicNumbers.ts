/** Numbers of Twilio's test credentials and the error each stands for; see also `errors.ts`. */
const AS_RECIPIENT: Record<string, number> = {
	'+15005550001': 21211,
	'+15005550002': 21612,
	'+15005550003': 21408,
	'+15005550004': 21610,
	'+15005550009': 21614,
};

const AS_SENDER: Record<string, number> = {
	'+15005550001': 21212,
	'+15005550007': 21606,
	'+15005550008': 21611,
};

/** Takes any text and delivers none of them: no status callbacks. */
export const MAGIC_SENDER = '+15005550006';

/** @returns Twilio's error code, or null for an ordinary pair */
export function magicError(from: string, to: string): number | null {
	return AS_SENDER[from] ?? AS_RECIPIENT[to] ?? null;
}
