import { bandOf, DEFAULT_THRESHOLDS, type Band, type Thresholds } from './bands';
import type { PairComparison } from './compare';

/** A pair that was looked at, and what came of it once everything around it was known. */
export interface DecidedPair {
	pair: PairComparison;
	band: Band;
}

export interface Clustering {
	/** Ids of the records of one renter; every id that was given is in one cluster. Sorted. */
	clusters: string[][];
	/** Every pair that is not `apart`, sorted by ids. A pair that was `same` but not merged, because that would have put people together who must not be, is `review`. */
	pairs: DecidedPair[];
}

/**
 * Makes clusters out of pairs without chaining strangers: the surest pair first, and two groups become one only if no
 * record of one contradicts a record of the other. A record that could as well belong to either of two people who must
 * not be merged joins neither; a person decides.
 *
 * The result depends on the set of pairs, not on their order. A group depends only on records that are linked to it
 * through `same` pairs, which is what makes it possible to decide one neighbourhood at a time.
 * @param ids of all records
 * @param pairs every pair that was compared; a pair that is not there is neither for nor against
 * @param rank what breaks ties between equal weights: something of the content, the same in every run
 */
export function clusterPairs(
	ids: readonly string[],
	pairs: readonly PairComparison[],
	thresholds: Thresholds = DEFAULT_THRESHOLDS,
	rank: (id: string) => string = (id) => id,
): Clustering {
	const forbidden = new Map<string, Set<string>>();
	const decided: DecidedPair[] = [];
	for (const pair of pairs) {
		const band = bandOf(pair, thresholds);
		if (pair.forbids && pair.verdict === null) forbid(forbidden, pair.one, pair.other);
		if (band !== 'apart') decided.push({ pair, band });
	}
	for (const pair of undecidable(decided, forbidden)) pair.band = 'review';

	const groups = new Groups(ids, forbidden);
	const links = decided
		.filter((entry) => entry.band === 'same')
		.map((entry) => ({ entry, key: [rank(entry.pair.one), rank(entry.pair.other)].sort().join(' ') }));
	links.sort((a, b) => b.entry.pair.weight - a.entry.pair.weight || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
	for (const { entry } of links) groups.join(entry.pair.one, entry.pair.other);
	for (const { entry } of links) if (!groups.together(entry.pair.one, entry.pair.other)) entry.band = 'review';
	const open = decided.filter(({ pair, band }) => band === 'same' || !groups.together(pair.one, pair.other));
	return {
		clusters: groups.all(),
		pairs: open.sort((a, b) => compareText(a.pair.one, b.pair.one) || compareText(a.pair.other, b.pair.other)),
	};
}

/** How many bits surer one of two people must be before a record that fits both goes to the surer. */
const CLEARLY_SURER = 6;

/** The `same` pairs of records that fit two people about equally well. */
function undecidable(decided: readonly DecidedPair[], forbidden: ReadonlyMap<string, ReadonlySet<string>>): DecidedPair[] {
	if (forbidden.size === 0) return [];
	const links = new Map<string, { to: string; entry: DecidedPair }[]>();
	const link = (from: string, to: string, entry: DecidedPair): void => {
		const known = links.get(from);
		if (known === undefined) links.set(from, [{ to, entry }]);
		else known.push({ to, entry });
	};
	for (const entry of decided) {
		if (entry.band !== 'same' || entry.pair.verdict === 'same') continue;
		link(entry.pair.one, entry.pair.other, entry);
		link(entry.pair.other, entry.pair.one, entry);
	}
	const torn = new Set<DecidedPair>();
	for (const around of links.values()) {
		for (const first of around) {
			const enemies = forbidden.get(first.to);
			if (enemies === undefined) continue;
			for (const second of around) {
				if (enemies.has(second.to) && first.entry.pair.weight < second.entry.pair.weight + CLEARLY_SURER) torn.add(first.entry);
			}
		}
	}
	return [...torn];
}

class Groups {
	private readonly groupOf = new Map<string, string[]>();

	constructor(
		ids: readonly string[],
		private readonly forbidden: ReadonlyMap<string, ReadonlySet<string>>,
	) {
		for (const id of ids) this.groupOf.set(id, [id]);
	}

	together(one: string, other: string): boolean {
		return this.groupOf.get(one) === this.groupOf.get(other);
	}

	join(one: string, other: string): void {
		const left = this.groupOf.get(one);
		const right = this.groupOf.get(other);
		if (left === undefined || right === undefined || left === right || this.contradict(left, right)) return;
		const [large, small] = left.length >= right.length ? [left, right] : [right, left];
		for (const id of small) {
			large.push(id);
			this.groupOf.set(id, large);
		}
	}

	all(): string[][] {
		const groups = [...new Set(this.groupOf.values())].map((group) => [...group].sort(compareText));
		return groups.sort((a, b) => compareText(a[0] ?? '', b[0] ?? ''));
	}

	private contradict(left: readonly string[], right: readonly string[]): boolean {
		const [small, large] = left.length <= right.length ? [left, right] : [right, left];
		return small.some((id) => {
			const enemies = this.forbidden.get(id);
			return enemies !== undefined && large.some((candidate) => enemies.has(candidate));
		});
	}
}

function forbid(forbidden: Map<string, Set<string>>, one: string, other: string): void {
	for (const [from, to] of [
		[one, other],
		[other, one],
	] as const) {
		const known = forbidden.get(from);
		if (known === undefined) forbidden.set(from, new Set([to]));
		else known.add(to);
	}
}

function compareText(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
