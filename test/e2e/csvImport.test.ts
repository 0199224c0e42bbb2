/** Template 21 on a real n8n: a file uploaded in its form becomes leads and a report. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import axios from 'axios';
import * as z from 'zod/v4';
import { LINES } from '../../sandbox/start/company';
import { assignCredentials } from '../../sandbox/n8n/assignCredentials';
import { describeInBrowser, openBrowser, takePicture, watchErrors } from './support/browser';
import { Canvas } from './support/canvas';
import { layoutProblems } from './support/canvasLayout';
import { startRig, type Rig } from './support/rig';

const FOLDER = path.resolve(__dirname, '../../workflows-templates/21-csv-import');
const FIRST_RUN_MS = 60_000;
/** Far fewer would be done before anybody else asks. */
const MANY = 8_000;
const RENTER = '+17375550123';
const SETTINGS = {
	companyName: 'Maple Group',
	timeZone: 'America/Los_Angeles',
	defaultOwner: 'Leasing Team',
	lines: {
		line: [
			{ phone: '+12065550100', property: 'Maple Court', state: 'WA' },
			{ phone: '+12065550101', property: 'Oak Park', state: 'WA' },
		],
	},
};

const Workflow = z.looseObject({
	nodes: z.array(z.looseObject({ name: z.string(), type: z.string(), parameters: z.record(z.string(), z.unknown()) })),
});
/** What could not be read has no name and no lead, but says what stood in the row. */
const Line = z.looseObject({
	result: z.string(),
	name: z.string().optional(),
	leadId: z.string().optional(),
	why: z.string(),
	raw: z.looseObject({}).optional(),
});

describeInBrowser('the CSV import on the canvas', () => {
	it(
		'imports without a warning, and can be read from left to right',
		async () => {
			const rig = await startRig();
			const browser = await openBrowser();
			try {
				const page = await browser.newPage({ viewport: { width: 1600, height: 860 } });
				const errors = watchErrors(page);
				for (const { id } of Object.values(rig.credentials)) await rig.session.rest('DELETE', `/rest/credentials/${id}`);
				const canvas = await Canvas.signIn(page, rig);
				await canvas.importFile(path.join(FOLDER, 'workflow.json'));
				expect(await canvas.messages()).toEqual([]);
				for (const name of ['Normalize Lead', 'Deduplicate Lead', 'Portfolio Settings'])
					expect(await canvas.icon(name)).toContain('/icons/n8n-nodes-leasing/');
				await canvas.zoomToFit();
				expect(await canvas.marked()).toEqual(['Portfolio Settings']);
				expect(await layoutProblems(page)).toEqual([]);
				await takePicture(page, 'csv-import');
				expect(errors).toEqual([]);
			} finally {
				await browser.close();
				await rig.stop();
			}
		},
		FIRST_RUN_MS * 3,
	);
});

describe('CSV import on a real n8n', () => {
	let rig: Rig;
	let workflowId: string;
	const form = randomUUID();

	beforeAll(async () => {
		rig = await startRig();
		const template = Workflow.parse(JSON.parse(readFileSync(path.join(FOLDER, 'workflow.json'), 'utf8')));
		const nodes = template.nodes.map((node) => ({
			...node,
			...(node.name === 'Upload a List' ? { webhookId: form } : {}),
			...(node.name === 'Portfolio Settings' ? { parameters: { ...node.parameters, ...SETTINGS } } : {}),
		}));
		workflowId = (await rig.session.createWorkflow(await assignCredentials(rig.session, { ...template, nodes }, rig.credentials))).id;
		expect(await rig.session.runManually(workflowId, 'Save Settings Once')).toMatchObject({ status: 'success', error: null });
		await rig.session.publish(workflowId);
	}, FIRST_RUN_MS * 3);
	afterAll(async () => {
		await rig?.stop();
	});

	/** Uploads a file in the form. @returns the ids of the executions before it */
	async function upload(file: string | Buffer): Promise<string[]> {
		const before = (await rig.session.executions(workflowId)).map(({ id }) => id);
		const data = new FormData();
		data.append('field-0', new Blob([file], { type: 'text/csv' }), 'leads.csv');
		expect((await axios.post(`${rig.n8n.url}/form/${form}`, data)).status).toBe(200);
		return before;
	}

	it(
		'says for every row what became of it, and counts',
		async () => {
			const before = await upload(readFileSync(path.join(FOLDER, 'samples', 'leads.csv')));
			const run = await rig.session.waitForExecution(workflowId, ({ id }) => !before.includes(id));
			expect(run).toMatchObject({ status: 'success', error: null });

			const lines = z.array(Line).parse((run.outputs['All Rows'] ?? []).flat());
			const count = (result: string) => lines.filter((line) => line.result === result).length;
			expect({
				created: count('created'),
				joined: count('joined'),
				review: count('left for review'),
				refused: count('refused'),
			}).toEqual({ created: 5, joined: 2, review: 1, refused: 1 });
			expect(lines.filter(({ why }) => why === '')).toEqual([]);
			expect(lines.find(({ result }) => result === 'joined')?.leadId).toMatch(/^lead_/);
			expect(lines.filter(({ raw }) => raw !== undefined).map(({ result }) => result)).toEqual(['refused']);
			expect((run.outputs.Totals ?? []).flat()).toHaveLength(4);
		},
		FIRST_RUN_MS,
	);

	it(
		'keeps nobody waiting while it works on thousands of rows: a renter who calls meanwhile has the text before it ends',
		async () => {
			await rig.installTemplate();
			const rows = Array.from({ length: MANY }, (_, index) => `${index},Ana${index} Ruiz${index},ana${index}@example.com`);
			const before = await upload(['Lead ID,Name,Email', ...rows].join('\n'));
			const answers: Array<{ status: number; at: number }> = [];
			let over = false;
			const others = (async () => {
				// Nobody listens there; n8n looks it up in its database and says so.
				while (!over)
					answers.push({
						status: (await axios.get(`${rig.n8n.url}/webhook/nobody`, { validateStatus: () => true })).status,
						at: Date.now(),
					});
			})();
			rig.sandbox.placeCall({ to: LINES[0].phone, from: RENTER });
			await rig.sandbox.waitForMessage(({ to }) => to === RENTER);
			const texted = Date.now();
			const run = await rig.session.waitForExecution(workflowId, ({ id }) => !before.includes(id));
			over = true;
			await others;
			expect((run.outputs['All Rows'] ?? []).flat()).toHaveLength(MANY);
			expect([...new Set(answers.map(({ status }) => status))]).toEqual([404]);
			const meanwhile = answers.filter(({ at }) => at > Date.parse(run.startedAt) && at < Date.parse(run.stoppedAt ?? ''));
			expect(meanwhile.length).toBeGreaterThan(10);
			expect(texted).toBeLessThan(Date.parse(run.stoppedAt ?? ''));
			expect(rig.sandbox.alerts()).toEqual([]);
		},
		FIRST_RUN_MS * 2,
	);
});
