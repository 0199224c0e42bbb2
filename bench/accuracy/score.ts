import type { BatchResult } from '../../leasing/match/batch/matchBatch';
import type { KnownRow } from './known';

export interface Score {
	precision: number;
	recall: number;
	f1: number;
	/** Clusters that hold more than one person. */
	mixed: number;
}

/** Pairwise: of the pairs that were put together how many are one person, and of those that are how many were put together. */
export function scoreOf(rows: readonly KnownRow[], clusters: readonly (readonly string[])[]): Score {
	const truth = new Map(rows.map((row) => [row.record.id, row.truth]));
	const people = new Map<string, number>();
	for (const row of rows) people.set(row.truth, (people.get(row.truth) ?? 0) + 1);
	let right = 0;
	let together = 0;
	let mixed = 0;
	for (const cluster of clusters) {
		const within = new Map<string, number>();
		for (const id of cluster) within.set(truth.get(id) ?? id, (within.get(truth.get(id) ?? id) ?? 0) + 1);
		together += pairs(cluster.length);
		for (const count of within.values()) right += pairs(count);
		if (within.size > 1) mixed++;
	}
	const all = [...people.values()].reduce((sum, count) => sum + pairs(count), 0);
	const precision = together === 0 ? 1 : right / together;
	const recall = all === 0 ? 1 : right / all;
	return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall), mixed };
}

/** Recall if a person answered every question rightly. */
export function recallWithReview(rows: readonly KnownRow[], { clusters, pairs: decided }: BatchResult): number {
	const truth = new Map(rows.map((row) => [row.record.id, row.truth]));
	const joined = new Groups(rows.map(({ record }) => record.id));
	for (const cluster of clusters) for (const id of cluster) joined.join(cluster[0] ?? id, id);
	for (const { pair, band } of decided)
		if (band === 'review' && truth.get(pair.one) === truth.get(pair.other)) joined.join(pair.one, pair.other);
	return scoreOf(rows, joined.all()).recall;
}

function pairs(count: number): number {
	return (count * (count - 1)) / 2;
}

/** Sets that are put together, for scoring and for the peers. */
export class Groups {
	private readonly parent: Map<string, string>;

	constructor(ids: readonly string[]) {
		this.parent = new Map(ids.map((id) => [id, id]));
	}

	join(one: string, other: string): void {
		this.parent.set(this.find(one), this.find(other));
	}

	all(): string[][] {
		const groups = new Map<string, string[]>();
		for (const id of this.parent.keys()) groups.set(this.find(id), [...(groups.get(this.find(id)) ?? []), id]);
		return [...groups.values()];
	}

	private find(id: string): string {
		let root = id;
		for (let next = this.parent.get(root) ?? root; next !== root; next = this.parent.get(root) ?? root) root = next;
		this.parent.set(id, root);
		return root;
	}
}
