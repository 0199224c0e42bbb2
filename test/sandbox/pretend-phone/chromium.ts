import { existsSync } from 'node:fs';
import { onlySlow } from '../../helpers/onlySlow';

onlySlow('a browser');

const COMMON = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns the path of a Chromium on this machine (`CHROMIUM_PATH` first), or null */
export function findChromium(): string | null {
	const named = process.env['CHROMIUM_PATH'];
	const candidates = named === undefined || named === '' ? COMMON : [named];
	return candidates.find((path) => existsSync(path)) ?? null;
}

/** A quiet browser that calls nobody at home. */
export const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
