import { findProgram, installDebianPackages, isExecutable } from './debian.mjs';
import { say } from './progress.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** Path of a Chromium or Chrome on this machine, or undefined. CHROMIUM_PATH goes first. */
export function findChromium() {
	const asked = process.env.CHROMIUM_PATH;
	if (asked && isExecutable(asked)) return asked;
	return NAMES.map(findProgram).find(Boolean) ?? MAC.find(isExecutable);
}

/**
 * Chromium for the browser tests; installed from Debian where that is possible.
 * @returns {Promise<{ path: string } | { reason: string }>} without it those tests are skipped with the reason
 */
export async function ensureChromium() {
	const found = findChromium();
	if (found) return { path: found };
	try {
		await installDebianPackages(['chromium', 'fonts-liberation'], 'installing Chromium for the browser tests', 'about a minute');
	} catch (error) {
		say(`  note  Chromium could not be installed: ${error.message.split('\n')[0]}`);
	}
	const path = findChromium();
	return path ? { path } : { reason: 'no Chromium or Chrome on this machine (install one, or set CHROMIUM_PATH)' };
}
