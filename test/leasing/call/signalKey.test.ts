import { readCallSignal, type CallSignal } from '../../../leasing/call/signal';
import { signalKey } from '../../../leasing/call/signalKey';

const RINGING: CallSignal = { kind: 'ringing_ended', legKey: 'leg-2', result: 'no_answer', conversed: false };
const ENDED: CallSignal = { kind: 'ended', result: 'taken', durationSeconds: 12, via: 'report' };

describe('signalKey', () => {
	it.each<[string, CallSignal, CallSignal, boolean]>([
		['the first request again', { kind: 'incoming' }, { kind: 'incoming' }, true],
		['the same end of ringing again', RINGING, { ...RINGING }, true],
		['another leg', RINGING, { ...RINGING, legKey: 'leg-3' }, false],
		['another result', RINGING, { ...RINGING, result: 'busy' }, false],
		['connected or not told', RINGING, { ...RINGING, conversed: null }, false],
		['a look-up after the report', ENDED, { ...ENDED, durationSeconds: null, via: 'lookup' }, true],
		['another end', ENDED, { ...ENDED, result: 'busy' }, false],
		['it still runs', { kind: 'still_running' }, { kind: 'still_running' }, true],
		['legs seen again', { kind: 'legs_seen', answered: false, count: 1 }, { kind: 'legs_seen', answered: false, count: 1 }, true],
		['legs that changed', { kind: 'legs_seen', answered: false, count: 1 }, { kind: 'legs_seen', answered: true, count: 1 }, false],
		[
			'one phone, answered and ended',
			{ kind: 'leg', legKey: 'a', state: 'answered' },
			{ kind: 'leg', legKey: 'a', state: 'ended' },
			false,
		],
		['two phones, both missed', { kind: 'leg', legKey: 'a', state: 'missed' }, { kind: 'leg', legKey: 'b', state: 'missed' }, false],
		['repeated under another number', { kind: 'missed', outcome: 'busy', seq: 2 }, { kind: 'missed', outcome: 'busy', seq: 5 }, true],
		['missed and voicemail', { kind: 'missed', outcome: 'no_answer' }, { kind: 'missed', outcome: 'voicemail' }, false],
		['different kinds', { kind: 'incoming' }, { kind: 'accepted' }, false],
	])('%s', (_name, one, other, same) => {
		expect(signalKey(one) === signalKey(other)).toBe(same);
	});

	it('tells apart who pressed 1', () => {
		const accepted = (legKey: string) => signalKey({ kind: 'accepted', legKey });
		expect(accepted('leg-2')).not.toBe(accepted('leg-3'));
		expect(accepted('leg-2')).toBe(accepted('leg-2'));
	});

	it('cannot be confused by separators inside an id', () => {
		expect(signalKey({ kind: 'leg', legKey: 'a/missed', state: 'missed' })).not.toBe(
			signalKey({ kind: 'leg', legKey: 'a', state: 'missed' }),
		);
	});
});

describe('readCallSignal', () => {
	it.each<CallSignal>([RINGING, ENDED, { kind: 'incoming' }, { kind: 'missed', outcome: 'voicemail', why: 'Closed.', seq: 3 }])(
		'reads what was stored: $kind',
		(signal) => expect(readCallSignal(JSON.parse(JSON.stringify(signal)))).toEqual(signal),
	);

	it.each([null, 'missed', {}, { kind: 'dial_ended' }, { kind: 'ended', result: 'no-answer', durationSeconds: 1, via: 'report' }])(
		'does not guess at %j',
		(stored) => expect(readCallSignal(stored)).toBeNull(),
	);
});
