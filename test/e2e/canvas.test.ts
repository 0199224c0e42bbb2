/** The template in n8n's editor, seen by a person: imported, filled in, run, and every panel opened once. */
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { LINES } from '../../sandbox/start/company';
import { describeInBrowser, openBrowser, takePicture, watchErrors } from './support/browser';
import { Canvas } from './support/canvas';
import { layoutProblems } from './support/canvasLayout';
import { startRig, type Rig } from './support/rig';

const TEMPLATE = path.resolve(__dirname, '../../workflows-templates/01-missed-call-text-back/workflow.json');

/** Our nodes of the template and the part of their icon's address that says whose it is. */
const ICONS: Record<string, string> = {
	'Twilio Missed Call Trigger': 'Twilio/missedCall',
	'Normalize Lead': 'NormalizeLead/normalizeLead',
	'Deduplicate Lead': 'DeduplicateLead/deduplicateLead',
	'Text New Renter': 'LeasingText/leasingText',
	'Text Known Renter': 'LeasingText/leasingText',
	'Call-Back Task': 'Lead/lead',
	'Portfolio Settings': 'Portfolio/portfolio',
};

/** Fields that n8n itself leaves without help, or whose menu explains each choice. */
const SELF_EXPLAINING = ['Twilio Account', 'Leasing Store (Optional)', 'Resource', 'Operation', 'Options', 'Filters'];

/** Names of fields; below a name n8n keeps its switch between fixed and expression. */
async function labelsOf(labels: Locator): Promise<string[]> {
	return (await labels.allInnerTexts()).map((label) => label.trim().split('\n')[0] ?? '').filter((label) => label !== '');
}

describeInBrowser('the missed-call template on the canvas', () => {
	let rig: Rig;
	let browser: Browser;
	let page: Page;
	let canvas: Canvas;
	let errors: string[];

	beforeAll(async () => {
		rig = await startRig();
		browser = await openBrowser();
		page = await browser.newPage({ viewport: { width: 1600, height: 820 } });
		errors = watchErrors(page);
	});
	afterAll(async () => {
		await browser?.close();
		await rig?.stop();
	});
	afterEach(async () => {
		await canvas.closePanel();
		expect(errors).toEqual([]);
	});

	async function expectOurNodes(): Promise<void> {
		for (const [name, file] of Object.entries(ICONS))
			expect(await canvas.icon(name)).toBe(`/icons/n8n-nodes-leasing/dist/nodes/${file}.svg`);
	}

	describe('imported as it is, on an n8n where nothing is set up', () => {
		beforeAll(async () => {
			// Nobody has credentials yet; installTemplate makes them anew.
			for (const { id } of Object.values(rig.credentials)) await rig.session.rest('DELETE', `/rest/credentials/${id}`);
			canvas = await Canvas.signIn(page, rig);
			await canvas.importFile(TEMPLATE);
		});

		test('comes without a complaint, and n8n knows every node', async () => {
			await expectOurNodes();
			expect(await canvas.messages()).toEqual([]);
			expect(await page.getByTestId('edge').count()).toBe(12);
		});

		test('can be read from left to right', async () => {
			await canvas.zoomToFit();
			expect(await layoutProblems(page)).toEqual([]);
		});

		test('marks the nodes that are to be filled in, and says with what', async () => {
			expect(await canvas.marked()).toEqual([
				'Twilio Missed Call Trigger',
				'Text New Renter',
				'Text Known Renter',
				'Portfolio Settings',
			]);
			expect(await canvas.issues('Twilio Missed Call Trigger')).toEqual([
				'Parameter "Line Names or IDs" is required.',
				'Parameter "Staff Numbers" is required.',
				'Credentials for Twilio Missed Call Trigger are not set.',
			]);
			for (const name of ['Text New Renter', 'Text Known Renter'])
				expect(await canvas.issues(name)).toEqual(['Credentials for Leasing Text are not set.']);
			expect(await canvas.issues('Portfolio Settings')).toEqual([
				'Parameter "Company Name" is required.',
				'Parameter "Time Zone" is required.',
				'Parameter "Phone Number" is required.',
			]);
		});

		test('says in the settings form which fields to fill in', async () => {
			const panel = await canvas.openPanel('Portfolio Settings');
			await panel.getByTestId('parameter-issues').nth(2).waitFor();
			const marks = { has: page.getByTestId('parameter-issues') };
			// The innermost part of the form that holds both a name and a mark is the field.
			const fields = panel
				.locator('.parameter-item')
				.filter(marks)
				.filter({ hasNot: page.locator('.parameter-item').filter(marks) });
			expect(await labelsOf(fields.locator('label'))).toEqual(['Company Name', 'Time Zone', 'Phone Number']);
		});

		test('does not save unfilled settings, and says what is missing', async () => {
			await canvas.node('Save Settings Once').hover();
			await page.getByTestId('execute-workflow-button-Save Settings Once').click();
			const toast = page.locator('.el-notification').filter({ hasText: 'Portfolio Settings' });
			await toast.waitFor();
			const words = await toast.innerText();
			for (const field of ['Company Name', 'Time Zone', 'Phone Number']) expect(words).toContain(`"${field}" is required`);
			expect(await rig.store.portfolios.get('main')).toBeNull();
		});
	});

	describe('filled in and published', () => {
		let workflowId: string;

		beforeAll(async () => {
			workflowId = await rig.installTemplate();
			await canvas.open(workflowId);
		});

		test('shows no missing node and no red mark', async () => {
			await expectOurNodes();
			expect(await canvas.marked()).toEqual([]);
			expect(await canvas.messages()).toEqual([]);
			await canvas.zoomToFit();
			expect(await layoutProblems(page)).toEqual([]);
			await takePicture(page, 'missed-call-text-back');
		});

		test.each<[string, string[]]>([
			[
				'Twilio Missed Call Trigger',
				[
					'Twilio Account',
					'Leasing Store (Optional)',
					'How Calls Reach This Number',
					'Line Names or IDs',
					'Staff Numbers',
					'Ring for (Seconds)',
					'Greeting',
				],
			],
			['Normalize Lead', ['Leasing Store (Optional)', 'Input']],
			['Deduplicate Lead', ['Leasing Store (Optional)', 'Inquiry', 'Call-Back Task']],
			[
				'Text New Renter',
				[
					'Twilio Account',
					'Message',
					'Kind of Text',
					'Outside Permitted Hours',
					'No Second Text For (Hours)',
					'Too Old After (Minutes)',
				],
			],
			['Call-Back Task', ['Resource', 'Operation', 'Portfolio', 'State', 'Limit', 'Kind', 'Lead ID']],
			[
				'Portfolio Settings',
				[
					'Operation',
					'Company Name',
					'Time Zone',
					'Country',
					'Default Owner',
					'Phone Number',
					'Property Name',
					'Office Hours',
					'Holidays',
				],
			],
		])('%s: the panel opens with its fields, each with help', async (name, fields) => {
			const panel = await canvas.openPanel(name);
			const labels = panel.getByTestId('node-parameters').locator('label:visible');
			await labels
				.filter({ hasText: fields.at(-1) ?? '' })
				.last()
				.waitFor();
			expect(await labelsOf(labels)).toEqual(expect.arrayContaining(fields));
			// n8n gives a field its question mark when it has a description.
			const helpless = await labelsOf(labels.filter({ hasNot: page.locator('[data-icon="circle-help"]') }));
			expect(helpless.filter((label) => !SELF_EXPLAINING.includes(label))).toEqual([]);
			// A label that does not fit ends in dots.
			expect(
				await labels
					.locator('span')
					.evaluateAll((spans) =>
						spans
							.filter((span) => span.scrollWidth > span.clientWidth + 1 && span.clientWidth > 0)
							.map((span) => span.textContent),
					),
			).toEqual([]);
			expect(await panel.getByTestId('parameter-issues').count()).toBe(0);
			expect(await canvas.messages()).toEqual([]);
		});

		test('offers the lines of the Twilio account by name', async () => {
			const panel = await canvas.openPanel('Twilio Missed Call Trigger');
			for (const { phone, property } of LINES) await panel.getByText(`${phone} (${property})`).first().waitFor();
		});

		test('shows the run of a missed call, step by step', async () => {
			const began = Date.now();
			await rig.sandbox.placeCall({ to: LINES[0].phone, from: '+17375550144' }).ended;
			const run = await rig.session.waitForExecution(
				workflowId,
				(one) => Date.parse(one.startedAt) >= began && one.mode !== 'manual',
			);
			await canvas.openExecution(run.id);
			await page
				.getByTestId('execution-preview-details-' + run.id)
				.filter({ hasText: 'Succeeded' })
				.waitFor();
			await canvas.node('Call-Back Task').getByTestId('canvas-node-status-success').waitFor();
			expect(await canvas.succeeded()).toEqual([
				'Twilio Missed Call Trigger',
				'Normalize Lead',
				'Deduplicate Lead',
				'Text New Renter',
				'Call-Back Task',
			]);
		});
	});
});
