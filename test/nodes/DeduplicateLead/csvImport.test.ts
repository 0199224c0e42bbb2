import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

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
	const [head = '', ...lines] = readFileSync(path.join(FOLDER, 'samples', 'leads.csv'), 'utf8').trim().split('\n');
	const names = head.split(',');
	return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [names[index] ?? '', value])));
}

async function importRows(all: object[]): Promise<{ decided: Record<string, string>; refused: unknown[] }> {
	const result = await runWorkflow({
		nodes: [
			{ name: 'Normalize', nodeType: NormalizeLead, parameters: parameters('Normalize Lead') },
			{ name: 'Deduplicate', nodeType: DeduplicateLead, parameters: parameters('Deduplicate Lead') },
		],
		items: all,
		credentials: temp.credentials,
	});
	const decided: Record<string, string> = {};
	for (const items of result.outputs('Deduplicate')) {
		for (const { json } of items) decided[String((json.inquiry as IDataObject).providerId)] = `${String((json.match as IDataObject).decision)}${json.repeated === true ? ' again' : ''}`;
	}
	return { decided, refused: result.outputs('Normalize')[1] ?? [] };
}

describe('the sample of template 21', () => {
	beforeEach(async () => {
		await saveCompany(temp);
	});

	it('gives what its page says: five created, two joined, one for a person, one refused', async () => {
		const { decided, refused } = await importRows(rows());
		expect(decided).toEqual({ 1001: 'new', 1002: 'new', 1003: 'known', 1004: 'new', 1005: 'new', 1006: 'new', 1007: 'review', 1008: 'known' });
		expect(refused).toHaveLength(1);
		const store = await temp.store();
		expect(await store.leads.count('main')).toBe(5);
		// Nobody is called back because of a list; one question waits.
		expect((await store.tasks.list({ portfolio: 'main', state: 'open', limit: 9 })).map(({ kind }) => kind)).toEqual(['review_match']);
	});

	it('imported again changes nothing', async () => {
		await importRows(rows());
		const { decided } = await importRows(rows());
		expect(decided).toEqual({ 1001: 'new again', 1002: 'new again', 1003: 'known again', 1004: 'new again', 1005: 'new again', 1006: 'new again', 1007: 'review again', 1008: 'known again' });
		expect(await (await temp.store()).leads.count('main')).toBe(5);
	});
});
