import type { CallVerdict, TriggerMode } from '../../../leasing/call/call';
import type { CallResult, CallSignal, RingingResult } from '../../../leasing/call/signal';
import { decideCall } from '../../../leasing/call/verdict';

const INCOMING: CallSignal = { kind: 'incoming' };
const ACCEPTED: CallSignal = { kind: 'accepted' };

function ringing(result: RingingResult, conversed: boolean | null, legKey = 'leg-1'): CallSignal {
	return { kind: 'ringing_ended', legKey, result, conversed };
}

function ended(result: CallResult): CallSignal {
	return { kind: 'ended', result, durationSeconds: 20, via: 'report' };
}

function legs(answered: boolean, count = 1): CallSignal {
	return { kind: 'legs_seen', answered, count };
}

function leg(
	legKey: string,
	state: Extract<CallSignal, { kind: 'leg' }>['state'],
	answeredBy: 'human' | 'machine' | null = null,
): CallSignal {
	return { kind: 'leg', legKey, state, answeredBy };
}

function says(outcome: Extract<CallSignal, { kind: 'missed' }>['outcome'], why: string | null = null): CallSignal {
	return { kind: 'missed', outcome, why };
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
	{ name: 'staff took it', signals: [INCOMING, ringing('answered', true)], state: 'answered' },
	{ name: 'staff took it and it ended', signals: [INCOMING, ringing('answered', true), ended('taken')], state: 'answered' },
	{ name: 'dialed into a conference', signals: [INCOMING, ringing('answered', true)], state: 'answered' },
	{ name: 'nobody picked up', signals: [INCOMING, ringing('no_answer', false)], state: 'missed', outcome: 'no_answer' },
	{
		name: 'nobody picked up, then a greeting made the call completed',
		signals: [INCOMING, ringing('no_answer', false), ended('taken')],
		state: 'missed',
		outcome: 'no_answer',
	},
	{ name: 'staff busy', signals: [INCOMING, ringing('busy', false)], state: 'missed', outcome: 'busy' },
	{ name: 'staff rejected', signals: [INCOMING, ringing('rejected', false)], state: 'missed', outcome: 'rejected' },
	{ name: 'bridged not told', signals: [INCOMING, ringing('answered', null)], state: 'missed', outcome: 'no_answer' },
	{ name: 'dial fields all missing', signals: [INCOMING, ringing('unknown', null)], state: 'missed', outcome: 'no_answer' },
	{ name: 'caller hung up, told as canceled', signals: [INCOMING, ringing('hung_up', false)], state: 'missed', outcome: 'hung_up' },
	{
		name: 'caller hung up, told as no-answer of a call that is over',
		signals: [INCOMING, ringing('hung_up', false), ended('taken')],
		state: 'missed',
		outcome: 'hung_up',
	},
	{ name: 'caller hung up, only the callback came', signals: [INCOMING, ended('hung_up')], state: 'missed', outcome: 'hung_up' },
	{
		name: 'wrong staff number',
		signals: [INCOMING, ringing('failed', false)],
		state: 'missed',
		outcome: 'staff_number_failed',
		alerts: ['staff_number_failed'],
	},
	{
		name: 'one wrong staff number, another did not answer',
		signals: [INCOMING, ringing('failed', false, 'leg-1'), ringing('no_answer', false, 'leg-2')],
		state: 'missed',
		outcome: 'no_answer',
		alerts: ['staff_number_failed'],
	},
	{
		name: 'one wrong staff number, another answered',
		signals: [INCOMING, ringing('failed', false, 'leg-1'), ringing('answered', true, 'leg-2')],
		state: 'answered',
		alerts: ['staff_number_failed'],
	},
	{
		name: 'only the callback, no-answer: our greeting never played',
		signals: [INCOMING, ended('no_answer')],
		state: 'missed',
		outcome: 'hung_up',
	},
	{ name: 'only the callback, busy', signals: [INCOMING, ended('busy')], state: 'missed', outcome: 'busy' },
	{ name: 'only the callback, failed', signals: [INCOMING, ended('failed')], state: 'missed', outcome: 'no_answer' },
	{ name: 'only the callback, completed', signals: [INCOMING, ended('taken')], state: 'unclear', reasons: ['child_legs_needed'] },
	{ name: 'a status never seen before', signals: [INCOMING, ended('unknown')], state: 'unclear', reasons: ['child_legs_needed'] },
	{ name: 'completed, a leg was answered', signals: [INCOMING, ended('taken'), legs(true)], state: 'answered' },
	{ name: 'completed, no leg was answered', signals: [INCOMING, ended('taken'), legs(false)], state: 'missed', outcome: 'no_answer' },
	{
		name: 'completed, no legs at all',
		signals: [INCOMING, ended('taken'), legs(false, 0)],
		state: 'missed',
		outcome: 'no_answer',
		reasons: ['no_answer', 'no_child_legs'],
	},
	{ name: 'a look-up finds it still running', signals: [INCOMING, { kind: 'still_running' }, legs(true)], state: 'open' },
	{
		name: 'the bridge is known, whatever the legs look like',
		signals: [INCOMING, ringing('no_answer', false), ended('taken'), legs(true)],
		state: 'missed',
		outcome: 'no_answer',
	},
	{
		name: 'a press of 1 does not matter without screening',
		signals: [INCOMING, ACCEPTED, ringing('no_answer', false)],
		state: 'missed',
		outcome: 'no_answer',
	},
	// ring staff first, with screening
	{
		name: 'staff pressed 1',
		screening: true,
		signals: [INCOMING, ACCEPTED, ringing('answered', true), ended('taken')],
		state: 'answered',
	},
	{ name: 'staff pressed 1, still talking', screening: true, signals: [INCOMING, ACCEPTED], state: 'open' },
	{
		name: 'bridged although nobody pressed 1',
		screening: true,
		signals: [INCOMING, ringing('answered', true)],
		state: 'missed',
		outcome: 'mailbox',
		reasons: ['mailbox', 'bridged_without_acceptance'],
	},
	{
		name: 'a mailbox picked up and was dropped',
		screening: true,
		signals: [INCOMING, ringing('answered', false)],
		state: 'missed',
		outcome: 'mailbox',
		reasons: ['mailbox', 'not_accepted'],
	},
	{
		name: 'screened, nobody picked up',
		screening: true,
		signals: [INCOMING, ringing('no_answer', false)],
		state: 'missed',
		outcome: 'no_answer',
	},
	{
		name: 'screened, pressed 1 as the caller hung up',
		screening: true,
		signals: [INCOMING, ACCEPTED, ringing('hung_up', false), ended('taken')],
		state: 'missed',
		outcome: 'hung_up',
	},
	{
		name: 'screened, but the fallback rang staff, and somebody picked up',
		screening: true,
		signals: [ended('taken'), legs(true)],
		state: 'answered',
		reasons: ['answered', 'taken_by_fallback'],
	},
	{
		name: 'screened, but the fallback rang staff, and nobody picked up',
		screening: true,
		signals: [ended('taken'), legs(false)],
		state: 'missed',
		outcome: 'no_answer',
	},
	{
		name: 'screened, no dial end, leg answered and accepted',
		screening: true,
		signals: [INCOMING, ACCEPTED, ended('taken'), legs(true)],
		state: 'answered',
		reasons: ['answered', 'connection_unseen'],
	},
	{
		name: 'screened, no dial end, leg answered by a mailbox',
		screening: true,
		signals: [INCOMING, ended('taken'), legs(true)],
		state: 'missed',
		outcome: 'mailbox',
		reasons: ['mailbox', 'not_accepted'],
	},
	{
		name: 'screened, completed, legs not looked up',
		screening: true,
		signals: [INCOMING, ACCEPTED, ended('taken')],
		state: 'unclear',
		reasons: ['child_legs_needed'],
	},
	// only unanswered calls reach the number
	{ name: 'forwarded: nothing yet', mode: 'forwarded', signals: [], state: 'open' },
	{ name: 'forwarded: missed at once', mode: 'forwarded', signals: [INCOMING], state: 'missed', outcome: 'forwarded' },
	{
		name: 'forwarded: left a voicemail',
		mode: 'forwarded',
		signals: [INCOMING, ended('taken')],
		state: 'missed',
		outcome: 'forwarded',
	},
	{ name: 'forwarded: only the end was heard', mode: 'forwarded', signals: [ended('no_answer')], state: 'missed', outcome: 'forwarded' },
	// another app answers
	{ name: 'watch: no answer', mode: 'watch', signals: [ended('no_answer')], state: 'missed', outcome: 'no_answer' },
	{ name: 'watch: busy', mode: 'watch', signals: [ended('busy')], state: 'missed', outcome: 'busy' },
	{ name: 'watch: canceled', mode: 'watch', signals: [ended('hung_up')], state: 'missed', outcome: 'hung_up' },
	{ name: 'watch: completed', mode: 'watch', signals: [ended('taken')], state: 'unclear', reasons: ['child_legs_needed'] },
	{ name: 'watch: completed with a person', mode: 'watch', signals: [ended('taken'), legs(true)], state: 'answered' },
	{
		name: 'watch: completed by a mailbox',
		mode: 'watch',
		signals: [ended('taken'), legs(false)],
		state: 'missed',
		outcome: 'no_answer',
	},
	{
		name: 'watch: screening does not exist there',
		mode: 'watch',
		screening: true,
		signals: [ended('taken'), legs(true)],
		state: 'answered',
	},
	// the system decides itself
	{
		name: 'said to be missed',
		mode: 'watch',
		signals: [says('no_answer')],
		state: 'missed',
		outcome: 'no_answer',
		reasons: ['no_answer'],
	},
	{
		name: 'said to be missed, and why',
		mode: 'watch',
		signals: [INCOMING, says('no_answer', 'The office was closed.')],
		state: 'missed',
		outcome: 'no_answer',
		reasons: ['no_answer', 'reported'],
	},
	{
		name: 'missed and voicemail are one call',
		mode: 'watch',
		signals: [says('no_answer'), says('voicemail'), ended('taken')],
		state: 'missed',
		outcome: 'voicemail',
	},
	{ name: 'said to be answered', mode: 'watch', signals: [{ kind: 'answered', by: 'unknown' }, ended('taken')], state: 'answered' },
	{
		name: 'each rung phone says missed, one person answered',
		mode: 'watch',
		signals: [says('no_answer'), { kind: 'answered', by: 'human' }, says('busy')],
		state: 'answered',
	},
	{ name: 'a robot answered: nobody', mode: 'watch', signals: [{ kind: 'answered', by: 'machine' }], state: 'open' },
	{
		name: 'a robot answered, then people missed it',
		mode: 'watch',
		signals: [{ kind: 'answered', by: 'machine' }, says('no_answer')],
		state: 'missed',
		outcome: 'no_answer',
	},
	// the system reports every rung phone by itself
	{ name: 'one phone of several was missed', mode: 'watch', signals: [leg('a', 'missed'), leg('b', 'ringing')], state: 'open' },
	{
		name: 'a colleague took it',
		mode: 'watch',
		signals: [leg('a', 'missed'), leg('b', 'answered', 'human'), leg('b', 'ended'), ended('taken')],
		state: 'answered',
	},
	{
		name: 'only the menu answered',
		mode: 'watch',
		signals: [leg('menu', 'answered', 'machine'), leg('a', 'missed'), ended('no_answer')],
		state: 'missed',
		outcome: 'no_answer',
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

describe('decideCall', () => {
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

	it('is missed or unclear, never answered, for all ringing that was not bridged', () => {
		for (const result of ['answered', 'busy', 'no_answer', 'rejected', 'failed', 'hung_up', 'unknown'] as const) {
			for (const bridged of [false, null]) {
				for (const screening of [true, false]) {
					expect(
						decideCall({ mode: 'ring_staff', screening }, [
							INCOMING,
							ACCEPTED,
							ringing(result, bridged),
							ended('taken'),
							legs(true),
						]).state,
					).toBe('missed');
				}
			}
		}
	});

	it('does not change the signals it was given', () => {
		const signals = Object.freeze([Object.freeze(INCOMING), Object.freeze(ringing('busy', false))]);
		expect(() => decideCall({ mode: 'ring_staff', screening: false }, signals)).not.toThrow();
	});
});
