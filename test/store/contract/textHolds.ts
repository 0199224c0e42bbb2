import type { TextHold } from '../../../store/port';
import { newLead, NOON, OTHER_RENTER, RENTER, settings } from './builders';
import type { StoreUnderTest } from './useStore';

const HOLD: Omit<TextHold, 'revision'> = { portfolio: 'main', phone: RENTER, via: 'reply_unclear', evidence: 'no thanks', heldAt: NOON };

export function textHoldContract(test: StoreUnderTest): void {
	describe('holds on automatic texts', () => {
		it('stand until a person has lifted them', async () => {
			const { textHolds } = test.store;
			expect(await textHolds.current('main', RENTER)).toBeNull();
			const hold = await textHolds.place(HOLD);
			expect(hold).toEqual({ ...HOLD, revision: 1 });
			expect(await textHolds.current('main', RENTER)).toEqual(hold);
			expect(await textHolds.lift(hold, 'Dana', NOON + 1)).toBe(true);
			expect(await textHolds.lift(hold, 'Dana', NOON + 1)).toBe(false);
			expect(await textHolds.current('main', RENTER)).toBeNull();
		});

		it('are not lifted by somebody who has not seen the last reply', async () => {
			const { textHolds } = test.store;
			const seen = await textHolds.place(HOLD);
			const again = await textHolds.place({ ...HOLD, evidence: 'leave me alone', heldAt: NOON + 1 });
			expect(await textHolds.lift(seen, 'Dana', NOON + 2)).toBe(false);
			expect(await textHolds.current('main', RENTER)).toEqual(again);
			expect(await textHolds.lift(again, 'Dana', NOON + 3)).toBe(true);
			expect(await textHolds.place(HOLD)).toMatchObject({ revision: 3 });
			expect(await textHolds.current('main', RENTER)).toMatchObject({ revision: 3 });
		});

		it('belong to one number and one portfolio, whatever becomes of its leads', async () => {
			const { textHolds, leads, merges } = test.store;
			await test.store.portfolios.save(settings({ key: 'birch', lines: [] }));
			const [kept, merged] = [await leads.create(newLead({ phone: OTHER_RENTER })), await leads.create(newLead())];
			const hold = await textHolds.place(HOLD);
			await merges.merge({ keptId: kept.id, mergedId: merged.id, change: {}, closeTaskIds: [], by: 'Dana', reasons: [], at: NOON });
			expect(await textHolds.current('main', RENTER)).toEqual(hold);
			expect(await textHolds.current('main', OTHER_RENTER)).toBeNull();
			expect(await textHolds.current('birch', RENTER)).toBeNull();
			await expect(textHolds.place({ ...HOLD, portfolio: 'elsewhere' })).rejects.toMatchObject({ code: 'unknown_portfolio' });
		});
	});
}
