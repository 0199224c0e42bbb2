/** Template 21 on a real n8n: a file uploaded in its form becomes leads and a report. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import axios from 'axios';
import * as z from 'zod/v4';
import { assignCredentials } from '../../sandbox/n8n/assignCredentials';
import { startRig, type Rig } from './support/rig';

const FOLDER = path.resolve(__dirname, '../../workflows-templates/21-csv-import');
const FIRST_RUN_MS = 60_000;
const SETTINGS = { companyName: 'Maple Group', timeZone: 'America/Los_Angeles', defaultOwner: 'Leasing Team', lines: { line: [{ phone: '+12065550100', property: 'Maple Court', state: 'WA' }, { phone: '+12065550101', property: 'Oak Park', state: 'WA' }] } };

const Workflow = z.looseObject({ nodes: z.array(z.looseObject({ name: z.string(), type: z.string(), parameters: z.record(z.string(), z.unknown()) })) });
const Line = z.looseObject({ result: z.string(), name: z.string(), leadId: z.string(), why: z.string() });

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

	it('says for every row what became of it, and counts', async () => {
		const before = (await rig.session.executions(workflowId)).map(({ id }) => id);
		const upload = new FormData();
		upload.append('field-0', new Blob([readFileSync(path.join(FOLDER, 'samples', 'leads.csv'))], { type: 'text/csv' }), 'leads.csv');
		expect((await axios.post(`${rig.n8n.url}/form/${form}`, upload)).status).toBe(200);
		const run = await rig.session.waitForExecution(workflowId, ({ id }) => !before.includes(id));
		expect(run).toMatchObject({ status: 'success', error: null });

		const lines = z.array(Line).parse((run.outputs['Report Row'] ?? []).flat());
		const count = (result: string) => lines.filter((line) => line.result === result).length;
		expect({ created: count('created'), joined: count('joined'), review: count('left for review'), refused: count('refused') }).toEqual({ created: 5, joined: 2, review: 1, refused: 1 });
		expect(lines.filter(({ why }) => why === '')).toEqual([]);
		expect(lines.find(({ result }) => result === 'joined')?.leadId).toMatch(/^lead_/);
		expect((run.outputs.Totals ?? []).flat()).toHaveLength(4);
	}, FIRST_RUN_MS);
});
