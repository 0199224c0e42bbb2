import type { KeyHit, KeyQuery, MatchingFamily, StoredMatchRecord } from '../port/matching';
import { recordRow } from '../statements/matching';
import type { LeadContext, Part } from './part';

interface Known extends KeyHit {
	/** What was asked with. */
	most: number;
}

/** Match records, and the keys under which they are found. */
export function batchMatching({ direct, waiting, ids, standing }: LeadContext): Part<MatchingFamily> {
	const records = new Map<string, StoredMatchRecord>();
	const leadsWithRecords = new Set<string>();
	/** By portfolio and key. */
	const known = new Map<string, Known>();
	/** Records that were added in this batch, by portfolio and key. */
	const added = new Map<string, string[]>();

	const remember = (record: StoredMatchRecord): void => {
		records.set(record.id, record);
		if (record.leadId !== null) leadsWithRecords.add(record.leadId);
	};
	const nameOf = (portfolio: string, key: string): string => `${portfolio} ${key}`;

	const load = async (portfolio: string, keys: readonly KeyQuery[]): Promise<void> => {
		for (const asked of byLimit(keys.filter(({ key, most }) => known.get(nameOf(portfolio, key))?.most !== most))) {
			const hits = new Map((await direct.matching.findByKeys(portfolio, asked)).map((hit) => [hit.key, hit]));
			for (const { key, most } of asked) {
				const { recordIds = [], crowded = false } = hits.get(key) ?? {};
				known.set(nameOf(portfolio, key), limited(key, most, crowded, [...recordIds, ...(added.get(nameOf(portfolio, key)) ?? [])]));
			}
		}
	};

	return {
		methods: {
			async add(record) {
				const { keys, ...about } = record;
				const row = recordRow(record, ids.next('record'));
				waiting.insert('match_records', row.id, row);
				for (const key of new Set(keys)) {
					const name = nameOf(record.portfolio, key);
					waiting.insert('match_keys', `${row.id} ${key}`, { portfolio: record.portfolio, key, record_id: row.id });
					added.set(name, [...(added.get(name) ?? []), row.id]);
					const entry = known.get(name);
					if (entry !== undefined) known.set(name, limited(key, entry.most, entry.crowded, [...entry.recordIds, row.id]));
				}
				const stored: StoredMatchRecord = { ...about, id: row.id, keyed: keys.length > 0 };
				remember(stored.leadId === null ? stored : { ...stored, leadId: await standing(stored.leadId) });
				return stored;
			},

			async findByKeys(portfolio, keys) {
				await load(portfolio, keys);
				return keys.flatMap(({ key }) => {
					const entry = known.get(nameOf(portfolio, key));
					return entry === undefined || (entry.recordIds.length === 0 && !entry.crowded) ? [] : [{ key, recordIds: entry.recordIds, crowded: entry.crowded }];
				});
			},

			async get(wanted) {
				const unknown = wanted.filter((id) => !records.has(id));
				if (unknown.length > 0) for (const record of await direct.matching.get(unknown)) remember(record);
				return [...new Set(wanted)].sort().flatMap((id) => records.get(id) ?? []);
			},

			async hasRecords(leadId) {
				if (leadsWithRecords.has(leadId)) return true;
				if (waiting.has('match_records')) await waiting.write();
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
			known.clear();
			added.clear();
		},

		merged(from, into) {
			for (const record of records.values()) if (record.leadId === from) records.set(record.id, { ...record, leadId: into });
			if (leadsWithRecords.delete(from)) leadsWithRecords.add(into);
		},

		moved(inquiryId, leadId) {
			leadsWithRecords.clear();
			for (const record of [...records.values()]) remember(record.inquiryId === inquiryId ? { ...record, leadId } : record);
		},
	};
}

/** Newest first; none when there are too many. */
function limited(key: string, most: number, crowded: boolean, recordIds: readonly string[]): Known {
	const all = crowded ? [] : [...new Set(recordIds)].sort().reverse();
	return all.length > most || crowded ? { key, most, recordIds: [], crowded: true } : { key, most, recordIds: all, crowded: false };
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
