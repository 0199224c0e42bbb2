import type { PieceOfEvidence } from './pieceOfEvidence';
import type { PropertyCandidate } from './propertyMatch';
import { CERTAIN, MARGIN, SCORES } from './scores';

/** The candidates of which any might be meant: certain, and near the best one. @param ranking best first */
export function contenders(ranking: readonly PropertyCandidate[]): PropertyCandidate[] {
	const best = ranking[0]?.score ?? 0;
	return ranking.filter(({ score }) => score >= CERTAIN && best - score < MARGIN);
}

/**
 * Leaves out whom another one outdoes: everything that speaks for it speaks for the other as well, and something else speaks for
 * the other only. A name that two properties share and the address of one of them mean that one, and contradict nothing.
 */
export function notOutdone(candidates: readonly PropertyCandidate[], pieces: readonly PieceOfEvidence[]): PropertyCandidate[] {
	const saidFor = new Map(candidates.map(({ key }) => [key, certainOf(key, pieces)]));
	const outdone = (weaker: ReadonlyMap<string, number>, stronger: ReadonlyMap<string, number>): boolean =>
		stronger.size > weaker.size && [...weaker].every(([said, score]) => (stronger.get(said) ?? 0) >= score);
	return candidates.filter(
		({ key }) => ![...saidFor].some(([other, stronger]) => other !== key && outdone(saidFor.get(key) ?? new Map(), stronger)),
	);
}

/** What of the inquiry speaks for a property with certainty, and how much. */
function certainOf(key: string, pieces: readonly PieceOfEvidence[]): Map<string, number> {
	const best = new Map<string, number>();
	for (const piece of pieces) {
		if (piece.key === key && SCORES[piece.kind] >= CERTAIN)
			best.set(piece.said, Math.max(best.get(piece.said) ?? 0, SCORES[piece.kind]));
	}
	return best;
}
