import type { OptOutEntry } from '../../../store/port';
import { NOON, OTHER_RENTER, RENTER, settings } from './builders';
import type { StoreUnderTest } from './useStore';

const STOP: OptOutEntry = { portfolio: 'main', phone: RENTER, action: 'out', via: 'reply', evidence: 'STOP', at: NOON };
const START: OptOutEntry = { ...STOP, action: 'in', evidence: 'START' };

export function optOutContract(test: StoreUnderTest): void {
	describe('opt-outs', () => {
		it.each<[string, OptOutEntry[], OptOutEntry | null]>([
			['nothing was said', [], null],
			['STOP', [STOP], STOP],
			['STOP, then START', [STOP, { ...START, at: NOON + 1 }], null],
			['START, then STOP', [START, { ...STOP, at: NOON + 1 }], { ...STOP, at: NOON + 1 }],
			['STOP twice', [STOP, { ...STOP, at: NOON + 1 }], { ...STOP, at: NOON + 1 }],
			['START and then STOP in the same millisecond', [START, STOP], STOP],
			['an older START that was recorded later', [{ ...STOP, at: NOON + 1 }, START], { ...STOP, at: NOON + 1 }],
		])('after: %s', async (_, entries, current) => {
			for (const entry of entries) await test.store.optOuts.record(entry);
			expect(await test.store.optOuts.current('main', RENTER)).toEqual(current);
			expect(await test.store.optOuts.history('main', RENTER)).toHaveLength(entries.length);
		});

		it('keeps every entry, oldest first', async () => {
			const later = { ...START, at: NOON + 1 };
			await test.store.optOuts.record(later);
			await test.store.optOuts.record(STOP);
			expect(await test.store.optOuts.history('main', RENTER)).toEqual([STOP, later]);
		});

		it('belongs to one number and one portfolio', async () => {
			await test.store.portfolios.save(settings({ key: 'birch', lines: [] }));
			await test.store.optOuts.record(STOP);
			expect(await test.store.optOuts.current('main', OTHER_RENTER)).toBeNull();
			expect(await test.store.optOuts.current('birch', RENTER)).toBeNull();
			await expect(test.store.optOuts.record({ ...STOP, portfolio: 'elsewhere' })).rejects.toMatchObject({
				code: 'unknown_portfolio',
			});
		});
	});
}
