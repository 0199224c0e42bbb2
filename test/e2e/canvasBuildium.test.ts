/** Templates 10 and 11 in n8n's editor, imported as they are: no warning, every icon there, readable from left to right. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, takePicture, watchErrors } from './support/browser';
import { Canvas } from './support/canvas';
import { layoutProblems } from './support/canvasLayout';
import { startRig, type Rig } from './support/rig';

const FOLDER = path.resolve(__dirname, '../../workflows-templates');

describeInBrowser('the Buildium templates on the canvas', () => {
	let rig: Rig;
	let browser: Browser;
	let page: Page;
	let canvas: Canvas;
	let errors: string[];

	beforeAll(async () => {
		rig = await startRig();
		// Nobody has credentials yet, so n8n chooses none by itself.
		for (const { id } of Object.values(rig.credentials)) await rig.session.rest('DELETE', `/rest/credentials/${id}`);
		browser = await openBrowser();
		page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
		errors = watchErrors(page);
		canvas = await Canvas.signIn(page, rig);
	});
	afterAll(async () => {
		await browser?.close();
		await rig?.stop();
	});

	test.each<[string, string, Record<string, string>]>([
		['10-buildium-directory-sync', 'buildium-directory-sync', { 'Copy from Buildium': 'Buildium/buildium' }],
		[
			'11-missed-call-text-back-buildium',
			'missed-call-text-back-buildium',
			{
				'Look Up Caller': 'LookUpCaller/lookUpCaller',
				'Queue for Buildium': 'Buildium/buildium',
				'Write to Buildium': 'Buildium/buildium',
			},
		],
	])('%s', async (folder, picture, icons) => {
		await canvas.importFile(path.join(FOLDER, folder, 'workflow.json'));
		expect(await canvas.messages()).toEqual([]);
		for (const [name, file] of Object.entries(icons))
			expect(await canvas.icon(name)).toBe(`/icons/n8n-nodes-leasing/dist/nodes/${file}.svg`);
		await canvas.zoomToFit();
		expect(await layoutProblems(page)).toEqual([]);
		await takePicture(page, picture);
		expect(errors).toEqual([]);
	});
});
