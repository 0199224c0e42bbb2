import type { CallSignal } from '../../../leasing/call/call';
import { signalKey } from '../../../leasing/call/signalKey';

const DIAL: CallSignal = { kind: 'dial_ended', dialStatus: 'no-answer', bridged: false, dialCallId: 'CA2', callStatus: 'in-progress' };

describe('signalKey', () => {
	it.each<[string, CallSignal, CallSignal, boolean]>([
		['the first request again', { kind: 'incoming' }, { kind: 'incoming' }, true],
		['the same dial end again', DIAL, { ...DIAL }, true],
		['another leg', DIAL, { ...DIAL, dialCallId: 'CA3' }, false],
		['another dial status', DIAL, { ...DIAL, dialStatus: 'busy' }, false],
		['bridged or not told', DIAL, { ...DIAL, bridged: null }, false],
		[
			'a look-up after the callback',
			{ kind: 'ended', callStatus: 'completed', durationSeconds: 12, via: 'callback' },
			{ kind: 'ended', callStatus: 'completed', durationSeconds: null, via: 'lookup' },
			true,
		],
		[
			'another final status',
			{ kind: 'ended', callStatus: 'completed', durationSeconds: 12, via: 'callback' },
			{ kind: 'ended', callStatus: 'busy', durationSeconds: 12, via: 'callback' },
			false,
		],
		['legs seen again', { kind: 'child_legs', answered: false, count: 1 }, { kind: 'child_legs', answered: false, count: 1 }, true],
		['legs that changed', { kind: 'child_legs', answered: false, count: 1 }, { kind: 'child_legs', answered: true, count: 1 }, false],
		['different kinds', { kind: 'incoming' }, { kind: 'accepted' }, false],
	])('%s', (_name, one, other, same) => {
		expect(signalKey(one) === signalKey(other)).toBe(same);
	});

	it('tells apart who pressed 1', () => {
		const accepted: CallSignal = { kind: 'accepted' };
		expect(signalKey(accepted, { legId: 'CA2' })).not.toBe(signalKey(accepted, { legId: 'CA3' }));
		expect(signalKey(accepted, { legId: 'CA2' })).toBe(signalKey(accepted, { legId: 'CA2' }));
	});

	it('cannot be confused by separators inside an id', () => {
		expect(signalKey({ ...DIAL, dialCallId: 'a/b', dialStatus: 'c' })).not.toBe(
			signalKey({ ...DIAL, dialCallId: 'a', dialStatus: 'b/c' }),
		);
	});
});
