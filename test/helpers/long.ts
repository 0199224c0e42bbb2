/**
 * The long set: `npm run test:long` runs every case, everything else one case of each kind. A whole file that belongs to the long
 * set only is named `*.long.test.ts`; what is said here is for single tests and for sizes.
 */

/** True in `npm run test:long`. */
const IN_FULL = process.env.LEASING_TEST_LONG === '1';
const WHY = ' [skipped: only in npm run test:long]';

type Body = () => unknown;

/** `test`, skipped with its reason outside of the long set. */
export function longTest(title: string, body: Body, timeoutMs?: number): void {
	if (IN_FULL) test(title, body as jest.ProvidesCallback, timeoutMs);
	else test.skip(title + WHY, body as jest.ProvidesCallback, timeoutMs);
}

/** `describe`, likewise. */
export function describeLong(title: string, body: () => void): void {
	if (IN_FULL) describe(title, body);
	else describe.skip(title + WHY, body);
}

/** How much of something: `short` everywhere, `full` in the long set, and another figure by an environment variable in either. */
export function sizeOf(variable: string, { short, full }: { short: number; full: number }): number {
	return Number(process.env[variable] ?? (IN_FULL ? full : short));
}
