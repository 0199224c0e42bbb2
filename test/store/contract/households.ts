import { newLead, NOON, settings } from './builders';
import type { StoreUnderTest } from './useStore';

export function householdContract(test: StoreUnderTest): void {
	const lead = async () => (await test.store.leads.create(newLead())).id;

	describe('households', () => {
		it('hold leads that rent together, and grow together', async () => {
			const { households } = test.store;
			const [a, b, c, d] = [await lead(), await lead(), await lead(), await lead()];
			expect(await households.others(a)).toEqual([]);
			expect(await households.join([a, b], 'Dana', NOON)).toEqual([a, b]);
			expect(await households.join([b, a], 'Dana', NOON)).toEqual([a, b]);
			expect(await households.join([c, d], 'Dana', NOON)).toEqual([c, d]);
			expect(await households.join([d, a], 'Dana', NOON)).toEqual([a, b, c, d]);
			expect(await households.others(b)).toEqual([a, c, d]);
		});

		it('are left again', async () => {
			const { households } = test.store;
			const [a, b] = [await lead(), await lead()];
			await households.join([a, b], 'Dana', NOON);
			expect(await households.leave(a)).toBe(true);
			expect(await households.leave(a)).toBe(false);
			expect(await households.others(a)).toEqual([]);
			expect(await households.others(b)).toEqual([]);
		});

		it('refuse a lead that is not there, or of another portfolio', async () => {
			const a = await lead();
			await test.store.portfolios.save(settings({ key: 'birch', lines: [] }));
			const elsewhere = await test.store.leads.create(newLead({ portfolio: 'birch' }));
			await expect(test.store.households.join([a, 'lead_none'], 'Dana', NOON)).rejects.toMatchObject({ code: 'unknown_lead' });
			await expect(test.store.households.join([a, elsewhere.id], 'Dana', NOON)).rejects.toMatchObject({ code: 'unknown_lead' });
			expect(await test.store.households.others(a)).toEqual([]);
			expect(await test.store.households.others('lead_none')).toEqual([]);
		});

		it('follow a merge, and its undoing', async () => {
			const { households, merges } = test.store;
			const [a, b, c] = [await lead(), await lead(), await lead()];
			await households.join([a, b], 'Dana', NOON);
			const { merge } = await merges.merge({
				keptId: c,
				mergedId: b,
				change: {},
				closeTaskIds: [],
				by: 'Dana',
				reasons: [],
				at: NOON,
			});
			expect(await households.others(a)).toEqual([c]);
			expect(await households.others(c)).toEqual([a]);
			await merges.undo(merge.id, 'Dana', NOON);
			expect(await households.others(a)).toEqual([b]);
			expect(await households.others(c)).toEqual([]);
		});
	});
}
