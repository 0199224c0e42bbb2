import { isFinal, movesForward, statesBefore } from '../../../leasing/text/state';
import { TEXT_STATES, type TextState } from '../../../leasing/text/text';

describe('state of a text', () => {
	it.each<[from: TextState, to: TextState, moves: boolean]>([
		['planned', 'held', true],
		['planned', 'claimed', true],
		['held', 'planned', false],
		['claimed', 'sent', true],
		['claimed', 'unknown', true],
		['unknown', 'sent', true],
		['sent', 'unknown', false],
		['sent', 'sent', false],
		['sent', 'delivered', true],
		['sent', 'failed', true],
		['delivered', 'failed', false],
		['failed', 'delivered', false],
		['delivered', 'sent', false],
		['not_sent', 'delivered', false],
	])('from %s to %s: %s', (from, to, moves) => {
		expect(movesForward(from, to)).toBe(moves);
	});

	it('is final when delivered, failed or not sent', () => {
		expect(TEXT_STATES.filter(isFinal)).toEqual(['delivered', 'failed', 'not_sent']);
	});

	it('lists where a text may come from', () => {
		expect(statesBefore('sent')).toEqual(['planned', 'held', 'claimed', 'unknown']);
		expect(statesBefore('delivered')).toEqual(['planned', 'held', 'claimed', 'unknown', 'sent']);
		expect(statesBefore('planned')).toEqual([]);
	});
});
