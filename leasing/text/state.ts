import { TEXT_STATES, type TextState } from './text';

/**
 * How far a text has got. A change of state coming from a delivery report is applied only when it raises the rank,
 * because reports come twice, late and in any order.
 *
 * `unknown` ranks above `claimed` (we gave up asking) but below `sent`: a late report still settles it.
 * The three of rank 5 are final. None of them replaces another, so a `failed` that comes after `delivered`
 * (or the other way round) changes nothing.
 */
export const TEXT_RANK: Readonly<Record<TextState, number>> = {
	planned: 0,
	held: 1,
	claimed: 2,
	unknown: 3,
	sent: 4,
	delivered: 5,
	failed: 5,
	not_sent: 5,
};

const FINAL_RANK = 5;

/** True when nothing that the provider reports can change the text any more. */
export function isFinal(state: TextState): boolean {
	return TEXT_RANK[state] === FINAL_RANK;
}

/** True when a report may take a text from `from` to `to`. Equal rank is no move. */
export function movesForward(from: TextState, to: TextState): boolean {
	return TEXT_RANK[to] > TEXT_RANK[from];
}

/** All states from which a text may move to `to`; what a guarded statement lists. */
export function statesBefore(to: TextState): TextState[] {
	return TEXT_STATES.filter((from) => movesForward(from, to));
}
