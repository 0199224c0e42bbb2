import type { INodeExecutionData } from 'n8n-workflow';

import { DeduplicateLead } from '../../../nodes/DeduplicateLead/DeduplicateLead.node';
import type { Inquiry } from '../../../leasing/inquiry/inquiry';
import type { Store } from '../../../store/port';
import { SETTINGS } from '../../leasing/inquiry/exampleSettings';
import { runNode } from '../support/runNode';
import { useTempStore } from '../support/tempStore';
import { call, contact, groupsOf } from './support';

const temp = useTempStore();
let store: Store;
beforeEach(async () => {
	store = await temp.store();
	await store.portfolios.save(SETTINGS);
});

const run = async (items: object[], onError?: 'continueRegularOutput'): Promise<INodeExecutionData[][]> =>
	(await runNode({ nodeType: DeduplicateLead, items, credentials: temp.credentials, ...(onError ? { onError } : {}) })).outputs;

const NAMES = ['Rosa Jimenez', 'Kate Mills', 'Lou Mills', 'Nadia Ferris', 'Walter Brandt', 'Ximena Zapatero', 'Bob Baker'];

/** 60 contacts of 7 renters, some of whom share a phone. */
function contacts(portfolio = 'main'): Inquiry[] {
	return Array.from({ length: 60 }, (_, index) => {
		const who = (index * 5) % NAMES.length;
		const phones = index % 3 === 0 ? [] : [`(512) 555-01${30 + (who === 2 ? 1 : who)}`];
		const emails = index % 4 === 0 || phones.length === 0 ? [`renter${who}@example.com`] : [];
		return { ...contact({ name: NAMES[who] ?? '', phones, emails }), providerId: `row-${index}`, portfolio };
	});
}

describe('many items in one run', () => {
	it('give what one by one gives', async () => {
		await store.portfolios.save({ ...SETTINGS, key: 'single', lines: [] });
		const together = await run(contacts().map((inquiry) => ({ inquiry })));
		const alone: INodeExecutionData[][] = [[], [], []];
		for (const inquiry of contacts('single')) (await run([{ inquiry }])).forEach((items, output) => alone[output]?.push(...items));

		const decisions = (outputs: INodeExecutionData[][]) =>
			outputs.map((items) => items.map(({ json }) => (json.inquiry as unknown as Inquiry).providerId));
		expect(decisions(together)).toEqual(decisions(alone));
		expect(await groupsOf(store, contacts())).toEqual(await groupsOf(store, contacts('single')));
		expect(together.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual(
			together.map((items) => items.map(({ json }) => ({ item: Number((json.inquiry as unknown as Inquiry).providerId.slice(4)) }))),
		);
	});

	it('leave an item that fails to itself', async () => {
		const inquiries = [call('(512) 555-0131'), { ...call('(512) 555-0132'), portfolio: 'nowhere' }, call('(512) 555-0133')];
		const outputs = await run(
			[{ inquiry: inquiries[0] }, { nothing: 1 }, { inquiry: inquiries[1] }, { inquiry: inquiries[2] }],
			'continueRegularOutput',
		);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 3 }]);
		expect(outputs[2]).toMatchObject([
			{ json: { error: expect.stringContaining('This item holds no inquiry') }, pairedItem: { item: 1 } },
			{ json: { error: 'No company settings are saved under "nowhere".' }, pairedItem: { item: 2 } },
		]);
		expect(await store.leads.count('main')).toBe(2);
	});

	it('that fail in the store stop the run there, and what came before is kept', async () => {
		const broken = { ...call('(512) 555-0132'), provider: ' ' };
		await expect(
			run([{ inquiry: call('(512) 555-0131') }, { inquiry: broken }, { inquiry: call('(512) 555-0133') }]),
		).rejects.toMatchObject({ context: { itemIndex: 1 } });
		expect(await store.leads.count('main')).toBe(1);
	});
});
