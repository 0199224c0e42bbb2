import { reason, type Reason } from '../reason';
import { contenders, notOutdone } from './contenders';
import { collectEvidence, type MatchSettings } from './evidence';
import type { PieceOfEvidence } from './pieceOfEvidence';
import { NOTHING_FOUND, type FoundPlaces, type PropertyCandidate, type PropertyEvidence, type PropertyMatch } from './propertyMatch';
import { CERTAIN, SCORES } from './scores';
import { onlyOneWithUnit, unitReasons, unitSpeaksForAnother } from './unitEvidence';

const MOST_CANDIDATES = 5;

/**
 * Finds the property that an inquiry is about. Every piece of evidence speaks for a property with a score; one property
 * that is certain, and no other near it, is the answer. Contradictions, look-alikes and unknown names leave the key
 * null: the inquiry then goes to the fallback queue, with what it might be.
 * @param settings with the properties of the directory among the others, if there are any
 * @param found what the directory knows of the ids and the unit in the inquiry
 */
export function matchProperty(evidence: PropertyEvidence, settings: MatchSettings, found: FoundPlaces = NOTHING_FOUND): PropertyMatch {
	if (!tellsSomething(evidence)) return nobody(reason('property_not_named', 'Nothing in the inquiry says which property it is about.'));
	const pieces = collectEvidence(evidence, settings, found.listings);
	const ranking = ranked(pieces, settings);
	const [first] = ranking;
	if (first === undefined) return nobody(unknown(evidence));
	const units = (candidates: readonly PropertyCandidate[]) =>
		unitReasons(evidence.unit, candidates.slice(0, MOST_CANDIDATES), found.units);
	const undecided = (score: number, reasons: Reason[]): PropertyMatch => ({
		key: null,
		score,
		reasons,
		candidates: ranking.slice(0, MOST_CANDIDATES),
	});
	const decided = ({ key, score }: PropertyCandidate, reasons: Reason[]): PropertyMatch => ({
		key,
		score,
		reasons,
		candidates: ranking.filter((one) => one.key !== key).slice(0, MOST_CANDIDATES - 1),
	});

	if (first.score < CERTAIN) {
		const unsure = reason('property_unsure', `It may be about ${first.name}, but nothing is sure enough. A person decides.`);
		return undecided(first.score, [unsure, ...reasonsFor(first.key, pieces), ...units(ranking)]);
	}
	const standing = notOutdone(contenders(ranking), pieces);
	const [best = first, second] = standing;
	if (second === undefined) {
		const other = unitSpeaksForAnother(best, ranking, found.units);
		if (other === null) return decided(best, [...reasonsFor(best.key, pieces), ...units([best])]);
		return undecided(best.score, [
			contradiction([best, other], settings),
			...units([best, other]),
			...reasonsFor(best.key, pieces),
			...reasonsFor(other.key, pieces),
		]);
	}
	const holder = onlyOneWithUnit(standing, ranking, found.units);
	if (holder !== null) {
		const why = reason(
			'property_unit_known',
			`The inquiry speaks of several properties: ${named(standing, settings)}. Of these only ${named([holder], settings, standing)} has a unit ${evidence.unit ?? ''}.`,
		);
		return decided(holder, [why, ...reasonsFor(holder.key, pieces)]);
	}
	return undecided(best.score, [
		contradiction(standing, settings),
		...reasonsFor(best.key, pieces),
		...reasonsFor(second.key, pieces),
		...units(standing),
	]);
}

function nobody(why: Reason): PropertyMatch {
	return { key: null, score: 0, reasons: [why], candidates: [] };
}

function tellsSomething(evidence: PropertyEvidence): boolean {
	return [evidence.names, evidence.addresses, evidence.listingIds, evidence.calledNumbers, evidence.mailboxes, evidence.texts].some(
		(list) => list.some((text) => text.trim() !== ''),
	);
}

function ranked(pieces: readonly PieceOfEvidence[], { properties }: MatchSettings): PropertyCandidate[] {
	const best = new Map<string, number>();
	for (const { key, kind } of pieces) best.set(key, Math.max(best.get(key) ?? 0, SCORES[kind]));
	const names = new Map(properties.map(({ key, name }) => [key, name]));
	return [...best]
		.map(([key, score]) => ({ key, name: names.get(key) ?? key, score }))
		.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

function contradiction(candidates: readonly PropertyCandidate[], settings: MatchSettings): Reason {
	return reason('property_contradiction', `The inquiry speaks of several properties: ${named(candidates, settings)}. A person decides.`);
}

/** Their names; with the address where two have the same. */
function named(candidates: readonly PropertyCandidate[], { properties }: MatchSettings, among = candidates): string {
	return candidates
		.slice(0, MOST_CANDIDATES)
		.map(({ key, name }) => {
			const shared = among.some((other) => other.key !== key && other.name === name);
			return shared ? `${name} (${properties.find((property) => property.key === key)?.address ?? key})` : name;
		})
		.join(', ');
}

function reasonsFor(key: string, pieces: readonly PieceOfEvidence[]): Reason[] {
	const first = new Map(
		pieces
			.filter((piece) => piece.key === key)
			.reverse()
			.map((piece) => [piece.kind, piece]),
	);
	return [...first.values()]
		.sort((a, b) => SCORES[b.kind] - SCORES[a.kind])
		.slice(0, MOST_CANDIDATES)
		.map(({ kind, sentence }) => reason(`property_${kind}`, `${sentence} (${SCORES[kind].toFixed(2)}).`));
}

function unknown({ names, addresses, listingIds }: PropertyEvidence): Reason {
	const said = [...names, ...addresses, ...listingIds.map((id) => `listing ${id}`)][0];
	if (said === undefined) return reason('property_not_named', 'Nothing in the inquiry says which property it is about.');
	return reason(
		'property_unknown',
		`"${said.slice(0, 80)}" is none of the portfolio's properties. If it is one, add it to the property as another name, address or listing ID.`,
	);
}
