import type { NewTimelineEntry } from '../../../store/port';
import { newCall, newLead, NOON, settings } from './builders';
import type { StoreUnderTest } from './useStore';

function entry(change: Partial<NewTimelineEntry>): NewTimelineEntry {
	return { portfolio: 'main', leadId: null, callId: null, at: NOON, kind: 'call', sentence: 'A call came in.', reasons: [], ...change };
}

export function timelineContract(test: StoreUnderTest): void {
	describe('timeline', () => {
		it('tells a lead’s story with what happened to its calls before anybody knew whose they were', async () => {
			const { timeline, calls, leads } = test.store;
			const { call } = await calls.open(newCall());
			const { call: stranger } = await calls.open(newCall({ providerCallId: 'CA2' }));
			await timeline.add(entry({ callId: call.id, sentence: 'one' }));
			await timeline.add(entry({ callId: stranger.id, sentence: 'somebody else' }));
			const lead = await leads.create(newLead());
			await timeline.add(entry({ leadId: lead.id, callId: call.id, sentence: 'two' }));
			await calls.setLead(call.id, lead.id);
			await timeline.add(entry({ leadId: lead.id, sentence: 'four', at: NOON + 9 }));
			await timeline.add(entry({ callId: call.id, sentence: 'three' }));

			const told = (entries: { sentence: string }[]) => entries.map(({ sentence }) => sentence);
			expect(told(await timeline.ofLead(lead.id))).toEqual(['one', 'two', 'three', 'four']);
			expect(told(await timeline.ofCall(call.id))).toEqual(['one', 'two', 'three']);
			expect(await timeline.ofLead('lead_none')).toEqual([]);
		});

		it('keeps reasons and data', async () => {
			const lead = await test.store.leads.create(newLead());
			const full = entry({ leadId: lead.id, reasons: [{ code: 'same_phone', sentence: 'Same phone.' }], data: { score: 9 } });
			await test.store.timeline.add(full);
			await test.store.timeline.add(entry({ leadId: lead.id }));
			const [first, second] = await test.store.timeline.ofLead(lead.id);
			expect(first).toEqual({ ...full, id: first?.id });
			expect(second).not.toHaveProperty('data');
		});

		it('tells what happened of one kind, newest first, page by page', async () => {
			const { timeline } = test.store;
			await test.store.portfolios.save(settings({ key: 'birch', lines: [] }));
			for (const [sentence, at] of [
				['old', NOON - 1],
				['one', NOON],
				['two', NOON],
				['three', NOON + 1],
			] as const)
				await timeline.add(entry({ kind: 'text', sentence, at }));
			await timeline.add(entry({ kind: 'opt_out', sentence: 'STOP' }));
			await timeline.add(entry({ kind: 'text', sentence: 'of another company', portfolio: 'birch' }));
			const query = { portfolio: 'main', kind: 'text' as const, from: NOON, limit: 2 };
			const page = await timeline.ofKind(query);
			expect(page.map(({ sentence }) => sentence)).toEqual(['three', 'two']);
			const [, last] = page;
			expect((await timeline.ofKind({ ...query, before: last ?? { at: 0, id: '' } })).map(({ sentence }) => sentence)).toEqual([
				'one',
			]);
		});

		it.each<[string, Partial<NewTimelineEntry>, string]>([
			['portfolio', { portfolio: 'elsewhere' }, 'unknown_portfolio'],
			['lead', { leadId: 'lead_none' }, 'unknown_lead'],
			['call', { callId: 'call_none' }, 'unknown_record'],
		])('refuses an entry of an unknown %s', async (_, change, code) => {
			await expect(test.store.timeline.add(entry(change))).rejects.toMatchObject({ code });
		});
	});
}
