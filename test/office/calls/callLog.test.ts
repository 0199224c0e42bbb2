/** Calls that never reached us, found afterwards in a phone system's own list, over a list that is scripted. */
import type { CallSignal } from '../../../leasing/call/signal';
import type { MissedCallEvent } from '../../../leasing/call/call';
import { DAY, HOUR, MINUTE, SECOND, type Millis } from '../../../leasing/time';
import type { CallLogReader, LoggedCall } from '../../../office/calls/callLog/port';
import { leaveCallLog } from '../../../office/calls/callLog/leave';
import { sweepCallLog, type Sweep } from '../../../office/calls/callLog/sweep';
import { incomingCall } from '../../../office/calls/incomingCall';
import { recordSignal, type CallLog } from '../../../office/calls/recordSignal';
import { decideUndecided } from '../../../office/calls/undecided';
import { connect } from '../../../office/hookups/connect';
import { giveBack } from '../../../office/hookups/giveBack';
import { openStore } from '../../../store/openStore';
import type { Store } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { countingIds } from '../../helpers/ids';
import { tempFolder } from '../../helpers/tempFolder';
import { company, LINE } from '../../nodes/shared/company';
import { pretendNumbers } from '../hookups/pretendNumbers';

const CALLER = '+15125550123';
const throwIt = (error: unknown): never => {
	throw error;
};

describe('the call log of a phone system', () => {
	const clock = heldClock();
	const folder = tempFolder();
	let store: Store;
	let runs = 0;
	let calls = 0;
	beforeAll(async () => {
		store = await openStore({ backend: 'sqlite', file: folder.file('store.sqlite') }, { clock, ids: countingIds() });
		await store.portfolios.save(company);
	});
	afterAll(async () => {
		await store.close();
		folder.remove();
	});

	/** A trigger of its own for each test, connected now, with a list that the test fills. */
	async function makeTrigger() {
		const consumer = `workflow${(runs += 1)}:node`;
		const numbers = Object.assign(pretendNumbers([LINE]), { provider: `pretend${runs}` });
		const claims = [{ channel: 'voice' as const, wiring: { address: `https://n8n.example.com/${runs}`, method: 'POST' } }];
		const publish = async () =>
			await connect({ store, numbers, clock }, { consumer, purpose: 'live', lines: [LINE], claims, textStatusUrl: null });
		const unpublish = async () => {
			await leaveCallLog({ store, clock }, consumer, numbers.provider);
			await giveBack({ store, numbers }, { consumer, purpose: 'live' });
		};
		await publish();
		const list: LoggedCall[] = [];
		const windows: Array<{ from: Millis; until: Millis }> = [];
		let broken = false;
		const phone: CallLogReader = {
			provider: numbers.provider,
			async *read({ from, until }) {
				windows.push({ from, until });
				if (broken) throw new Error('Pretend cannot be asked.');
				// Newest first, like all of them, in pages of two.
				const shown = list.filter(({ startedAt }) => startedAt >= from).sort((a, b) => b.startedAt - a.startedAt);
				for (let at = 0; at < shown.length; at += 2) yield await Promise.resolve(shown.slice(at, at + 2));
			},
		};
		const log: CallLog = { store, clock, consumer, recordEvent: true, verified: 'token' };
		const sweep: Sweep = {
			log,
			phone,
			numbers,
			trigger: { mode: 'ring_staff', screening: true },
			onError: (error) => {
				throw error;
			},
		};
		return {
			numbers,
			log,
			publish,
			unpublish,
			list,
			windows,
			breakDown: (is: boolean) => (broken = is),
			sweep: async (changes: Partial<Sweep> = {}) => await sweepCallLog({ ...sweep, ...changes }),
			events: async () =>
				(await store.events.claim(consumer, 'test', 50, clock.now(), clock.now())).map(({ payload }) => payload as MissedCallEvent),
			tasks: async (code: string) =>
				(await store.tasks.list({ portfolio: 'main', state: 'open', limit: 500 })).filter(({ reasons }) =>
					reasons.some((one) => one.code === code),
				),
			call: async (callKey: string) => await store.calls.byProviderId(numbers.provider, callKey),
		};
	}
	type Trigger = Awaited<ReturnType<typeof makeTrigger>>;
	const ended = (result: 'taken' | 'no_answer', at: Millis): CallSignal => ({
		kind: 'ended',
		result,
		durationSeconds: null,
		via: 'log',
		at,
	});
	/** A call that came so long ago and lasted 20 seconds. */
	function add(trigger: Trigger, ago: Millis, changes: Partial<LoggedCall> = {}): LoggedCall {
		const startedAt = clock.now() - ago;
		const call: LoggedCall = {
			callKey: `call${(calls += 1)}`,
			caller: CALLER,
			callerName: null,
			line: LINE,
			forwardedFrom: null,
			startedAt,
			signal: ended('no_answer', startedAt + 20 * SECOND),
			raw: {},
			...changes,
		};
		trigger.list.push(call);
		return call;
	}
	const connectedFor = async (time: Millis): Promise<Trigger> => {
		const trigger = await makeTrigger();
		clock.advance(time);
		return trigger;
	};

	test('brings a call that nobody told of as an event, with its own time and the reason', async () => {
		const trigger = await connectedFor(HOUR);
		const { callKey, startedAt } = add(trigger, 20 * MINUTE);
		expect(await trigger.sweep()).toEqual({ found: 1, missed: 1, unsettled: false });
		expect(await trigger.events()).toEqual([
			expect.objectContaining({
				callKey,
				startedAt: new Date(startedAt).toISOString(),
				endedAt: new Date(startedAt + 20 * SECOND).toISOString(),
				reasons: expect.arrayContaining([expect.objectContaining({ code: 'found_in_call_log' })]) as unknown,
			}),
		]);
	});

	test('brings it once, however often it is read, and not again when its report comes late', async () => {
		const trigger = await connectedFor(HOUR);
		const { callKey } = add(trigger, 20 * MINUTE);
		await trigger.sweep();
		clock.advance(MINUTE);
		expect(await trigger.sweep()).toMatchObject({ found: 0 });
		const heard = { provider: trigger.numbers.provider, callKey, caller: CALLER, callerName: null, line: LINE, forwardedFrom: null };
		await recordSignal(trigger.log, await incomingCall(trigger.log, { ...heard, mode: 'ring_staff', screening: true, raw: {} }), {
			kind: 'ended',
			result: 'no_answer',
			durationSeconds: null,
			via: 'report',
		});
		expect(await trigger.events()).toHaveLength(1);
	});

	test('leaves a call alone that did reach us, answered or missed or still open', async () => {
		const trigger = await connectedFor(HOUR);
		const { callKey } = add(trigger, 5 * MINUTE);
		const heard = { provider: trigger.numbers.provider, callKey, caller: CALLER, callerName: null, line: LINE, forwardedFrom: null };
		await recordSignal(trigger.log, await incomingCall(trigger.log, { ...heard, mode: 'ring_staff', screening: true, raw: {} }), {
			kind: 'incoming',
		});
		expect(await trigger.sweep()).toMatchObject({ found: 0 });
		expect(await trigger.call(callKey)).toMatchObject({ state: 'open' });
	});

	test('waits for a call that runs, or ended a moment ago: its report may be on its way', async () => {
		const trigger = await connectedFor(HOUR);
		const running = add(trigger, 10 * MINUTE, { signal: { kind: 'still_running' } });
		const justEnded = add(trigger, 40 * SECOND);
		expect(await trigger.sweep()).toEqual({ found: 0, missed: 0, unsettled: true });
		clock.advance(2 * HOUR);
		running.signal = ended('no_answer', clock.now() - MINUTE);
		expect(await trigger.sweep()).toEqual({ found: 2, missed: 2, unsettled: false });
		expect((await trigger.events()).map(({ callKey }) => callKey).sort()).toEqual([running.callKey, justEnded.callKey].sort());
	});

	test('finds a call that the list shows late, up to a quarter of an hour', async () => {
		const trigger = await connectedFor(HOUR);
		await trigger.sweep();
		clock.advance(10 * MINUTE);
		add(trigger, 13 * MINUTE);
		expect(await trigger.sweep()).toMatchObject({ found: 1 });
	});

	test('what was taken is judged by its legs: by the fallback perhaps, then a person is asked; by nobody, then it was missed', async () => {
		const trigger = await connectedFor(HOUR);
		const [spoke, apologised] = [20, 19].map((minutes) => {
			const startedAt = clock.now() - minutes * MINUTE;
			return add(trigger, minutes * MINUTE, { signal: ended('taken', startedAt + 40 * SECOND) });
		});
		expect(await trigger.sweep()).toEqual({ found: 2, missed: 0, unsettled: false });
		clock.advance(2 * SECOND);
		await decideUndecided(
			trigger.log,
			{
				howItEnded: async () => await Promise.reject(new Error('not asked')),
				legsOf: async ({ providerCallId }) =>
					await Promise.resolve({
						kind: 'legs_seen',
						answered: providerCallId === spoke?.callKey,
						count: providerCallId === spoke?.callKey ? 1 : 0,
					}),
			},
			throwIt,
		);
		expect(await trigger.call(spoke?.callKey ?? '')).toMatchObject({ state: 'answered' });
		expect(await trigger.call(apologised?.callKey ?? '')).toMatchObject({
			state: 'missed',
			endedAt: (apologised?.startedAt ?? 0) + 40 * SECOND,
		});
		expect((await trigger.events()).map(({ callKey }) => callKey)).toEqual([apologised?.callKey]);
		expect((await trigger.tasks('taken_by_fallback')).map(({ callId }) => callId)).toContain(
			(await trigger.call(spoke?.callKey ?? ''))?.id,
		);
	});

	test('leaves calls alone that came before the line was connected, and calls to other numbers', async () => {
		const trigger = await connectedFor(10 * MINUTE);
		add(trigger, 11 * MINUTE);
		add(trigger, 5 * MINUTE, { line: '+15125550199' });
		expect(await trigger.sweep()).toMatchObject({ found: 0 });
	});

	test('finds what was missed before the trigger was unpublished and published anew, and not the calls between, which went elsewhere', async () => {
		const trigger = await connectedFor(HOUR);
		await trigger.sweep();
		clock.advance(2 * HOUR);
		const before = add(trigger, HOUR);
		await trigger.unpublish();
		clock.advance(HOUR);
		add(trigger, 30 * MINUTE);
		await trigger.publish();
		clock.advance(HOUR);
		const after = add(trigger, 30 * MINUTE);
		expect(await trigger.sweep()).toMatchObject({ found: 2 });
		expect((await trigger.events()).map(({ callKey }) => callKey).sort()).toEqual([before.callKey, after.callKey].sort());
		expect(await trigger.sweep()).toMatchObject({ found: 0 });
	});

	test('finds what was missed before a trigger was published anew that could not give its lines back', async () => {
		const trigger = await connectedFor(HOUR);
		clock.advance(2 * HOUR);
		add(trigger, HOUR);
		await trigger.publish();
		expect(await trigger.sweep()).toMatchObject({ found: 1 });
	});

	test('leaves calls alone when somebody has pointed the line elsewhere, and tells a person once a day', async () => {
		const trigger = await connectedFor(HOUR);
		trigger.numbers.change(LINE, { voice: { address: 'https://example.com/other-app', method: 'POST' } });
		add(trigger, 10 * MINUTE);
		add(trigger, 5 * MINUTE);
		const before = (await trigger.tasks('line_drifted')).length;
		expect(await trigger.sweep()).toMatchObject({ found: 0 });
		expect(await trigger.sweep()).toMatchObject({ found: 0 });
		expect(await trigger.tasks('line_drifted')).toHaveLength(Math.max(1, before));
		expect(await trigger.events()).toEqual([]);
	});

	test('that cannot be asked is asked again from the same place', async () => {
		const trigger = await connectedFor(HOUR);
		await trigger.sweep();
		clock.advance(3 * HOUR);
		add(trigger, 2 * HOUR);
		trigger.breakDown(true);
		await expect(trigger.sweep()).rejects.toThrow('cannot be asked');
		trigger.breakDown(false);
		clock.advance(HOUR);
		expect(await trigger.sweep()).toMatchObject({ found: 1 });
	});

	test('after three days away is read in pieces of a day, oldest first, and whole', async () => {
		const trigger = await connectedFor(MINUTE);
		await trigger.sweep();
		clock.advance(3 * DAY);
		for (const days of [0.1, 0.5, 1.2, 1.9, 2.5, 2.9]) add(trigger, days * DAY);
		expect(await trigger.sweep()).toMatchObject({ found: 6, missed: 6 });
		expect(trigger.windows.length).toBeGreaterThanOrEqual(4);
		for (const { from, until } of trigger.windows) expect(until - from).toBeLessThanOrEqual(DAY);
	});

	test('after more than a week away is read for seven days, and a person is asked to look through the rest', async () => {
		const trigger = await connectedFor(MINUTE);
		await trigger.sweep();
		clock.advance(20 * DAY);
		add(trigger, 12 * DAY);
		add(trigger, 3 * DAY);
		expect(await trigger.sweep()).toMatchObject({ found: 1 });
		expect(await trigger.tasks('call_log_gap')).toHaveLength(1);
		expect(await trigger.sweep()).toMatchObject({ found: 0 });
		expect(await trigger.tasks('call_log_gap')).toHaveLength(1);
	});

	test('is read on when the clock was hours ahead and was put right', async () => {
		const trigger = await connectedFor(HOUR);
		clock.advance(5 * HOUR);
		await trigger.sweep();
		clock.advance(-5 * HOUR);
		add(trigger, MINUTE);
		expect(await trigger.sweep()).toMatchObject({ found: 1 });
	});

	test('is read on from before when the clock was hours ahead, and n8n was down until it was right', async () => {
		const trigger = await connectedFor(HOUR);
		const gaps = await trigger.tasks('call_log_gap');
		clock.advance(5 * HOUR);
		await trigger.sweep();
		// Killed; the clock is right again two hours later. A renter has called an hour ago.
		clock.advance(-3 * HOUR);
		add(trigger, HOUR);
		expect(await trigger.sweep()).toMatchObject({ found: 1 });
		await trigger.sweep();
		expect(await trigger.sweep()).toMatchObject({ found: 0 });
		expect(await trigger.tasks('call_log_gap')).toEqual(gaps);
	});

	test('one call that cannot be kept does not hide the others, and is tried again', async () => {
		const trigger = await connectedFor(HOUR);
		const bad = add(trigger, 10 * MINUTE, { callKey: ' ' });
		add(trigger, 9 * MINUTE);
		const errors: unknown[] = [];
		expect(await trigger.sweep({ onError: (error) => errors.push(error) })).toMatchObject({ found: 1, unsettled: true });
		expect(errors).toHaveLength(1);
		clock.advance(HOUR);
		bad.callKey = `call${(calls += 1)}`;
		expect(await trigger.sweep()).toMatchObject({ found: 1 });
	});

	test('read by two processes at the same time brings each call once', async () => {
		const trigger = await connectedFor(HOUR);
		for (const minutes of [50, 40, 30, 20, 10]) add(trigger, minutes * MINUTE);
		await Promise.all([trigger.sweep(), trigger.sweep(), trigger.sweep()]);
		expect(await trigger.events()).toHaveLength(5);
	});
});
