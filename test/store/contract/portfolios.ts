import { LINE, settings } from './builders';
import type { StoreUnderTest } from './useStore';

export function portfolioContract(test: StoreUnderTest): void {
	describe('portfolios', () => {
		it('gives back what was saved', async () => {
			expect(await test.store.portfolios.get('main')).toEqual({ settings: settings(), revision: 1, updatedAt: test.clock.now() });
		});

		it('knows nothing of a portfolio that was never saved', async () => {
			expect(await test.store.portfolios.get('elsewhere')).toBeNull();
		});

		it('counts up the revision only when something changed', async () => {
			const { portfolios } = test.store;
			test.clock.advance(1_000);
			expect((await portfolios.save(settings())).revision).toBe(1);
			const { properties, ...rest } = settings();
			expect((await portfolios.save({ ...rest, properties })).revision).toBe(1);
			expect(await portfolios.save(settings({ brand: 'Cedar Grove' }))).toEqual({
				settings: settings({ brand: 'Cedar Grove' }),
				revision: 2,
				updatedAt: test.clock.now(),
			});
		});

		it('lists all, by key', async () => {
			await test.store.portfolios.save(settings({ key: 'birch', lines: [] }));
			expect((await test.store.portfolios.list()).map(({ settings: { key } }) => key)).toEqual(['birch', 'main']);
		});

		it('finds portfolio, line and property of a called number', async () => {
			expect(await test.store.portfolios.findLine(LINE)).toEqual({
				settings: settings(),
				line: { phone: LINE, label: 'Cedar Grove leasing', propertyKey: 'cedar' },
				property: expect.objectContaining({ key: 'cedar', name: 'Cedar Grove' }),
			});
		});

		it('finds a line without a property', async () => {
			await test.store.portfolios.save(settings({ lines: [{ phone: LINE, label: 'Head office', propertyKey: null }] }));
			expect(await test.store.portfolios.findLine(LINE)).toMatchObject({ line: { label: 'Head office' }, property: null });
		});

		it('forgets a line that was taken out of the settings', async () => {
			await test.store.portfolios.save(settings({ lines: [] }));
			expect(await test.store.portfolios.findLine(LINE)).toBeNull();
		});

		it('refuses a line of another portfolio, naming both, and changes nothing', async () => {
			const birch = settings({
				key: 'birch',
				lines: [{ phone: '+15125550101', label: 'Birch', propertyKey: null }, ...settings().lines],
			});
			const refused = test.store.portfolios.save(birch);
			await expect(refused).rejects.toMatchObject({ name: 'StoreError', code: 'line_taken' });
			await expect(refused).rejects.toThrow(/\+15125550100.*"main"/);
			expect(await test.store.portfolios.get('birch')).toBeNull();
			expect(await test.store.portfolios.findLine('+15125550101')).toBeNull();
			expect((await test.store.portfolios.findLine(LINE))?.settings.key).toBe('main');
		});

		it('lets a line move once its first portfolio has given it up', async () => {
			await test.store.portfolios.save(settings({ lines: [] }));
			await test.store.portfolios.save(settings({ key: 'birch' }));
			expect((await test.store.portfolios.findLine(LINE))?.settings.key).toBe('birch');
		});

		it('refuses a portfolio without a key', async () => {
			await expect(test.store.portfolios.save(settings({ key: ' ', lines: [] }))).rejects.toMatchObject({
				code: 'constraint',
				message: expect.stringContaining('portfolio has no key'),
			});
		});
	});
}
