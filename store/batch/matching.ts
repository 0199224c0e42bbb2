import type { KeyHit, KeyQuery, MatchingFamily, StoredMatchRecord } from '../port/matching';
import { recordRow } from '../statements/matching';
import type { LeadContext, Part } from './part';

interface Known {
	hit: KeyHit;
	/** What was asked with. */
	most: number;
}

/** What is under the keys of one portfolio. */
interface Keys {
	known: Map<string, Known>;
	/** Records that were added in this batch. */
	added: Map<string, string[]>;
}

/** Match records, and the keys under which they are found. */
export function batchMatching({ direct, waiting, ids, standing }: LeadContext): Part<MatchingFamily> {
	const records = new Map<string, StoredMatchRecord>();
	const leadsWithRecords = new Set<string>();
	const portfolios = new Map<string, Keys>();
	const keysOf = (portfolio: string): Keys => {
		const keys = portfolios.get(portfolio) ?? { known: new Map<string, Known>(), added: new Map<string, string[]>() };
		portfolios.set(portfolio, keys);
		return keys;
	};

	const remember = (record: StoredMatchRecord): void => {
		records.set(record.id, record);
		if (record.leadId !== null) leadsWithRecords.add(record.leadId);
	};

	const load = async (portfolio: string, keys: readonly KeyQuery[]): Promise<void> => {
		const { known, added } = keysOf(portfolio);
		const unknown = keys.filter(({ key, most }) => known.get(key)?.most !== most);
		if (unknown.length === 0) return;
		for (const asked of byLimit(unknown)) {
			const hits = new Map((await direct.matching.findByKeys(portfolio, asked)).map((hit) => [hit.key, hit]));
			for (const { key, most } of asked) {
				const { recordIds = [], crowded = false } = hits.get(key) ?? {};
				known.set(key, limited(key, most, crowded, [...recordIds, ...(added.get(key) ?? [])]));
			}
		}
	};

	return {
		methods: {
			async add(record) {
				const { keys, ...about } = record;
				const row = recordRow(record, ids.next('record'));
				waiting.insert('match_records', row, row.id);
				const { known, added } = keysOf(record.portfolio);
				for (const key of new Set(keys)) {
					waiting.insert('match_keys', { portfolio: record.portfolio, key, record_id: row.id });
					const others = added.get(key);
					if (others === undefined) added.set(key, [row.id]);
					else others.push(row.id);
					const entry = known.get(key);
					if (entry !== undefined) known.set(key, limited(key, entry.most, entry.hit.crowded, [row.id, ...entry.hit.recordIds]));
				}
				const stored: StoredMatchRecord = { ...about, id: row.id, keyed: keys.length > 0 };
				const leadId = stored.leadId === null ? null : await standing(stored.leadId);
				remember(leadId === stored.leadId ? stored : { ...stored, leadId });
				return stored;
			},

			async findByKeys(portfolio, keys) {
				await load(portfolio, keys);
				const { known } = keysOf(portfolio);
				const hits: KeyHit[] = [];
				for (const { key } of keys) {
					const entry = known.get(key);
					if (entry !== undefined && (entry.hit.crowded || entry.hit.recordIds.length > 0)) hits.push(entry.hit);
				}
				return hits;
			},

			async get(wanted) {
				const unknown = wanted.filter((id) => !records.has(id));
				if (unknown.length > 0) for (const record of await direct.matching.get(unknown)) remember(record);
				return [...new Set(wanted)].sort().flatMap((id) => records.get(id) ?? []);
			},

			async hasRecords(leadId) {
				if (leadsWithRecords.has(leadId)) return true;
				await waiting.write(['leads', 'inquiries', 'match_records']);
				return await direct.matching.hasRecords(leadId);
			},

			async rewrite(id, record) {
				const before = records.get(id);
				if (before === undefined) {
					await direct.matching.rewrite(id, record);
					return;
				}
				waiting.change('match_records', id, { record: JSON.stringify(record ?? null) });
				records.set(id, { ...before, record });
			},
		},

		forget() {
			records.clear();
			leadsWithRecords.clear();
			portfolios.clear();
		},

		merged(from, into) {
			for (const record of records.values()) if (record.leadId === from) records.set(record.id, { ...record, leadId: into });
			if (leadsWithRecords.delete(from)) leadsWithRecords.add(into);
		},

		moved(inquiryId, leadId) {
			for (const record of [...records.values()].filter((one) => one.inquiryId === inquiryId)) {
				// It may have been the last one there.
				if (record.leadId !== null) leadsWithRecords.delete(record.leadId);
				remember({ ...record, leadId });
			}
		},
	};
}

/** Newest first; none when there are too many. */
function limited(key: string, most: number, crowded: boolean, recordIds: readonly string[]): Known {
	if (crowded) return { most, hit: { key, recordIds: [], crowded: true } };
	const all = recordIds.length < 2 ? [...recordIds] : [...new Set(recordIds)].sort().reverse();
	return { most, hit: all.length > most ? { key, recordIds: [], crowded: true } : { key, recordIds: all, crowded: false } };
}

/** A look-up of many keys reads as much of each as the one with the highest limit needs. */
function byLimit(keys: readonly KeyQuery[]): KeyQuery[][] {
	const groups = new Map<number, Map<string, KeyQuery>>();
	for (const query of keys) {
		const group = groups.get(query.most) ?? new Map<string, KeyQuery>();
		groups.set(query.most, group.set(query.key, query));
	}
	return [...groups.values()].map((group) => [...group.values()]);
}
