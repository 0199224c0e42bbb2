import type { WriteBackKey } from '../../../store/port';
import { newLead, NOON } from './builders';
import type { StoreUnderTest } from './useStore';

const KEY: WriteBackKey = { portfolio: 'main', provider: 'buildium', key: 'missed_call:twilio:CA1' };
const REASONS = [{ code: 'write_back_contact_request', sentence: 'Nobody in the directory has this number.' }];

export function writeBackContract(test: StoreUnderTest): void {
	describe('write-backs', () => {
		it('are planned once', async () => {
			const { writeBacks, leads } = test.store;
			const lead = await leads.create(newLead());
			expect(await writeBacks.get(KEY)).toBeNull();
			const first = await writeBacks.plan(KEY, lead.id, REASONS);
			expect(first).toMatchObject({
				created: true,
				writeBack: { ...KEY, state: 'queued', leadId: lead.id, attemptedAt: null, recordId: null, reasons: REASONS },
			});
			expect(await writeBacks.plan(KEY, null, [])).toEqual({ created: false, writeBack: first.writeBack });
		});

		it('know that a request may have left, until it is known not to have arrived', async () => {
			const { writeBacks } = test.store;
			await writeBacks.plan(KEY, null, []);
			expect(await writeBacks.isUnderWay('buildium', NOON)).toBe(false);
			expect(await writeBacks.beginAttempt(KEY, NOON, NOON + 60_000)).toBe(true);
			expect(await writeBacks.get(KEY)).toMatchObject({ attemptedAt: NOON, heldUntil: NOON + 60_000 });
			expect(await writeBacks.isUnderWay('buildium', NOON)).toBe(true);
			expect(await writeBacks.isUnderWay('buildium', NOON + 1)).toBe(false);
			await writeBacks.endAttempt(KEY, 'unknown');
			expect(await writeBacks.get(KEY)).toMatchObject({ attemptedAt: NOON, heldUntil: null });
			expect(await writeBacks.beginAttempt(KEY, NOON + 5, NOON + 60_000)).toBe(true);
			await writeBacks.endAttempt(KEY, 'nothing');
			expect(await writeBacks.get(KEY)).toMatchObject({ attemptedAt: null, heldUntil: null });
			expect(await writeBacks.isUnderWay('buildium', NOON)).toBe(false);
		});

		it('are sent by one at a time, and by the next when the first has died', async () => {
			const { writeBacks } = test.store;
			await writeBacks.plan(KEY, null, []);
			const both = await Promise.all([writeBacks.beginAttempt(KEY, NOON, NOON + 10), writeBacks.beginAttempt(KEY, NOON, NOON + 10)]);
			expect(both.sort()).toEqual([false, true]);
			expect(await writeBacks.beginAttempt(KEY, NOON + 9, NOON + 20)).toBe(false);
			expect(await writeBacks.beginAttempt(KEY, NOON + 10, NOON + 20)).toBe(true);
		});

		it('end once: the first record counts, and what is written is never refused or tried again', async () => {
			const { writeBacks } = test.store;
			await writeBacks.plan(KEY, null, []);
			expect(await writeBacks.markWritten(KEY, { type: 'phone_log', id: '55' }, REASONS)).toBe(true);
			expect(await writeBacks.markWritten(KEY, { type: 'phone_log', id: '56' }, [])).toBe(false);
			expect(await writeBacks.markRefused(KEY, [])).toBe(false);
			expect(await writeBacks.beginAttempt(KEY, NOON, NOON + 1)).toBe(false);
			expect(await writeBacks.get(KEY)).toMatchObject({ state: 'written', recordType: 'phone_log', recordId: '55' });
			expect(await writeBacks.ofRecord('buildium', 'phone_log', '55', 5)).toMatchObject([{ key: KEY.key }]);
			expect(await writeBacks.ofRecord('buildium', 'phone_log', '56', 5)).toEqual([]);
			expect(await writeBacks.ofRecord('buildium', 'note', '55', 5)).toEqual([]);
		});

		it('may be refused; then they are not tried again', async () => {
			const { writeBacks } = test.store;
			await writeBacks.plan(KEY, null, []);
			expect(await writeBacks.markRefused(KEY, REASONS)).toBe(true);
			expect(await writeBacks.beginAttempt(KEY, NOON, NOON + 1)).toBe(false);
			expect(await writeBacks.get(KEY)).toMatchObject({ state: 'refused', reasons: REASONS });
		});

		it('tell the newest record of a lead', async () => {
			const { writeBacks, leads } = test.store;
			const lead = await leads.create(newLead());
			const write = async (key: string, type: string, id: string) => {
				await writeBacks.plan({ ...KEY, key }, lead.id, []);
				test.clock.advance(1);
				await writeBacks.markWritten({ ...KEY, key }, { type, id }, []);
			};
			expect(await writeBacks.latestOfLead('main', 'buildium', lead.id, 'contact_request')).toBeNull();
			await write('a', 'contact_request', '1');
			await write('b', 'contact_request', '2');
			await write('c', 'note', '3');
			await writeBacks.plan({ ...KEY, key: 'd' }, lead.id, []);
			expect(await writeBacks.latestOfLead('main', 'buildium', lead.id, 'contact_request')).toMatchObject({ recordId: '2' });
			await expect(writeBacks.plan({ ...KEY, key: 'e' }, 'lead_none', [])).rejects.toMatchObject({ code: 'unknown_lead' });
		});
	});
}
