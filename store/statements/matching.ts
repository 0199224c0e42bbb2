import type { KeyQuery, MatchingFamily, NewMatchRecord, StoredMatchRecord } from '../port/matching';
import { fromJson, insert, placeholders, toJson } from '../sql/columns';
import type { Param, Sql } from '../sql/executor';
import { unknownRecord, withReferences } from '../sql/references';
import type { StatementContext } from './context';
import { groupOf } from './leadGroup';

interface Row {
	id: string;
	portfolio: string;
	inquiry_id: string | null;
	lead_id: string | null;
	record: string;
	at: number;
	keyed: number;
}

/** Records with the lead they stand on today. Merged leads are few, and their index is always at hand; the leads themselves may lie anywhere on the disk. */
function select({ dialect }: Sql): string {
	return `SELECT r.id, r.portfolio, r.inquiry_id, COALESCE(l.merged_into, r.lead_id) AS lead_id, r.record, r.at, r.keyed
	FROM match_records r LEFT JOIN leads l ${dialect.through('leads_merged_by_id')} ON l.id = r.lead_id AND l.merged_into IS NOT NULL`;
}
/** Statements with more places would not be kept ready, and SQLite has a limit. */
const AT_A_TIME = 100;

export function makeMatching(sql: Sql, { ids, crowdedKeys }: StatementContext): MatchingFamily {
	return {
		async add(added) {
			const { portfolio, inquiryId, leadId, record, at, keys } = added;
			const row = recordRow(added, ids.next('record'));
			const write = async (step: Sql): Promise<void> => {
				await step.run(...insert('match_records', row));
				await addKeys(step, portfolio, row.id, keys);
			};
			await withReferences(sql, { portfolio, leadId, inquiryId }, write, 'atomically');
			return { id: row.id, portfolio, inquiryId, leadId, record, at, keyed: keys.length > 0 };
		},

		async findByKeys(portfolio, keys) {
			const asked = keys.filter(({ key, most }) => !crowdedKeys.exceeds(portfolio, key, most));
			const found =
				asked.length === 0
					? new Map<string, string[]>()
					: await (sql.dialect.readsJsonLists ? byKeyList : byKeyParts)(sql, portfolio, asked);
			return keys.flatMap(({ key, most }) => {
				if (crowdedKeys.exceeds(portfolio, key, most)) return [{ key, recordIds: [], crowded: true }];
				const recordIds = found.get(key);
				if (recordIds === undefined) return [];
				const crowded = recordIds.length > most;
				if (crowded) crowdedKeys.add(portfolio, key, most);
				return [{ key, recordIds: crowded ? [] : recordIds, crowded }];
			});
		},

		async get(wanted) {
			const rows: Row[] = [];
			for (const some of inParts([...new Set(wanted)])) rows.push(...(await sql.all<Row>(...byIds(sql, some))));
			return rows.map(toRecord).sort(byId);
		},

		async ofLead(leadId) {
			const rows = await sql.all<Row>(`${select(sql)} WHERE r.lead_id IN ${groupOf('$1')} ORDER BY r.id`, [leadId]);
			return rows.map(toRecord);
		},

		async hasRecords(leadId) {
			return (await sql.get(`SELECT 1 AS found FROM match_records WHERE lead_id IN ${groupOf('$1')} LIMIT 1`, [leadId])) !== null;
		},

		async ofInquiry(inquiryId) {
			const rows = await sql.all<Row>(`${select(sql)} WHERE r.inquiry_id = $1 ORDER BY r.id`, [inquiryId]);
			return rows.map(toRecord);
		},

		async index(id, record, keys) {
			await sql.atomically(async (step) => {
				const row = await step.get<{ portfolio: string }>(
					'UPDATE match_records SET record = $2, keyed = 1 WHERE id = $1 RETURNING portfolio',
					[id, toJson(record)],
				);
				if (row === null) throw unknownRecord('match record', id);
				await addKeys(step, row.portfolio, id, keys);
			});
		},

		async rewrite(id, record) {
			const { changes } = await sql.run('UPDATE match_records SET record = $2 WHERE id = $1', [id, toJson(record)]);
			if (changes === 0) throw unknownRecord('match record', id);
		},
	};
}

/** What is inserted for a new record, besides its keys. */
export function recordRow({ portfolio, inquiryId, leadId, record, at, keys }: NewMatchRecord, id: string) {
	return { id, portfolio, inquiry_id: inquiryId, lead_id: leadId, record: toJson(record), at, keyed: keys.length > 0 ? 1 : 0 };
}

async function addKeys(step: Sql, portfolio: string, id: string, keys: readonly string[]): Promise<void> {
	for (const some of inParts([...new Set(keys)])) {
		const rows = some.map((_, index) => `($1, $${index + 3}, $2)`);
		await step.run(
			`INSERT INTO match_keys (portfolio, key, record_id) VALUES ${rows.join(', ')} ON CONFLICT (portfolio, key, record_id) DO NOTHING`,
			[portfolio, id, ...some],
		);
	}
}

/** The newest entries of each key: one look-up in the index for each, in a third of the time that a statement with a part for each takes. */
async function byKeyList(sql: Sql, portfolio: string, keys: readonly KeyQuery[]): Promise<Map<string, string[]>> {
	const rows = await sql.all<{ place: number; ids: string | null }>(
		`SELECT asked.key AS place, (
			SELECT group_concat(record_id, ' ') FROM (SELECT record_id FROM match_keys WHERE portfolio = $1 AND key = asked.value ORDER BY record_id DESC LIMIT $3) picked
		) AS ids FROM json_each($2) asked`,
		[portfolio, toJson(keys.map(({ key }) => key)), Math.max(...keys.map(({ most }) => most)) + 1],
	);
	// SQLite does not promise in which order it puts texts together.
	return new Map(rows.flatMap(({ place, ids }) => (ids === null ? [] : [[keys[place]?.key ?? '', ids.split(' ').sort().reverse()]])));
}

async function byKeyParts(sql: Sql, portfolio: string, keys: readonly KeyQuery[]): Promise<Map<string, string[]>> {
	const found = new Map<string, string[]>();
	for (const some of inParts(keys)) {
		for (const { key, record_id } of await sql.all<{ key: string; record_id: string }>(...byKeys(portfolio, some))) {
			const known = found.get(key);
			if (known === undefined) found.set(key, [record_id]);
			else known.push(record_id);
		}
	}
	return found;
}

/**
 * One part of the statement for each key, each with its own limit: what a key costs does not depend on how often it occurs. The
 * places are filled up to a fixed number, so that the database sees few different statements.
 */
function byKeys(portfolio: string, keys: readonly KeyQuery[]): [text: string, params: Param[]] {
	const filled = fill(keys, { key: '', most: 0 });
	const parts = filled.map(
		(_, index) =>
			`SELECT * FROM (SELECT key, record_id FROM match_keys WHERE portfolio = $1 AND key = $${index * 2 + 2} ORDER BY record_id DESC LIMIT $${index * 2 + 3}) picked`,
	);
	return [parts.join(' UNION ALL '), [portfolio, ...filled.flatMap(({ key, most }) => [key, most + 1])]];
}

function byIds(sql: Sql, ids: readonly string[]): [text: string, params: Param[]] {
	const filled = fill(ids, '');
	return [`${select(sql)} WHERE r.id IN (${placeholders(filled.length, 1)})`, filled];
}

function fill<T>(values: readonly T[], empty: T): T[] {
	// Up to a dozen, as most renters have, exactly: each place costs.
	const places = values.length <= 12 ? values.length : ([16, 32].find((size) => values.length <= size) ?? AT_A_TIME);
	return Array.from({ length: places }, (_, index) => values[index] ?? empty);
}

function inParts<T>(all: readonly T[]): T[][] {
	const parts: T[][] = [];
	for (let start = 0; start < all.length; start += AT_A_TIME) parts.push(all.slice(start, start + AT_A_TIME));
	return parts;
}

function byId(a: StoredMatchRecord, b: StoredMatchRecord): number {
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function toRecord(row: Row): StoredMatchRecord {
	return {
		id: row.id,
		portfolio: row.portfolio,
		inquiryId: row.inquiry_id,
		leadId: row.lead_id,
		record: fromJson(row.record),
		at: row.at,
		keyed: row.keyed === 1,
	};
}
