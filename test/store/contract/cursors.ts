import type { CursorOf } from '../../../store/port';
import type { StoreUnderTest } from './useStore';

const RESIDENTS: CursorOf = { portfolio: 'main', scope: 'buildium', name: 'residents' };

export function cursorContract(test: StoreUnderTest): void {
	describe('cursors', () => {
		it('move only from where they were read', async () => {
			const { cursors } = test.store;
			expect(await cursors.get(RESIDENTS)).toBeNull();
			expect(await cursors.move(RESIDENTS, { offset: 1000 }, 0)).toBe(true);
			expect(await cursors.move(RESIDENTS, { offset: 5 }, 0)).toBe(false);
			expect(await cursors.move(RESIDENTS, { offset: 2000 }, 1)).toBe(true);
			expect(await cursors.move(RESIDENTS, { offset: 7 }, 1)).toBe(false);
			expect(await cursors.get(RESIDENTS)).toEqual({ position: { offset: 2000 }, revision: 2, updatedAt: test.clock.now() });
		});

		it('belong to one scope and one name', async () => {
			const { cursors } = test.store;
			await cursors.move(RESIDENTS, 'page two', 0);
			expect(await cursors.get({ ...RESIDENTS, name: 'owners' })).toBeNull();
			expect(await cursors.get({ ...RESIDENTS, scope: 'appfolio' })).toBeNull();
			expect(await cursors.move({ ...RESIDENTS, scope: 'appfolio' }, 'another page', 0)).toBe(true);
			expect((await cursors.get(RESIDENTS))?.position).toBe('page two');
		});

		it('are moved by one of two who read the same place', async () => {
			await test.store.cursors.move(RESIDENTS, 1, 0);
			const other = await test.reopen();
			const moved = await Promise.all([test.store.cursors.move(RESIDENTS, 2, 1), other.cursors.move(RESIDENTS, 3, 1)]);
			expect(moved.filter((one) => one)).toHaveLength(1);
		});

		it('refuse a portfolio that is not there', async () => {
			await expect(test.store.cursors.move({ ...RESIDENTS, portfolio: 'nowhere' }, 1, 0)).rejects.toMatchObject({
				code: 'unknown_portfolio',
			});
		});
	});
}
