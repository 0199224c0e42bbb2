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
			['STOP and then START in the same millisecond', [STOP, START], null],
			['START by a clock that was set back', [{ ...STOP, at: NOON + 1 }, START], null],
			['STOP after a START from the future', [{ ...START, at: NOON + 9_000_000 }, STOP], STOP],
		])('after: %s', async (_, entries, current) => {
			for (const entry of entries) await test.store.optOuts.record(entry);
			expect(await test.store.optOuts.current('main', RENTER)).toEqual(current);
			expect(await test.store.optOuts.history('main', RENTER)).toHaveLength(entries.length);
		});

		it('keeps every entry, in the order in which they were recorded', async () => {
			const later = { ...START, at: NOON + 1 };
			await test.store.optOuts.record(later);
			await test.store.optOuts.record(STOP);
			expect(await test.store.optOuts.history('main', RENTER)).toEqual([later, STOP]);
		});

		it('takes "out" when two processes record at the same moment', async () => {
			const other = await test.reopen();
			await Promise.all([test.store.optOuts.record(STOP), other.optOuts.record(STOP)]);
			expect(await test.store.optOuts.history('main', RENTER)).toHaveLength(2);
			expect(await test.store.optOuts.current('main', RENTER)).toEqual(STOP);
		});

		it('takes a refusal of a provider by its code, and no way that nobody knows', async () => {
			await test.store.optOuts.record({ ...STOP, via: 'provider_error_21610' });
			await expect(test.store.optOuts.record({ ...STOP, via: 'gossip' as OptOutEntry['via'] })).rejects.toMatchObject({
				code: 'constraint',
				message: expect.stringMatching(/"gossip".*reply_unclear/),
			});
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
