import type { Thresholds } from '../../leasing/match/bands';
import type { Clustering } from '../../leasing/match/cluster';
import type { MatchField } from '../../leasing/match/matchFields';
import { keysOf, type MatchKey } from '../../leasing/match/keys';
import { belongsByNumber } from '../../leasing/match/nameless';
import { lookUpLimit, Neighbourhood } from '../../leasing/match/neighbourhood';
import { prepareRecord, type PreparedRecord } from '../../leasing/match/prepare';
import type { MatchRecord } from '../../leasing/match/record';
import type { StoredMatchRecord, StoredReview, StoreFamilies } from '../../store/port';

/** How records are compared, as the user chose it. */
export interface MatchRules {
	thresholds: Thresholds;
	/** Which fields may decide. */
	fields: ReadonlySet<MatchField>;
	/** `property`: only inquiries about the same property can be one renter's. */
	scope: 'portfolio' | 'property';
}

/** A record and whose it is. */
export interface Neighbour {
	record: MatchRecord;
	prepared: PreparedRecord;
	/** Null: not stored yet, or waiting for a person. */
	leadId: string | null;
	/** Null: not stored yet, or made from a lead that was there before there were records. */
	inquiryId: string | null;
	stored: boolean;
}

/** Everything that may decide about some records. */
export interface Gathered {
	neighbours: ReadonlyMap<string, Neighbour>;
	clustering: Clustering;
	/** What people were asked and answered about them. */
	reviews: readonly StoredReview[];
	/** Whether two records go together because only one person uses their number and one of them has no name. */
	byNumber(one: string, other: string): boolean;
	/** Who has this key; null when too many have. */
	holders(key: MatchKey): readonly Neighbour[] | null;
}

/** A renter has a handful. What goes far beyond is no renter, and no reason to keep everybody else waiting. */
const MOST_KEYS = 600;

/** Looks up what lies around some new records, as far as it can matter for them, and decides about it. */
export async function gather(tx: StoreFamilies, portfolio: string, seeds: readonly Neighbour[], rules: MatchRules): Promise<Gathered> {
	const around = new Around(tx, portfolio, seeds, rules);
	return await around.gather();
}

class Around {
	private readonly neighbours = new Map<string, Neighbour>();
	private readonly holders = new Map<MatchKey, readonly Neighbour[] | null>();
	private readonly reviews = new Map<string, StoredReview>();
	private readonly answers = new Map<string, 'same' | 'apart'>();
	private readonly matcher: Neighbourhood;
	/** What is not stored yet, by key. */
	private readonly fresh = new Map<MatchKey, Neighbour[]>();

	constructor(
		private readonly tx: StoreFamilies,
		private readonly portfolio: string,
		private readonly seeds: readonly Neighbour[],
		private readonly rules: MatchRules,
	) {
		for (const seed of seeds) {
			this.neighbours.set(seed.prepared.id, seed);
			if (!seed.stored) for (const key of keysOf(seed.prepared)) this.fresh.set(key, [...(this.fresh.get(key) ?? []), seed]);
		}
		const verdict = (one: string, other: string) =>
			this.answerAbout(one, other) ?? (this.byNumber(one, other) ? ('same' as const) : null);
		this.matcher = new Neighbourhood({ thresholds: rules.thresholds, facts: { fields: rules.fields, verdict } });
	}

	async gather(): Promise<Gathered> {
		for (const { prepared } of this.seeds) this.matcher.start(prepared);
		for (let keys = this.matcher.wanted(); keys.length > 0; keys = this.matcher.wanted()) {
			await this.lookUp(keys.slice(0, Math.max(0, MOST_KEYS - this.holders.size)));
			for (const key of keys) this.matcher.learn(key, this.found(key));
		}
		return {
			neighbours: this.neighbours,
			clustering: this.matcher.decide(),
			reviews: [...this.reviews.values()],
			byNumber: (one, other) => this.answerAbout(one, other) === null && this.byNumber(one, other),
			holders: (key) => this.holders.get(key) ?? (this.holders.has(key) ? null : []),
		};
	}

	private async lookUp(keys: readonly MatchKey[]): Promise<void> {
		if (keys.length === 0) return;
		const hits = await this.tx.matching.findByKeys(
			this.portfolio,
			keys.map((key) => ({ key, most: lookUpLimit(key) })),
		);
		await this.load(hits.flatMap(({ recordIds }) => recordIds));
		const byKey = new Map(hits.map((hit) => [hit.key, hit]));
		for (const key of keys) {
			const hit = byKey.get(key);
			const stored = (hit?.recordIds ?? [])
				.flatMap((id) => this.neighbours.get(id) ?? [])
				.filter((neighbour) => this.inScope(neighbour));
			this.holders.set(key, hit?.crowded === true ? null : [...stored, ...(this.fresh.get(key) ?? [])]);
		}
	}

	private async load(ids: readonly string[]): Promise<void> {
		const unknown = [...new Set(ids)].filter((id) => !this.neighbours.has(id));
		if (unknown.length === 0) return;
		for (const row of await this.tx.matching.get(unknown)) this.neighbours.set(row.id, neighbourOf(row));
		for (const review of await this.tx.reviews.about(unknown)) {
			this.reviews.set(review.id, review);
			if (review.state !== 'open') this.answers.set(pairName(...review.recordIds), review.state === 'merged' ? 'same' : 'apart');
		}
	}

	private answerAbout(one: string, other: string): 'same' | 'apart' | null {
		// Mostly there are none, and a name for each pair costs.
		return this.answers.size === 0 ? null : (this.answers.get(pairName(one, other)) ?? null);
	}

	/** For the matcher. */
	private found(key: MatchKey): PreparedRecord[] | null {
		const holders = this.holders.get(key);
		return holders === null ? null : (holders ?? []).map(({ prepared }) => prepared);
	}

	private inScope({ prepared }: Neighbour): boolean {
		return this.rules.scope === 'portfolio' || this.seeds.some((seed) => seed.prepared.property === prepared.property);
	}

	private byNumber(one: string, other: string): boolean {
		const left = this.neighbours.get(one);
		const right = this.neighbours.get(other);
		if (left === undefined || right === undefined) return false;
		const holders = (key: MatchKey) => this.holders.get(key)?.map(({ prepared }) => prepared) ?? null;
		return belongsByNumber(left.prepared, right.prepared, holders, (a, b) => this.answerAbout(a, b) === 'apart', this.rules.fields);
	}
}

/** @param row as the store keeps it; its record was written by ourselves. A batch of the store gives the same row again and again */
export function neighbourOf(row: StoredMatchRecord): Neighbour {
	const known = made.get(row);
	if (known !== undefined) return known;
	const record = { ...(row.record as MatchRecord), id: row.id };
	const neighbour = { record, prepared: prepareRecord(record), leadId: row.leadId, inquiryId: row.inquiryId, stored: true };
	made.set(row, neighbour);
	return neighbour;
}

/** @returns the person as stored in a row that was just added for them */
export function storedAs(row: StoredMatchRecord, { record, prepared }: Neighbour): Neighbour {
	const neighbour = {
		record: { ...record, id: row.id },
		prepared: { ...prepared, id: row.id },
		leadId: row.leadId,
		inquiryId: row.inquiryId,
		stored: true,
	};
	made.set(row, neighbour);
	return neighbour;
}

const made = new WeakMap<StoredMatchRecord, Neighbour>();

export function pairName(one: string, other: string): string {
	return one < other ? `${one} ${other}` : `${other} ${one}`;
}
