import { newInquiry, newLead, NOON, settings } from './builders';
import type { StoreUnderTest } from './useStore';

export function matchingContract(test: StoreUnderTest): void {
	const record = (name: string) => ({ id: name, fullName: name });
	const add = async (
		name: string,
		keys: string[],
		change: { portfolio?: string; leadId?: string | null; inquiryId?: string | null } = {},
	) =>
		await test.store.matching.add({
			portfolio: 'main',
			inquiryId: null,
			leadId: null,
			record: record(name),
			at: NOON,
			keys,
			...change,
		});

	describe('match records', () => {
		const find = async (keys: string[], most = 5, portfolio = 'main') =>
			await test.store.matching.findByKeys(
				portfolio,
				keys.map((key) => ({ key, most })),
			);

		it('are kept as they came and found under each of their keys', async () => {
			const { matching, inquiries, leads } = test.store;
			const lead = await leads.create(newLead());
			const { inquiry } = await inquiries.record(newInquiry());
			const maria = await add('Maria', ['phone 1', 'name maria', 'phone 1'], { leadId: lead.id, inquiryId: inquiry.id });
			expect(maria).toEqual({
				id: maria.id,
				portfolio: 'main',
				inquiryId: inquiry.id,
				leadId: lead.id,
				record: record('Maria'),
				at: NOON,
				keyed: true,
			});
			const ana = await add('Ana', ['phone 1']);
			expect(await find(['phone 1', 'name maria', 'nobody'])).toEqual([
				{ key: 'phone 1', recordIds: [ana.id, maria.id], crowded: false },
				{ key: 'name maria', recordIds: [maria.id], crowded: false },
			]);
			expect(await matching.get([maria.id, 'record_none', ana.id, maria.id])).toEqual([maria, ana]);
			expect(await matching.ofLead(lead.id)).toEqual([maria]);
			expect(await matching.ofInquiry(inquiry.id)).toEqual([maria]);
			expect(await matching.get([])).toEqual([]);
			expect(await find([])).toEqual([]);
		});

		it('are found in their own portfolio only', async () => {
			await test.store.portfolios.save(settings({ key: 'birch', lines: [] }));
			await add('Maria', ['phone 1'], { portfolio: 'birch' });
			expect(await find(['phone 1'])).toEqual([]);
			expect(await find(['phone 1'], 5, 'birch')).toHaveLength(1);
		});

		it('that share a key with more others than asked for are not given, only that they are too many', async () => {
			const ids: string[] = [];
			for (const name of ['a', 'b', 'c', 'd']) ids.unshift((await add(name, ['shared', `own ${name}`])).id);
			expect(await find(['shared', 'own a'], 3)).toEqual([
				{ key: 'shared', recordIds: [], crowded: true },
				{ key: 'own a', recordIds: [ids[3]], crowded: false },
			]);
			expect(await find(['shared'], 4)).toEqual([{ key: 'shared', recordIds: ids, crowded: false }]);
		});

		it('of a transaction that was undone make no key crowded', async () => {
			const { id } = await add('a', ['shared']);
			const undone = test.store.transaction(async ({ matching }) => {
				for (const name of ['b', 'c'])
					await matching.add({
						portfolio: 'main',
						inquiryId: null,
						leadId: null,
						record: record(name),
						at: NOON,
						keys: ['shared'],
					});
				expect(await matching.findByKeys('main', [{ key: 'shared', most: 2 }])).toEqual([
					{ key: 'shared', recordIds: [], crowded: true },
				]);
				throw new Error('undone');
			});
			await expect(undone).rejects.toThrow('undone');
			expect(await find(['shared'], 2)).toEqual([{ key: 'shared', recordIds: [id], crowded: false }]);
		});

		it('of one portfolio say nothing about the same key in another', async () => {
			await test.store.portfolios.save(settings({ key: 'birch', lines: [] }));
			for (const name of ['a', 'b', 'c']) await add(name, ['shared']);
			const { id } = await add('d', ['shared'], { portfolio: 'birch' });
			expect(await find(['shared'], 2)).toMatchObject([{ crowded: true }]);
			expect(await find(['shared'], 2, 'birch')).toEqual([{ key: 'shared', recordIds: [id], crowded: false }]);
		});

		it('are found by many keys at once, in the order asked for', async () => {
			const keys = Array.from({ length: 130 }, (_, index) => `key ${index}`);
			const { id } = await add('Maria', keys);
			const hits = await find([...keys].reverse(), 2);
			expect(hits.map(({ key }) => key)).toEqual([...keys].reverse());
			expect(hits.every(({ recordIds }) => recordIds[0] === id)).toBe(true);
		});

		it('without keys are found through their lead only, until they are given some', async () => {
			const { matching } = test.store;
			const { id, keyed } = await add('Maria', []);
			expect(keyed).toBe(false);
			await matching.rewrite(id, record('Mary'));
			expect(await matching.get([id])).toMatchObject([{ record: record('Mary'), keyed: false }]);
			await matching.index(id, record('Marie'), ['phone 1']);
			await matching.index(id, record('Marie'), ['phone 1', 'phone 2']);
			expect(await matching.get([id])).toMatchObject([{ record: record('Marie'), keyed: true }]);
			expect((await find(['phone 1', 'phone 2'])).map(({ recordIds }) => recordIds)).toEqual([[id], [id]]);
			await expect(matching.index('record_none', {}, [])).rejects.toMatchObject({ code: 'unknown_record' });
			await expect(matching.rewrite('record_none', {})).rejects.toMatchObject({ code: 'unknown_record' });
		});

		it('are refused for an unknown portfolio, lead or inquiry', async () => {
			await expect(add('x', [], { portfolio: 'elsewhere' })).rejects.toMatchObject({ code: 'unknown_portfolio' });
			await expect(add('x', [], { leadId: 'lead_none' })).rejects.toMatchObject({ code: 'unknown_lead' });
			await expect(add('x', [], { inquiryId: 'inquiry_none' })).rejects.toMatchObject({ code: 'unknown_record' });
			await expect(add('x', ['  '])).rejects.toMatchObject({ code: 'constraint' });
			expect(await find(['  '])).toEqual([]);
		});
	});
}
