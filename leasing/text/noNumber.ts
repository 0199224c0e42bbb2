/** Stands for the renter's number where there is none: the caller hid it, or the form had no field for it. */
export const NO_NUMBER = 'none';

/** @param raw as received @returns the number, or what stands for it in a conversation */
export function numberOrNone(e164: string | null, raw: string): string {
	return e164 ?? (raw.trim() || NO_NUMBER);
}
