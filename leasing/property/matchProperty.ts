import type { PortfolioSettings } from '../portfolio/portfolio';
import { reason, type Reason } from '../reason';
import { collectEvidence, type PieceOfEvidence } from './evidence';
import type { PropertyCandidate, PropertyEvidence, PropertyMatch } from './propertyMatch';
import { CERTAIN, MARGIN, SCORES } from './scores';

type Settings = Pick<PortfolioSettings, 'properties' | 'lines' | 'country'>;

const MOST_CANDIDATES = 5;

/**
 * Finds the property that an inquiry is about. Every piece of evidence speaks for a property with a score; one property
 * that is certain, and no other near it, is the answer. Contradictions, look-alikes and unknown names leave the key
 * null: the inquiry then goes to the fallback queue, with what it might be.
 */
export function matchProperty(evidence: PropertyEvidence, settings: Settings): PropertyMatch {
	if (!tellsSomething(evidence)) return { key: null, score: 0, reasons: [reason('property_not_named', 'Nothing in the inquiry says which property it is about.')], candidates: [] };
	const pieces = collectEvidence(evidence, settings);
	const candidates = ranked(pieces, settings);
	const [best, second] = candidates;
	if (best === undefined) return { key: null, score: 0, reasons: [unknown(evidence)], candidates: [] };
	const told = reasonsFor(best.key, pieces);
	if (best.score < CERTAIN) return { key: null, score: best.score, reasons: [reason('property_unsure', `It may be about ${best.name}, but nothing is sure enough. A person decides.`), ...told], candidates };
	if (second !== undefined && second.score >= CERTAIN && best.score - second.score < MARGIN) {
		const names = candidates.filter(({ score }) => score >= CERTAIN).map(({ name }) => name);
		return { key: null, score: best.score, reasons: [reason('property_contradiction', `The inquiry speaks of several properties: ${names.join(', ')}. A person decides.`), ...told, ...reasonsFor(second.key, pieces)], candidates };
	}
	return { key: best.key, score: best.score, reasons: told, candidates: candidates.slice(1) };
}

function tellsSomething(evidence: PropertyEvidence): boolean {
	return [evidence.names, evidence.addresses, evidence.listingIds, evidence.calledNumbers, evidence.mailboxes, evidence.texts].some((list) => list.some((text) => text.trim() !== ''));
}

function ranked(pieces: readonly PieceOfEvidence[], { properties }: Settings): PropertyCandidate[] {
	const best = new Map<string, number>();
	for (const { key, kind } of pieces) best.set(key, Math.max(best.get(key) ?? 0, SCORES[kind]));
	return [...best]
		.map(([key, score]) => ({ key, name: properties.find((property) => property.key === key)?.name ?? key, score }))
		.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
		.slice(0, MOST_CANDIDATES);
}

function reasonsFor(key: string, pieces: readonly PieceOfEvidence[]): Reason[] {
	const first = new Map(pieces.filter((piece) => piece.key === key).reverse().map((piece) => [piece.kind, piece]));
	return [...first.values()]
		.sort((a, b) => SCORES[b.kind] - SCORES[a.kind])
		.slice(0, MOST_CANDIDATES)
		.map(({ kind, sentence }) => reason(`property_${kind}`, `${sentence} (${SCORES[kind].toFixed(2)}).`));
}

function unknown({ names, addresses, listingIds }: PropertyEvidence): Reason {
	const said = [...names, ...addresses, ...listingIds.map((id) => `listing ${id}`)][0];
	if (said === undefined) return reason('property_not_named', 'Nothing in the inquiry says which property it is about.');
	return reason('property_unknown', `"${said.slice(0, 80)}" is none of the portfolio's properties. If it is one, add it to the property as another name, address or listing ID.`);
}
