import type { CallSignal } from '../../../leasing/call/signal';
import type { CallFamily } from '../../../store/port';
import { newCall, newLead, NOON, settings } from './builders';
import type { StoreUnderTest } from './useStore';

const INCOMING: CallSignal = { kind: 'incoming' };
const ENDED: CallSignal = { kind: 'ended', result: 'no_answer', durationSeconds: 0, via: 'report' };
const MISSED: Parameters<CallFamily['decide']>[1] = {
	state: 'missed',
	outcome: 'no_answer',
	reasons: [{ code: 'nobody', sentence: 'Nobody answered.' }],
	endedAt: NOON,
};

export function callContract(test: StoreUnderTest): void {
	describe('calls', () => {
		it('opens a call and gives it back with every field', async () => {
			const { call, created } = await test.store.calls.open(newCall());
			expect(created).toBe(true);
			expect(call).toEqual({
				...newCall(),
				id: call.id,
				state: 'open',
				outcome: null,
				reasons: [],
				endedAt: null,
				leadId: null,
				voicemail: null,
				updatedAt: test.clock.now(),
			});
			expect(await test.store.calls.get(call.id)).toEqual(call);
			expect(await test.store.calls.byProviderId('twilio', 'CA1')).toEqual(call);
		});

		it('keeps a withheld caller withheld', async () => {
			const withheld = newCall({ callerRaw: '+266696687', callerE164: null, callerName: null, withheld: true, screening: false });
			const { call } = await test.store.calls.open(withheld);
			expect(call).toMatchObject({ withheld: true, callerE164: null, screening: false });
		});

		it('opens the same call once, whatever the second request says', async () => {
			const first = await test.store.calls.open(newCall());
			expect(await test.store.calls.open(newCall({ callerName: 'OTHER' }))).toEqual({ call: first.call, created: false });
			expect((await test.store.calls.open(newCall({ provider: 'dialpad' }))).created).toBe(true);
		});

		it('refuses a call of an unknown portfolio and says how to make one', async () => {
			await expect(test.store.calls.open(newCall({ portfolio: 'elsewhere' }))).rejects.toMatchObject({
				code: 'unknown_portfolio',
				message: expect.stringMatching(/"elsewhere".*Portfolio node/),
			});
		});

		it('stores each signal once, in order of arrival', async () => {
			const { calls } = test.store;
			const { call } = await calls.open(newCall());
			expect(await calls.addSignal(call.id, 'incoming', INCOMING, NOON)).toBe(true);
			expect(await calls.addSignal(call.id, 'ended', ENDED, NOON)).toBe(true);
			expect(await calls.addSignal(call.id, 'accepted', { kind: 'accepted' }, NOON + 5)).toBe(true);
			for (let repeat = 0; repeat < 4; repeat += 1) expect(await calls.addSignal(call.id, 'ended', ENDED, NOON + 9)).toBe(false);
			expect(await calls.signals(call.id)).toEqual([INCOMING, ENDED, { kind: 'accepted' }]);
		});

		it('refuses a signal of an unknown call', async () => {
			await expect(test.store.calls.addSignal('call_none', 'x', INCOMING, NOON)).rejects.toMatchObject({ code: 'unknown_record' });
			expect(await test.store.calls.signals('call_none')).toEqual([]);
		});

		it('decides once; a late verdict changes nothing', async () => {
			const { calls } = test.store;
			const { call } = await calls.open(newCall());
			expect(await calls.decide(call.id, { state: 'unclear', outcome: null, reasons: [], endedAt: NOON })).toBe(true);
			expect(await calls.decide(call.id, { ...MISSED, endedAt: null })).toBe(true);
			expect(await calls.decide(call.id, { state: 'answered', outcome: null, reasons: [], endedAt: NOON + 9 })).toBe(false);
			expect(await calls.get(call.id)).toMatchObject({ ...MISSED });
			await expect(calls.decide('call_none', MISSED)).rejects.toMatchObject({ code: 'unknown_record' });
		});

		it('decides once when two processes decide at the same time', async () => {
			const { call } = await test.store.calls.open(newCall());
			const other = await test.reopen();
			const decided = await Promise.all([test.store.calls.decide(call.id, MISSED), other.calls.decide(call.id, MISSED)]);
			expect(decided.filter(Boolean)).toHaveLength(1);
		});

		it('puts a voicemail together from parts in any order, and loses none to a part that is missing', async () => {
			const { calls } = test.store;
			const { call } = await calls.open(newCall());
			await calls.attachVoicemail(call.id, { transcript: 'Hi, I saw the two-bedroom.' });
			const whole = await calls.attachVoicemail(call.id, {
				recordingId: 'RE1',
				url: 'https://example.com/RE1',
				durationSeconds: 12,
				transcript: null,
			});
			expect(whole.voicemail).toEqual({
				recordingId: 'RE1',
				url: 'https://example.com/RE1',
				durationSeconds: 12,
				transcript: 'Hi, I saw the two-bedroom.',
			});
			await expect(calls.attachVoicemail('call_none', {})).rejects.toMatchObject({ code: 'unknown_record' });
		});

		it('links a call to a lead of the same portfolio only', async () => {
			const { calls, leads, portfolios } = test.store;
			const { call } = await calls.open(newCall());
			const lead = await leads.create(newLead());
			await calls.setLead(call.id, lead.id);
			expect(await calls.listByLead(lead.id)).toEqual([expect.objectContaining({ id: call.id, leadId: lead.id })]);

			await portfolios.save(settings({ key: 'birch', lines: [] }));
			const foreign = await leads.create(newLead({ portfolio: 'birch' }));
			await expect(calls.setLead(call.id, foreign.id)).rejects.toMatchObject({ code: 'constraint' });
			await expect(calls.setLead(call.id, 'lead_none')).rejects.toMatchObject({ code: 'unknown_lead' });
			await expect(calls.setLead('call_none', lead.id)).rejects.toMatchObject({ code: 'unknown_record' });
		});

		it('lists undecided calls of one trigger that have been quiet, oldest first', async () => {
			const { calls } = test.store;
			const open = async (providerCallId: string, consumer = 'w1:n1') =>
				(await calls.open(newCall({ providerCallId, consumer }))).call;
			const quiet = await open('CA1');
			const unclear = await open('CA2');
			const decided = await open('CA3');
			const touched = await open('CA4');
			await open('CA5', 'w2:n1');
			test.clock.advance(10);
			await calls.decide(unclear.id, { state: 'unclear', outcome: null, reasons: [], endedAt: null });
			await calls.decide(decided.id, MISSED);
			test.clock.advance(1_000);
			await calls.addSignal(touched.id, 'ended', ENDED, test.clock.now());
			await calls.addSignal(touched.id, 'late', INCOMING, NOON);

			const list = async (before: number, beforeUnclear = before, limit = 9) =>
				(await calls.listUndecided('w1:n1', { open: before, unclear: beforeUnclear }, limit)).map(({ id }) => id);
			const now = test.clock.now();
			expect(await list(now)).toEqual([quiet.id, unclear.id]);
			expect(await list(now, now, 1)).toEqual([quiet.id]);
			expect(await list(now + 1)).toEqual([quiet.id, unclear.id, touched.id]);
			expect(await list(NOON)).toEqual([]);
			expect(await list(NOON, now, 1)).toEqual([unclear.id]);
			expect(await list(now + 1, NOON)).toEqual([quiet.id, touched.id]);
		});
	});
}
