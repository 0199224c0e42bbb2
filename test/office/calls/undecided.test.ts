/** Calls whose end the phone system did not report, or not clearly, over a phone system that is scripted; and voicemail. */
import type { CallSignal } from '../../../leasing/call/signal';
import { incomingCall } from '../../../office/calls/incomingCall';
import { recordSignal, type CallLog } from '../../../office/calls/recordSignal';
import { decideUndecided, decideWhileListening, type CallLookUp } from '../../../office/calls/undecided';
import { attachVoicemail } from '../../../office/calls/voicemail';
import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { company, LINE } from '../../nodes/shared/company';

const TAKEN: CallSignal = { kind: 'ended', result: 'taken', durationSeconds: 9, via: 'report' };
const NOBODY: CallSignal = { kind: 'legs_seen', answered: false, count: 1 };

describe('calls whose end is unclear', () => {
	const clock = heldClock();
	const folder = tempFolder();
	let store: Store;
	let calls = 0;
	beforeAll(async () => {
		store = await openStore({ backend: 'sqlite', file: folder.file('store.sqlite') }, { clock, ids: countingIds() });
		await store.portfolios.save(company);
	});
	afterAll(async () => {
		await store.close();
		folder.remove();
	});

	/** A trigger of its own for each test. */
	const logOf = (): CallLog => ({ store, clock, consumer: `workflow:${(calls += 1)}`, recordEvent: true, verified: 'token' });
	async function hear(log: CallLog, callKey: string, signal: CallSignal) {
		const heard = { provider: 'other', callKey, caller: '(512) 555-0123', callerName: null, line: LINE, forwardedFrom: null };
		return await recordSignal(log, await incomingCall(log, { ...heard, mode: 'watch', screening: false, raw: {} }), signal);
	}
	const phone = (ended: CallSignal | Error, legs: CallSignal | null = NOBODY): CallLookUp => ({
		howItEnded: async () => await (ended instanceof Error ? Promise.reject(ended) : Promise.resolve(ended)),
		legsOf: async () => await Promise.resolve(legs),
	});
	const stateOf = async (callKey: string) => (await store.calls.byProviderId('other', callKey))?.state;

	test.each<[string, CallSignal, CallSignal | null, string]>([
		['nobody talked', TAKEN, NOBODY, 'missed'],
		['somebody talked', TAKEN, { kind: 'legs_seen', answered: true, count: 2 }, 'answered'],
		['a leg has not come to rest', TAKEN, null, 'unclear'],
		['it goes on', { kind: 'still_running' }, NOBODY, 'open'],
		['the system says itself that it was missed', { kind: 'missed', outcome: 'voicemail' }, null, 'missed'],
	])('of which nothing was heard for two minutes, and %s', async (_name, ended, legs, state) => {
		const log = logOf();
		await hear(log, log.consumer, { kind: 'incoming' });
		clock.advance(121_000);
		expect(await decideUndecided(log, phone(ended, legs), fail)).toBe(state === 'missed' ? 1 : 0);
		expect(await stateOf(log.consumer)).toBe(state);
		expect((await store.events.countByState(log.consumer)).waiting).toBe(state === 'missed' ? 1 : 0);
	});

	test('one that cannot be looked up does not keep the others waiting', async () => {
		const log = logOf();
		for (const one of ['first', 'second']) await hear(log, `${log.consumer}:${one}`, { kind: 'incoming' });
		clock.advance(121_000);
		const errors: unknown[] = [];
		const halfDown: CallLookUp = {
			...phone(TAKEN),
			howItEnded: async ({ providerCallId }) => await (providerCallId.endsWith('first') ? Promise.reject(new Error('503')) : TAKEN),
		};
		expect(await decideUndecided(log, halfDown, (error) => errors.push(error))).toBe(1);
		expect(errors).toHaveLength(1);
	});

	test('while the editor listens it is asked for the legs until they have come to rest, and the item says how it was verified', async () => {
		const log = { ...logOf(), recordEvent: false };
		await hear(log, log.consumer, TAKEN);
		const answers = [null, NOBODY];
		const pauses: number[] = [];
		const slow: CallLookUp = { ...phone(TAKEN), legsOf: async () => await Promise.resolve(answers.shift() ?? null) };
		const event = await decideWhileListening(
			log,
			slow,
			{ provider: 'other', callKey: log.consumer },
			async (ms) => await Promise.resolve(pauses.push(ms)),
		);
		expect(event).toMatchObject({ provider: 'other', caller: { e164: '+15125550123' }, verified: 'token' });
		expect(pauses).toEqual([1_000, 2_000]);
	});

	test('recording and transcript come apart and repeated: each stands once on the timeline and on the task', async () => {
		const log = logOf();
		const { call } = await hear(log, log.consumer, { kind: 'missed', outcome: 'voicemail' });
		await store.tasks.open({
			portfolio: company.key,
			key: log.consumer,
			kind: 'call_back',
			title: 'Call back',
			leadId: null,
			callId: call.id,
			owner: 'Dana',
			dueAt: clock.now(),
			priority: 2,
			reasons: [],
		});
		const called = { provider: 'other', callKey: log.consumer };
		const recording = { recordingId: 'R1', url: 'https://example.com/r1', durationSeconds: 12 };
		for (const part of [recording, { transcript: 'Is it free?' }, recording, { transcript: 'Is it free?' }])
			await attachVoicemail(log, called, part);
		await attachVoicemail(log, { provider: 'other', callKey: 'nobody knows' }, recording);
		const [task] = await store.tasks.list({ portfolio: company.key, state: 'open', callId: call.id, limit: 5 });
		expect(task?.reasons.map(({ code }) => code)).toEqual(['voicemail', 'voicemail_transcript']);
		expect((await store.timeline.ofCall(call.id)).filter(({ kind }) => kind === 'voicemail')).toHaveLength(2);
		expect((await store.calls.get(call.id))?.voicemail).toEqual({ ...recording, transcript: 'Is it free?' });
	});
});

function fail(error: unknown): void {
	throw error;
}
