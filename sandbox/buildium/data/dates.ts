export const DAY_MS = 86_400_000;

/** Date and time as the API writes them: UTC, whole seconds. */
export function isoSeconds(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export function isoDay(ms: number): string {
	return new Date(ms).toISOString().slice(0, 10);
}
