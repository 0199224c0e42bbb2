import { bandOf, DEFAULT_THRESHOLDS, type Thresholds } from './bands';
import { clusterPairs, type Clustering } from './cluster';
import { comparePair, type PairComparison } from './compare';
import { DEFAULT_FACTS, type PairFacts } from './guards';
import { isIdentityKey, keyCap, keysOf, type MatchKey } from './keys';
import { CROWDED, keyUse, type KeyUse } from './keyUse';
import { contentKey, type PreparedRecord } from './prepare';

export interface MatchSettings {
	thresholds: Thresholds;
	/** What people decided, and which fields count. */
	facts: Omit<PairFacts, 'uses'>;
}

export const DEFAULT_SETTINGS: MatchSettings = { thresholds: DEFAULT_THRESHOLDS, facts: DEFAULT_FACTS };

/** How many holders of a key to look up: enough to see that it is crowded, and whether it became so just now. */
export function lookUpLimit(key: MatchKey): number {
	return keyCap(key) + 2;
}

/**
 * Everything that the arrival of one record can change, and nothing else. Because clusters are a function of the set of records,
 * re-deciding this neighbourhood gives what deciding everything anew would give.
 *
 * ```
 * const around = new Neighbourhood(settings);
 * around.start(arrived);                                   // after it was stored, so that the look-ups find it too
 * for (let keys = around.wanted(); keys.length > 0; keys = around.wanted()) {
 * 	for (const key of keys) around.learn(key, holdersOf(key)); // at most lookUpLimit(key) of them, different contents
 * }
 * const { clusters, pairs } = around.decide();
 * ```
 */
export class Neighbourhood {
	private readonly records = new Map<string, PreparedRecord>();
	private readonly holders = new Map<MatchKey, readonly PreparedRecord[]>();
	private readonly uses = new Map<MatchKey, KeyUse>();
	/** By the lesser id, then by the other. */
	private readonly compared = new Map<string, Map<string, PairComparison>>();
	/** Records whose every key is, or is being, looked up: those that are decided. */
	private readonly settled = new Set<string>();
	private readonly open: string[] = [];
	private readonly asked = new Set<MatchKey>();
	private readonly facts: PairFacts;
	private arrived: PreparedRecord | null = null;

	constructor(private readonly settings: MatchSettings = DEFAULT_SETTINGS) {
		this.facts = { ...settings.facts, uses: (key) => this.uses.get(key) };
	}

	/** Begins with the record that arrived. */
	start(record: PreparedRecord): void {
		this.arrived = record;
		this.settle(record);
	}

	/** The keys to look up next; none when everything is known. */
	wanted(): MatchKey[] {
		while (this.asked.size === 0) {
			const id = this.open.shift();
			if (id === undefined) return [];
			const record = this.records.get(id);
			if (record === undefined) continue;
			const keys = keysOf(record).filter((key) => !this.holders.has(key));
			if (keys.length > 0) {
				this.open.unshift(id);
				for (const key of keys) this.asked.add(key);
			} else {
				this.compareAround(record);
			}
		}
		return [...this.asked];
	}

	/** Tells which records have a key. */
	learn(key: MatchKey, found: readonly PreparedRecord[]): void {
		this.asked.delete(key);
		const cap = keyCap(key);
		const crowded = found.length > cap;
		for (const record of found) if (!this.records.has(record.id)) this.records.set(record.id, record);
		this.holders.set(key, crowded ? [] : found.map((record) => this.records.get(record.id) ?? record));
		if (isIdentityKey(key)) this.uses.set(key, crowded ? CROWDED : keyUse(found));
		// The arrival changed what an identity says, or has just made a key crowded: that concerns all who have it.
		const touched = this.arrived !== null && found.some((record) => record.id === this.arrived?.id);
		if (touched && (crowded ? found.length === cap + 1 : isIdentityKey(key))) for (const record of found) this.settle(record);
	}

	/** The records whose cluster may have changed. */
	members(): string[] {
		return [...this.settled].sort();
	}

	/** Clusters of `members`; pairs reach to records beside them too. Call when nothing is wanted any more. */
	decide(): Clustering {
		const ids = this.members();
		const pairs = [...this.compared.values()].flatMap((others) => [...others.values()]).filter((pair) => this.settled.has(pair.one) || this.settled.has(pair.other));
		return clusterPairs(ids, completed(ids, pairs, this.settings, (one, other) => this.compare(one, other)), this.settings.thresholds, (id) => this.rank(id));
	}

	private settle(record: PreparedRecord): void {
		if (this.settled.has(record.id)) return;
		this.records.set(record.id, this.records.get(record.id) ?? record);
		this.settled.add(record.id);
		this.open.push(record.id);
	}

	private compareAround(record: PreparedRecord): void {
		for (const key of keysOf(record)) {
			for (const candidate of this.holders.get(key) ?? []) {
				if (candidate.id === record.id) continue;
				const pair = this.compare(record.id, candidate.id);
				if (pair !== null && bandOf(pair, this.settings.thresholds) === 'same') this.settle(candidate);
			}
		}
	}

	private compare(one: string, other: string): PairComparison | null {
		const [first, second] = one < other ? [one, other] : [other, one];
		const known = this.compared.get(first)?.get(second);
		if (known !== undefined) return known;
		const left = this.records.get(one);
		const right = this.records.get(other);
		if (left === undefined || right === undefined) return null;
		const pair = comparePair(left, right, this.facts);
		const others = this.compared.get(first);
		if (others === undefined) this.compared.set(first, new Map([[second, pair]]));
		else others.set(second, pair);
		return pair;
	}

	private rank(id: string): string {
		const record = this.records.get(id);
		return record === undefined ? id : contentKey(record);
	}
}

/**
 * Adds the pairs that no key brought together but that `same` pairs link over others: what speaks against them must be
 * known before they become one cluster.
 */
export function completed(ids: readonly string[], pairs: readonly PairComparison[], settings: MatchSettings, compare: (one: string, other: string) => PairComparison | null): PairComparison[] {
	const known = new Set<string>();
	const parent = new Map<string, string>(ids.map((id) => [id, id]));
	const find = (id: string): string => {
		let root = id;
		for (let next = parent.get(root) ?? root; next !== root; next = parent.get(root) ?? root) root = next;
		parent.set(id, root);
		return root;
	};
	for (const pair of pairs) {
		known.add(`${pair.one} ${pair.other}`);
		if (parent.has(pair.one) && parent.has(pair.other) && bandOf(pair, settings.thresholds) === 'same') parent.set(find(pair.one), find(pair.other));
	}
	const components = new Map<string, string[]>();
	for (const id of ids) {
		const root = find(id);
		const members = components.get(root);
		if (members === undefined) components.set(root, [id]);
		else members.push(id);
	}
	const added: PairComparison[] = [];
	for (const members of components.values()) {
		members.sort();
		members.forEach((one, index) => {
			for (const other of members.slice(index + 1)) {
				if (known.has(`${one} ${other}`)) continue;
				const pair = compare(one, other);
				// Only what speaks against them: links come from keys alone, so that they do not depend on what else was compared.
				if (pair !== null && pair.forbids) added.push(pair);
			}
		});
	}
	return [...pairs, ...added];
}
