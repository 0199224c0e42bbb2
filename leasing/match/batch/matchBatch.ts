import { bandOf, type Band } from '../bands';
import { clusterPairs, type DecidedPair } from '../cluster';
import { comparePair, type PairComparison } from '../compare';
import { isBare, type PairFacts } from '../guards';
import { blockingKeys, keyCap, type MatchKey } from '../keys';
import { CROWDED, keyUse, type KeyUse } from '../keyUse';
import { completed, DEFAULT_SETTINGS, type MatchSettings } from '../neighbourhood';
import { contentKey, prepareRecord, type PreparedRecord } from '../prepare';
import type { MatchRecord } from '../record';
import { HomeNames } from './homeNames';
import { hashOfKey, isIdentityHash, KeyIndex, type KeyGroups } from './keyIndex';

export interface BatchProgress {
	stage: 'reading' | 'comparing' | 'deciding';
	done: number;
	/** Null while reading: nobody knows how many rows will come. */
	total: number | null;
}

export interface BatchResult {
	/** Ids of the rows of each renter. */
	clusters: string[][];
	/** Pairs that were merged, and pairs for a person or a household: the surest one for each two clusters. Ids are those of rows. */
	pairs: DecidedPair[];
	rows: number;
	/** Rows of different content. */
	distinct: number;
	/** Pairs that were compared. */
	compared: number;
	/** The pair that says most about a row: the surest merge, else the likeliest question. Null: nothing was found, or only rows that say the same. */
	evidenceOf(row: string): DecidedPair | null;
}

interface Content {
	record: PreparedRecord;
	/** Rows with exactly this content. */
	rows: string[];
	key: string;
}

/**
 * Matches many records at once. Rows are taken one at a time and may come from a stream; rows that say the same are one record
 * with several ids. Memory grows with the number of different rows, not with that of pairs.
 */
export class BatchMatcher {
	private readonly contents: Content[] = [];
	private readonly byKey = new Map<string, Content>();
	private readonly index = new KeyIndex();
	private readonly homes = new HomeNames();
	private rows = 0;

	constructor(
		private readonly settings: MatchSettings = DEFAULT_SETTINGS,
		private readonly onProgress: (progress: BatchProgress) => void = () => {},
	) {}

	add(row: MatchRecord): void {
		const record = prepareRecord(row);
		const key = contentKey(record);
		const known = this.byKey.get(key);
		this.rows++;
		if (this.rows % EVERY === 0) this.onProgress({ stage: 'reading', done: this.rows, total: null });
		if (known !== undefined) {
			known.rows.push(row.id);
			known.record.firstSeen = earliest(known.record.firstSeen, record.firstSeen);
			known.record.lastSeen = latest(known.record.lastSeen, record.lastSeen);
			return;
		}
		const number = this.contents.length;
		const content: Content = { record: { ...record, id: idOf(number) }, rows: [row.id], key };
		this.contents.push(content);
		this.byKey.set(key, content);
		this.index.add(number, blockingKeys(record));
		this.homes.add(record);
	}

	finish(): BatchResult {
		this.byKey.clear();
		const groups = this.index.groups(this.contents.length);
		const uses = this.countUses(groups);
		const namesReplaced = this.homes.areReplaced();
		const addressList = namesReplaced && this.contents.every(({ record }) => isBare(record));
		const facts: PairFacts = { ...this.settings.facts, namesReplaced, addressList, uses: (key) => uses.get(hashOfKey(key)) };
		const { pairs, compared } = this.comparePairs(groups, facts);
		this.onProgress({ stage: 'deciding', done: 0, total: this.contents.length });
		const ids = this.contents.map((_, number) => idOf(number));
		const compare = (one: string, other: string): PairComparison =>
			comparePair(this.content(one).record, this.content(other).record, facts);
		const decided = clusterPairs(
			ids,
			completed(ids, pairs, this.settings, compare),
			this.settings.thresholds,
			(id) => this.content(id).key,
		);
		const result = this.inRows(decided.clusters, decided.pairs, facts, compared);
		this.onProgress({ stage: 'deciding', done: this.contents.length, total: this.contents.length });
		return result;
	}

	private countUses(groups: KeyGroups): Map<number, KeyUse> {
		const uses = new Map<number, KeyUse>();
		for (let group = 0; group < groups.count; group++) {
			const hash = groups.hashOf(group);
			if (!isIdentityHash(hash)) continue;
			const members = groups.membersOf(group);
			const use = members.length > IDENTITY_CAP ? CROWDED : keyUse([...members].map((number) => this.at(number).record));
			if (use.people > 1 || use.families > 1) uses.set(hash, use);
		}
		return uses;
	}

	private comparePairs(groups: KeyGroups, facts: PairFacts): { pairs: PairComparison[]; compared: number } {
		const pairs: PairComparison[] = [];
		const lastSeenBy = new Int32Array(this.contents.length).fill(-1);
		let compared = 0;
		for (let number = 0; number < this.contents.length; number++) {
			if (number % EVERY === 0) this.onProgress({ stage: 'comparing', done: number, total: this.contents.length });
			const { record } = this.at(number);
			for (const group of groups.groupsOfRecord(number)) {
				const members = groups.membersOf(group);
				if (members.length > (isIdentityHash(groups.hashOf(group)) ? IDENTITY_CAP : DERIVED_CAP)) continue;
				for (const candidate of members) {
					if (candidate <= number || lastSeenBy[candidate] === number) continue;
					lastSeenBy[candidate] = number;
					compared++;
					const pair = comparePair(record, this.at(candidate).record, facts);
					if (bandOf(pair, this.settings.thresholds) !== 'apart') pairs.push(pair);
				}
			}
		}
		return { pairs, compared };
	}

	/** Rows of one content belong together when the content is enough to know itself by, or when it was merged with another. */
	private inRows(clusters: readonly string[][], pairs: readonly DecidedPair[], facts: PairFacts, compared: number): BatchResult {
		const rowClusters: string[][] = [];
		const clusterOf = new Map<string, number>();
		for (const cluster of clusters) {
			const [first = ''] = cluster;
			const alone = cluster.length === 1 ? this.content(first) : null;
			if (
				alone !== null &&
				alone.rows.length > 1 &&
				bandOf(comparePair(alone.record, alone.record, facts), this.settings.thresholds) !== 'same'
			) {
				clusterOf.set(first, rowClusters.length);
				for (const row of alone.rows) rowClusters.push([row]);
				continue;
			}
			for (const id of cluster) clusterOf.set(id, rowClusters.length);
			rowClusters.push(cluster.flatMap((id) => this.content(id).rows));
		}
		const surest = new Map<string, DecidedPair>();
		const evidence = new Map<string, DecidedPair>();
		for (const decided of pairs) {
			const { one, other } = decided.pair;
			const key =
				decided.band === 'same' ? `${one} ${other}` : [clusterOf.get(one) ?? one, clusterOf.get(other) ?? other].sort().join(' ');
			const known = surest.get(key);
			if (known === undefined || known.pair.weight < decided.pair.weight) surest.set(key, decided);
		}
		const named = [...surest.values()].map(({ pair, band }): DecidedPair => {
			const [one, other] = [this.content(pair.one).rows, this.content(pair.other).rows];
			const decided: DecidedPair = { band, pair: { ...pair, one: one[0] ?? '', other: other[0] ?? '' } };
			for (const row of [...one, ...other]) if (saysMore(decided, evidence.get(row))) evidence.set(row, decided);
			return decided;
		});
		return {
			clusters: rowClusters,
			pairs: named,
			rows: this.rows,
			distinct: this.contents.length,
			compared,
			evidenceOf: (row) => evidence.get(row) ?? null,
		};
	}

	private at(number: number): Content {
		const content = this.contents[number];
		if (content === undefined) throw new RangeError(`There is no record ${number}.`);
		return content;
	}

	private content(id: string): Content {
		return this.at(parseInt(id, 36));
	}
}

const EVERY = 1_000;
const BANDS: readonly Band[] = ['same', 'review', 'household', 'apart'];

function saysMore(pair: DecidedPair, known: DecidedPair | undefined): boolean {
	if (known === undefined) return true;
	return BANDS.indexOf(pair.band) - BANDS.indexOf(known.band) < 0 || (pair.band === known.band && pair.pair.weight > known.pair.weight);
}

const IDENTITY_CAP = keyCap('phone:');
const DERIVED_CAP = keyCap('name:' satisfies MatchKey);

/** Padded, so that ids sort as numbers do. */
function idOf(number: number): string {
	return number.toString(36).padStart(6, '0');
}

function earliest(one: number | null, other: number | null): number | null {
	return one === null ? other : other === null ? one : Math.min(one, other);
}

function latest(one: number | null, other: number | null): number | null {
	return one === null ? other : other === null ? one : Math.max(one, other);
}
