/** Where a helper is loaded from: jest's own test file. Undefined outside of jest. */
const file = (globalThis as { expect?: typeof expect }).expect?.getState().testPath;

/**
 * For helpers that start a browser or a Postgres: the quick tests shall stay quick, so whoever needs them is a slow test.
 * @param what as in "a browser"
 * @throws when a file loads the helper whose name does not end in `.slow.test.ts` or `.long.test.ts`; test/e2e may load everything
 */
export function onlySlow(what: string): void {
	if (file === undefined || /\.(?:slow|long)\.test\.ts$/.test(file) || /[\\/]test[\\/]e2e[\\/]/.test(file)) return;
	throw new Error(`${file} needs ${what}, so it is no quick test: let its name end in .slow.test.ts.`);
}
