import { bandOf, DEFAULT_THRESHOLDS, type Thresholds } from './bands';
import { clusterPairs, type Clustering } from './cluster';
import { comparePair, type PairComparison } from './compare';
import { DEFAULT_FACTS, type PairFacts } from './guards';
import { isIdentityKey, keyCap, keysOf, type MatchKey } from './keys';
import { CROWDED, keyUse, tellsTheSame, type KeyUse } from './keyUse';
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
 * around.start(arrived);                                   // the look-ups find it too
 * for (let keys = around.wanted(); keys.length > 0; keys = around.wanted()) {
 * 	for (const key of keys) around.learn(key, holdersOf(key)); // different contents; null for many more than `keyCap`
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
	private readonly arrived = new Set<string>();

	constructor(private readonly settings: MatchSettings = DEFAULT_SETTINGS) {
		this.facts = { ...settings.facts, uses: (key) => this.uses.get(key) };
	}

	/** Begins with a record that arrived; once for each of those that arrived together, before anything is learnt. */
	start(record: PreparedRecord): void {
		this.arrived.add(record.id);
		this.settle(record);
	}

	/** The keys to look up next, at once for all records of which any is known to be needed; none when everything is known. */
	wanted(): MatchKey[] {
		while (this.asked.size === 0 && this.open.length > 0) {
			const records = this.open.splice(0).flatMap((id) => this.records.get(id) ?? []);
			for (const record of records) for (const key of keysOf(record)) if (!this.holders.has(key)) this.asked.add(key);
			if (this.asked.size > 0) this.open.unshift(...records.map(({ id }) => id));
			else for (const record of records) this.compareAround(record);
		}
		return [...this.asked];
	}

	/** Tells which records have a key. @param found null when there are too many to tell whether they have just become so */
	learn(key: MatchKey, found: readonly PreparedRecord[] | null): void {
		this.asked.delete(key);
		const crowded = found === null || found.length > keyCap(key);
		for (const record of found ?? []) if (!this.records.has(record.id)) this.records.set(record.id, record);
		this.holders.set(key, crowded ? [] : found.map((record) => this.records.get(record.id) ?? record));
		if (isIdentityKey(key)) this.uses.set(key, crowded ? CROWDED : keyUse(found));
		if (found !== null && this.concernsAll(key, found)) for (const record of found) this.settle(record);
	}

	/** Whether an arrival changed what a key tells of those who had it before: they are compared by it in another way, or no longer. */
	private concernsAll(key: MatchKey, found: readonly PreparedRecord[]): boolean {
		const before = found.filter(({ id }) => !this.arrived.has(id));
		if (before.length === found.length || before.length === 0 || before.length > keyCap(key)) return false;
		if (found.length > keyCap(key)) return true;
		const use = this.uses.get(key);
		return use !== undefined && !tellsTheSame(use, keyUse(before));
	}

	/** The records whose cluster may have changed. */
	members(): string[] {
		return [...this.settled].sort();
	}

	/** Clusters of `members`; pairs reach to records beside them too. Call when nothing is wanted any more. */
	decide(): Clustering {
		const ids = this.members();
		const pairs = [...this.compared.values()]
			.flatMap((others) => [...others.values()])
			.filter((pair) => this.settled.has(pair.one) || this.settled.has(pair.other));
		return clusterPairs(
			ids,
			completed(ids, pairs, this.settings, (one, other) => this.compare(one, other)),
			this.settings.thresholds,
			(id) => this.rank(id),
		);
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
export function completed(
	ids: readonly string[],
	pairs: readonly PairComparison[],
	settings: MatchSettings,
	compare: (one: string, other: string) => PairComparison | null,
): PairComparison[] {
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
		if (parent.has(pair.one) && parent.has(pair.other) && bandOf(pair, settings.thresholds) === 'same')
			parent.set(find(pair.one), find(pair.other));
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
