import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject, IPairedItemData } from 'n8n-workflow';

import { DeduplicateLead } from '../../../nodes/DeduplicateLead/DeduplicateLead.node';
import { NormalizeLead } from '../../../nodes/NormalizeLead/NormalizeLead.node';
import { runWorkflow } from '../support/runWorkflow';
import { saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';

const FOLDER = path.resolve(__dirname, '../../../workflows-templates/21-csv-import');
const temp = useTempStore();

interface Template {
	nodes: Array<{ name: string; parameters: Record<string, unknown> }>;
}
const template = JSON.parse(readFileSync(path.join(FOLDER, 'workflow.json'), 'utf8')) as Template;
const parameters = (name: string) => template.nodes.find((node) => node.name === name)?.parameters ?? {};

/** The sample has no quotes in it. */
function rows(): Record<string, string>[] {
	const [head = '', ...lines] = readFileSync(path.join(FOLDER, 'samples', 'leads.csv'), 'utf8')
		.trim()
		.split('\n');
	const names = head.split(',');
	return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [names[index] ?? '', value])));
}

/** What the report says of each row, by the row's ID. */
async function importRows(all: object[]): Promise<{ decided: Record<string, string>; refused: IDataObject[] }> {
	const result = await runWorkflow({
		nodes: [
			{ name: 'Normalize', nodeType: NormalizeLead, parameters: parameters('Normalize Lead') },
			{ name: 'Deduplicate', nodeType: DeduplicateLead, parameters: parameters('Deduplicate Lead') },
		],
		items: all,
		credentials: temp.credentials,
	});
	const [inquiries = [], refused = []] = result.outputs('Normalize');
	const decided: Record<string, string> = {};
	for (const { json, pairedItem } of result.outputs('Deduplicate').flat()) {
		const inquiry = inquiries[(pairedItem as IPairedItemData).item]?.json.inquiry as IDataObject;
		decided[String(inquiry.providerId)] = `${String(json.result)}${json.repeated === 'yes' ? ' again' : ''}`;
	}
	return { decided, refused: refused.map(({ json }) => json) };
}

describe('the sample of template 21', () => {
	beforeEach(async () => {
		await saveCompany(temp);
	});

	it('gives what its page says: five created, two joined, one for a person, one refused', async () => {
		const { decided, refused } = await importRows(rows());
		expect(decided).toEqual({
			1001: 'created',
			1002: 'created',
			1003: 'joined',
			1004: 'created',
			1005: 'created',
			1006: 'created',
			1007: 'left for review',
			1008: 'joined',
		});
		expect(refused).toEqual([expect.objectContaining({ result: 'refused', why: expect.stringMatching(/\w.*\./) })]);
		const store = await temp.store();
		expect(await store.leads.count('main')).toBe(5);
		// Nobody is called back because of a list; one question waits.
		expect((await store.tasks.list({ portfolio: 'main', state: 'open', limit: 9 })).map(({ kind }) => kind)).toEqual(['review_match']);
	});

	it('imported again changes nothing', async () => {
		await importRows(rows());
		const { decided } = await importRows(rows());
		expect(decided).toEqual({
			1001: 'created again',
			1002: 'created again',
			1003: 'joined again',
			1004: 'created again',
			1005: 'created again',
			1006: 'created again',
			1007: 'left for review again',
			1008: 'joined again',
		});
		expect(await (await temp.store()).leads.count('main')).toBe(5);
	});
});
