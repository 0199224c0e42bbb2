/** Template 30, imported as it is and run on a real n8n: what is wrong becomes one message, and what is well becomes none. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { assignCredentials } from '../../sandbox/n8n/assignCredentials';
import { LINES } from '../../sandbox/start/company';
import { describeInBrowser, openBrowser, takePicture, watchErrors } from './support/browser';
import { Canvas } from './support/canvas';
import { layoutProblems } from './support/canvasLayout';
import { startRig, type Rig } from './support/rig';
import { setFallback } from './support/twimlBins';

const TEMPLATE = path.resolve(__dirname, '../../workflows-templates/30-daily-check/workflow.json');
const BIN = 'https://handler.twilio.com/twiml/EH1';

describe('the daily check on a real n8n', () => {
	let rig: Rig;
	let id: string;
	beforeAll(async () => {
		rig = await startRig();
		await rig.installTemplate();
		const template = JSON.parse(readFileSync(TEMPLATE, 'utf8')) as { nodes: Array<Record<string, unknown>> };
		const copy = await assignCredentials(rig.session, { ...template, name: 'Daily check' }, rig.credentials);
		({ id } = await rig.session.createWorkflow(copy));
		rig.sandbox.addMessagingService({ phones: LINES.map(({ phone }) => phone), campaigns: ['VERIFIED'] });
	});
	afterAll(async () => await rig?.stop());

	const run = async () => {
		const { status, error, outputs } = await rig.session.runManually(id, 'Every Morning');
		expect([status, error]).toEqual(['success', null]);
		return outputs;
	};
	const message = (outputs: Awaited<ReturnType<typeof run>>) =>
		(outputs.Message?.[0]?.[0] as { message?: string } | undefined)?.message ?? null;

	test('says in one message what a person has to do, and nothing of the rest', async () => {
		const outputs = await run();
		const text = message(outputs) ?? '';
		expect(text).toContain('It has no fallback');
		expect(text).toContain('Primary handler fails');
		expect(text).not.toMatch(/undefined|null|\[object/);
		expect(outputs.Check?.[0]?.length).toBeGreaterThan(8);
	});

	test('says nothing of lines once all of them are in order', async () => {
		for (const { phone } of LINES) await setFallback(rig.sandbox, phone, BIN);
		const checked = (await run()).Check?.[0] as Array<{ check: string; severity: string }>;
		expect(checked.filter(({ check, severity }) => check.startsWith('line_') && severity !== 'ok')).toEqual([]);
		expect(rig.sandbox.violations()).toEqual([]);
	});
});

describeInBrowser('the daily check on the canvas', () => {
	let rig: Rig;
	let browser: Browser;
	let page: Page;
	beforeAll(async () => {
		rig = await startRig();
		for (const { id } of Object.values(rig.credentials)) await rig.session.rest('DELETE', `/rest/credentials/${id}`);
		browser = await openBrowser();
		page = await browser.newPage({ viewport: { width: 1600, height: 820 } });
	});
	afterAll(async () => {
		await browser?.close();
		await rig?.stop();
	});

	test('comes without a complaint and reads from left to right', async () => {
		const errors = watchErrors(page);
		const canvas = await Canvas.signIn(page, rig);
		await canvas.importFile(TEMPLATE);
		expect(await canvas.messages()).toEqual([]);
		expect(await canvas.icon('Check')).toBe('/icons/n8n-nodes-leasing/dist/nodes/Portfolio/portfolio.svg');
		await canvas.zoomToFit();
		expect(await layoutProblems(page)).toEqual([]);
		await takePicture(page, 'daily-check');
		expect(errors).toEqual([]);
	});
});
