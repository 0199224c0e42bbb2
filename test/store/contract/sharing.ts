import { LINE, newEvent, newLead, settings } from './builders';
import type { StoreUnderTest } from './useStore';

export function sharingContract(test: StoreUnderTest): void {
	describe('opening and closing', () => {
		it('finds everything again after it was closed', async () => {
			const lead = await test.store.leads.create(newLead());
			await test.store.events.record(newEvent());
			await test.store.close();
			const again = await test.reopen();
			expect(await again.leads.get(lead.id)).toEqual(lead);
			expect(await again.events.record(newEvent())).toBe(false);
			expect((await again.portfolios.findLine(LINE))?.settings).toEqual(settings());
		});

		it('shows at once what another process has written', async () => {
			const other = await test.reopen();
			const lead = await other.leads.create(newLead());
			expect(await test.store.leads.get(lead.id)).toEqual(lead);
		});

		it('finishes what was asked for before it closes, and refuses afterwards with a sentence', async () => {
			const { store } = test;
			const recorded = store.events.record(newEvent());
			await Promise.all([store.close(), store.close()]);
			expect(await recorded).toBe(true);
			await expect(store.leads.count('main')).rejects.toThrow(/has been closed/);
			await store.close();
		});

		it('is the same store for everybody who opens it, and another than the next', async () => {
			const { identity } = test.store;
			expect(identity).toEqual({ id: expect.stringMatching(/^store_/), madeAt: expect.any(Number) });
			const others = await Promise.all([test.reopen(), test.reopen()]);
			expect(others.map((other) => other.identity)).toEqual([identity, identity]);
		});

		it('says where it is', () => {
			expect(test.store.location).not.toBe('');
			expect(['sqlite', 'postgres']).toContain(test.store.backend);
		});
	});
}
