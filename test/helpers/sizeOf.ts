/**
 * How much of something a test does: `short` everywhere, `full` in `npm run test:long`, and what the environment variable says in
 * either. Whole files of further cases are named `*.long.test.ts` instead.
 */
export function sizeOf(variable: string, { short, full }: { short: number; full: number }): number {
	return Number(process.env[variable] ?? (process.env.LEASING_TEST_LONG === '1' ? full : short));
}
