import type { CallVerdict, TriggerMode } from '../../../leasing/call/call';
import type { CallSignal } from '../../../leasing/call/signal';
import { decideCall } from '../../../leasing/call/verdict';
import { callEnded, callLookedUp, dialEnded, legsLookedUp, staffAccepted, type TwilioFields } from '../../../leasing/twilio/signals';

const INCOMING: CallSignal = { kind: 'incoming' };
const ACCEPTED = staffAccepted({ CallSid: 'CA-leg-1', Digits: '1' });

/** The request to `<Dial action>`; null stands for a field that is not there. */
function dial(status: string | null, bridged: boolean | null, callStatus: string | null = 'in-progress', sid = 'CA-leg-1'): CallSignal {
	const fields: TwilioFields = {
		DialCallSid: sid,
		...(status === null ? {} : { DialCallStatus: status }),
		...(bridged === null ? {} : { DialBridged: String(bridged) }),
		...(callStatus === null ? {} : { CallStatus: callStatus }),
	};
	return dialEnded(fields);
}

function ended(status: string, via: 'callback' | 'lookup' = 'callback'): CallSignal {
	return via === 'lookup' ? callLookedUp({ status, duration: '20' }) : callEnded({ CallStatus: status, CallDuration: '20' });
}

function legs(answered: boolean, count = 1): CallSignal {
	const all = Array.from({ length: count }, () => ({ status: answered ? 'completed' : 'no-answer', duration: answered ? '12' : '0' }));
	return legsLookedUp(all) ?? { kind: 'still_running' };
}

interface Row {
	name: string;
	mode?: TriggerMode;
	screening?: boolean;
	signals: CallSignal[];
	state: CallVerdict['state'];
	outcome?: CallVerdict['outcome'];
	reasons?: string[];
	alerts?: string[];
}

const ROWS: Row[] = [
	// ring staff first, without screening
	{ name: 'nothing known yet', signals: [], state: 'open' },
	{ name: 'it rings', signals: [INCOMING], state: 'open' },
	{ name: 'staff took it', signals: [INCOMING, dial('completed', true)], state: 'answered' },
	{ name: 'staff took it and it ended', signals: [INCOMING, dial('completed', true), ended('completed')], state: 'answered' },
	{ name: 'dialed into a conference', signals: [INCOMING, dial('answered', true)], state: 'answered' },
	{ name: 'nobody picked up', signals: [INCOMING, dial('no-answer', false)], state: 'missed', outcome: 'no_answer' },
	{
		name: 'nobody picked up, then a greeting made the call completed',
		signals: [INCOMING, dial('no-answer', false), ended('completed')],
		state: 'missed',
		outcome: 'no_answer',
	},
	{ name: 'staff busy', signals: [INCOMING, dial('busy', false)], state: 'missed', outcome: 'busy' },
	{ name: 'staff rejected', signals: [INCOMING, dial('rejected', false)], state: 'missed', outcome: 'rejected' },
	{ name: 'bridged not told', signals: [INCOMING, dial('completed', null)], state: 'missed', outcome: 'no_answer' },
	{ name: 'dial fields all missing', signals: [INCOMING, dial(null, null, null)], state: 'missed', outcome: 'no_answer' },
	{ name: 'caller hung up, told as canceled', signals: [INCOMING, dial('canceled', false)], state: 'missed', outcome: 'hung_up' },
	{
		name: 'caller hung up, told as no-answer of a call that is over',
		signals: [INCOMING, dial('no-answer', false, 'completed'), ended('completed')],
		state: 'missed',
		outcome: 'hung_up',
	},
	{ name: 'caller hung up, only the callback came', signals: [INCOMING, ended('canceled')], state: 'missed', outcome: 'hung_up' },
	{
		name: 'wrong staff number',
		signals: [INCOMING, dial('failed', false)],
		state: 'missed',
		outcome: 'staff_number_failed',
		alerts: ['staff_number_failed'],
	},
	{
		name: 'one wrong staff number, another did not answer',
		signals: [INCOMING, dial('failed', false, 'in-progress', 'CA-leg-1'), dial('no-answer', false, 'in-progress', 'CA-leg-2')],
		state: 'missed',
		outcome: 'no_answer',
		alerts: ['staff_number_failed'],
	},
	{
		name: 'one wrong staff number, another answered',
		signals: [INCOMING, dial('failed', false, 'in-progress', 'CA-leg-1'), dial('completed', true, 'in-progress', 'CA-leg-2')],
		state: 'answered',
		alerts: ['staff_number_failed'],
	},
	{
		name: 'only the callback, no-answer: our greeting never played',
		signals: [INCOMING, ended('no-answer')],
		state: 'missed',
		outcome: 'hung_up',
	},
	{ name: 'only the callback, busy', signals: [INCOMING, ended('busy')], state: 'missed', outcome: 'busy' },
	{ name: 'only the callback, failed', signals: [INCOMING, ended('failed')], state: 'missed', outcome: 'no_answer' },
	{ name: 'only the callback, completed', signals: [INCOMING, ended('completed')], state: 'unclear', reasons: ['child_legs_needed'] },
	{ name: 'a status never seen before', signals: [INCOMING, ended('vaporized')], state: 'unclear', reasons: ['child_legs_needed'] },
	{ name: 'completed, a leg was answered', signals: [INCOMING, ended('completed'), legs(true)], state: 'answered' },
	{ name: 'completed, no leg was answered', signals: [INCOMING, ended('completed'), legs(false)], state: 'missed', outcome: 'no_answer' },
	{
		name: 'completed, no legs at all',
		signals: [INCOMING, ended('completed'), legs(false, 0)],
		state: 'missed',
		outcome: 'no_answer',
		reasons: ['no_answer', 'no_child_legs'],
	},
	{ name: 'a look-up finds it still running', signals: [INCOMING, ended('in-progress', 'lookup'), legs(true)], state: 'open' },
	{
		name: 'the bridge is known, whatever the legs look like',
		signals: [INCOMING, dial('no-answer', false), ended('completed'), legs(true)],
		state: 'missed',
		outcome: 'no_answer',
	},
	{
		name: 'a press of 1 does not matter without screening',
		signals: [INCOMING, ACCEPTED, dial('no-answer', false)],
		state: 'missed',
		outcome: 'no_answer',
	},
	// ring staff first, with screening
	{
		name: 'staff pressed 1',
		screening: true,
		signals: [INCOMING, ACCEPTED, dial('completed', true), ended('completed')],
		state: 'answered',
	},
	{ name: 'staff pressed 1, still talking', screening: true, signals: [INCOMING, ACCEPTED], state: 'open' },
	{
		name: 'bridged although nobody pressed 1',
		screening: true,
		signals: [INCOMING, dial('completed', true)],
		state: 'missed',
		outcome: 'mailbox',
		reasons: ['mailbox', 'bridged_without_acceptance'],
	},
	{
		name: 'a mailbox picked up and was dropped',
		screening: true,
		signals: [INCOMING, dial('completed', false)],
		state: 'missed',
		outcome: 'mailbox',
		reasons: ['mailbox', 'not_accepted'],
	},
	{
		name: 'screened, nobody picked up',
		screening: true,
		signals: [INCOMING, dial('no-answer', false)],
		state: 'missed',
		outcome: 'no_answer',
	},
	{
		name: 'screened, pressed 1 as the caller hung up',
		screening: true,
		signals: [INCOMING, ACCEPTED, dial('canceled', false), ended('completed')],
		state: 'missed',
		outcome: 'hung_up',
	},
	{
		name: 'screened, but the fallback rang staff, and somebody picked up',
		screening: true,
		signals: [ended('completed'), legs(true)],
		state: 'answered',
		reasons: ['answered', 'taken_by_fallback'],
	},
	{
		name: 'screened, but the fallback rang staff, and nobody picked up',
		screening: true,
		signals: [ended('completed'), legs(false)],
		state: 'missed',
		outcome: 'no_answer',
	},
	{
		name: 'screened, no dial end, leg answered and accepted',
		screening: true,
		signals: [INCOMING, ACCEPTED, ended('completed'), legs(true)],
		state: 'answered',
		reasons: ['answered', 'connection_unseen'],
	},
	{
		name: 'screened, no dial end, leg answered by a mailbox',
		screening: true,
		signals: [INCOMING, ended('completed'), legs(true)],
		state: 'missed',
		outcome: 'mailbox',
		reasons: ['mailbox', 'not_accepted'],
	},
	{
		name: 'screened, completed, legs not looked up',
		screening: true,
		signals: [INCOMING, ACCEPTED, ended('completed')],
		state: 'unclear',
		reasons: ['child_legs_needed'],
	},
	// only unanswered calls reach the number
	{ name: 'forwarded: nothing yet', mode: 'forwarded', signals: [], state: 'open' },
	{ name: 'forwarded: missed at once', mode: 'forwarded', signals: [INCOMING], state: 'missed', outcome: 'forwarded' },
	{
		name: 'forwarded: left a voicemail',
		mode: 'forwarded',
		signals: [INCOMING, ended('completed')],
		state: 'missed',
		outcome: 'forwarded',
	},
	{ name: 'forwarded: only the end was heard', mode: 'forwarded', signals: [ended('no-answer')], state: 'missed', outcome: 'forwarded' },
	// another app answers
	{ name: 'watch: no answer', mode: 'watch', signals: [ended('no-answer')], state: 'missed', outcome: 'no_answer' },
	{ name: 'watch: busy', mode: 'watch', signals: [ended('busy')], state: 'missed', outcome: 'busy' },
	{ name: 'watch: canceled', mode: 'watch', signals: [ended('canceled')], state: 'missed', outcome: 'hung_up' },
	{ name: 'watch: completed', mode: 'watch', signals: [ended('completed')], state: 'unclear', reasons: ['child_legs_needed'] },
	{ name: 'watch: completed with a person', mode: 'watch', signals: [ended('completed'), legs(true)], state: 'answered' },
	{
		name: 'watch: completed by a mailbox',
		mode: 'watch',
		signals: [ended('completed'), legs(false)],
		state: 'missed',
		outcome: 'no_answer',
	},
	{
		name: 'watch: screening does not exist there',
		mode: 'watch',
		screening: true,
		signals: [ended('completed'), legs(true)],
		state: 'answered',
	},
];

function verdictOf({ mode = 'ring_staff', screening = false }: Row, signals: readonly CallSignal[]): CallVerdict {
	return decideCall({ mode, screening }, signals);
}

function permutations<T>(items: readonly T[]): T[][] {
	if (items.length === 0) return [[]];
	return items.flatMap((item, index) =>
		permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
	);
}

describe("calls in Twilio's words", () => {
	it.each(ROWS)('$name: $state', (row) => {
		const verdict = verdictOf(row, row.signals);
		expect(verdict.state).toBe(row.state);
		expect(verdict.outcome).toBe(row.outcome ?? null);
		expect(verdict.alerts.map((alert) => alert.code)).toEqual(row.alerts ?? []);
		if (row.reasons) expect(verdict.reasons.map((why) => why.code)).toEqual(row.reasons);
		if (row.state !== 'open') expect(verdict.reasons).not.toEqual([]);
	});

	it.each(ROWS)('$name: the same in any order and with any repeats', (row) => {
		const once = verdictOf(row, row.signals);
		for (const order of permutations(row.signals)) {
			expect(verdictOf(row, order)).toEqual(once);
			expect(verdictOf(row, [...order, ...order])).toEqual(once);
			expect(
				verdictOf(
					row,
					order.flatMap((signal) => [signal, signal, signal]),
				),
			).toEqual(once);
		}
	});

	it('is missed or unclear, never answered, for every dial that was not bridged', () => {
		for (const status of ['completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled', 'queued', 'new-status', null]) {
			for (const bridged of [false, null]) {
				for (const screening of [true, false]) {
					expect(
						decideCall({ mode: 'ring_staff', screening }, [
							INCOMING,
							ACCEPTED,
							dial(status, bridged),
							ended('completed'),
							legs(true),
						]).state,
					).toBe('missed');
				}
			}
		}
	});

	it('waits for a leg that still runs: it may yet be answered', () => {
		expect(legsLookedUp([{ status: 'no-answer' }, { status: 'ringing' }])).toBeNull();
	});

	it.each([
		['completed', '31', { kind: 'ended', result: 'taken', durationSeconds: 31, via: 'report' }],
		['completed', undefined, { kind: 'ended', result: 'taken', durationSeconds: null, via: 'report' }],
		['a-new-one', 'soon', { kind: 'ended', result: 'unknown', durationSeconds: null, via: 'report' }],
		['in-progress', undefined, { kind: 'still_running' }],
	])('an end reported as %s after %s seconds', (CallStatus, CallDuration, signal) => {
		expect(callEnded({ CallStatus, CallDuration })).toEqual(signal);
	});

	it('takes a call that Twilio does not know for one that failed', () => {
		expect(callLookedUp(null)).toEqual({ kind: 'ended', result: 'failed', durationSeconds: null, via: 'lookup' });
	});
});
