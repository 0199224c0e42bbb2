import type { Band } from '../../../leasing/match/bands';
import type { PairComparison } from '../../../leasing/match/compare';
import { waterfallOf } from '../../../leasing/match/explain';
import type { ComparedWith } from '../../../leasing/match/match';
import type { Gathered, Neighbour } from '../../matching/neighbourhood';

/** A pair with one end at the person (or at a record that is surely the same renter) and the other elsewhere. */
export interface Near {
	pair: PairComparison;
	band: Band;
	/** The end that is near the person. */
	from: Neighbour;
	other: Neighbour;
}

/** What matching found about one person of an inquiry. */
export interface Found {
	person: Neighbour;
	/** The leads that the person's records stand on: none, one, or several that turn out to be one renter. */
	leadIds: string[];
	/** Records that are surely the same renter and wait for a person, too. */
	waiting: Neighbour[];
	/** Pairs within the renter that have the new record at one end, the surest first. */
	agreeing: Near[];
	/** Pairs that only a person can decide. */
	questions: Near[];
	/** Other people who share a phone, a mailbox or a home. */
	housemates: Near[];
}

export function findPerson(gathered: Gathered, person: Neighbour): Found {
	const { neighbours, clustering } = gathered;
	const cluster = new Set(clustering.clusters.find((ids) => ids.includes(person.prepared.id)) ?? [person.prepared.id]);
	const members = [...cluster].flatMap((id) => neighbours.get(id) ?? []).filter(({ stored }) => stored);
	const nears = clustering.pairs.flatMap(({ pair, band }): Near[] => {
		const [one, other] = [neighbours.get(pair.one), neighbours.get(pair.other)];
		if (one === undefined || other === undefined) return [];
		return cluster.has(pair.one)
			? [{ pair, band, from: one, other }]
			: cluster.has(pair.other)
				? [{ pair, band, from: other, other: one }]
				: [];
	});
	const surest = nears.sort((a, b) => b.pair.weight - a.pair.weight || (a.other.prepared.id < b.other.prepared.id ? -1 : 1));
	const leaving = surest.filter(({ other }) => !cluster.has(other.prepared.id) && other.stored);
	return {
		person,
		leadIds: distinct(members.flatMap(({ leadId }) => leadId ?? [])),
		waiting: members.filter(({ leadId }) => leadId === null),
		agreeing: surest.filter(
			({ pair }) =>
				cluster.has(pair.one) && cluster.has(pair.other) && (pair.one === person.prepared.id || pair.other === person.prepared.id),
		),
		questions: leaving.filter(({ band }) => band === 'review' || band === 'same'),
		housemates: leaving.filter(({ band, pair }) => band === 'household' && sharesByFew(pair)),
	};
}

/** A phone or mailbox that everybody uses makes no household. */
function sharesByFew({ evidence }: PairComparison): boolean {
	return evidence.some(
		({ field, level }) =>
			((field === 'phone' || field === 'email' || field === 'relay') && (level === 'exact' || level === 'shared')) ||
			(field === 'street' && level === 'home'),
	);
}

/** The surest pair for each other lead or waiting inquiry, as items and timelines show it. */
export function comparedWith(nears: readonly Near[], most: number): ComparedWith[] {
	const shown = new Map<string, ComparedWith>();
	for (const { pair, band, other } of nears) {
		const side = other.leadId ?? other.inquiryId ?? other.prepared.id;
		if (shown.has(side) || shown.size === most) continue;
		shown.set(side, {
			leadId: other.leadId,
			inquiryId: other.inquiryId,
			band,
			score: rounded(pair.weight, 10),
			probability: rounded(pair.probability, 10_000),
			waterfall: waterfallOf(pair),
		});
	}
	return [...shown.values()];
}

export function rounded(value: number, steps: number): number {
	return Math.round(value * steps) / steps;
}

export function distinct<T>(values: readonly T[]): T[] {
	return [...new Set(values)];
}
