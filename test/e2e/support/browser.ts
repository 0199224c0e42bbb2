/** A real headless Chromium for the tests that look at pages as a person does. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../../sandbox/pretend-phone/chromium';

const executablePath = findChromium();
const PICTURES = path.resolve(__dirname, '../../../docs/images');

/** `describe`, skipped with its reason in the title where there is no browser. */
export function describeInBrowser(title: string, body: () => void): void {
	if (executablePath !== null) describe(title, body);
	else describe.skip(`${title} [skipped: no Chromium found; install one or set CHROMIUM_PATH]`, body);
}

export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: executablePath ?? '', args: CHROMIUM_ARGS });
}

/** What a person with the browser's console open would be told: errors of the page's own scripts. */
export function watchErrors(page: Page): string[] {
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	return errors;
}

/** Takes a picture for the documentation, if the run was asked to: `UPDATE_PICTURES=1 npm run test:e2e`. */
export async function takePicture(page: Page, name: string): Promise<void> {
	if (process.env.UPDATE_PICTURES !== '1') return;
	mkdirSync(PICTURES, { recursive: true });
	await page.screenshot({ path: path.join(PICTURES, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
