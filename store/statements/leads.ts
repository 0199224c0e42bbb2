import { IDENTITY_KINDS, type Identity } from '../../leasing/match/match';
import type { LeadFamily, StoredLead } from '../port/leads';
import { forMany } from '../sql/bulk';
import { insert } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { one } from '../sql/one';
import { unknownLead, withReferences } from '../sql/references';
import type { StatementContext } from './context';
import { groupOf, standsFor } from './leadGroup';
import { listLeads } from './leadList';
import { COLUMNS, leadRow, patched, toColumns, toLead, type Row } from './leadRow';
import { searchLeads } from './leadSearch';
import { requireWord } from './words';

export function makeLeads(sql: Sql, { clock, ids, breathe }: StatementContext): LeadFamily {
	return {
		async create(lead) {
			const now = clock.now();
			const row = leadRow(lead, ids.next('lead'), now);
			return await withReferences(sql, { portfolio: lead.portfolio }, async (step) =>
				toLead(await one<Row>(step, ...insert('leads', row, `RETURNING ${COLUMNS}`))),
			);
		},

		async get(id) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM leads WHERE id = ${standsFor('$1')}`, [id]);
			return row && toLead(row);
		},

		async getMany(wanted) {
			const rows = await forMany<Row>(
				sql,
				[],
				wanted,
				(list) => `SELECT ${COLUMNS} FROM leads WHERE id IN (SELECT COALESCE(merged_into, id) FROM leads WHERE id IN (${list}))`,
			);
			const found = new Map(rows.map((row) => [row.id, toLead(row)]));
			return [...found.values()].sort(byId);
		},

		async update(id, patch) {
			return await sql.oneWrite(async (step) => {
				const before = await step.get<Row>(`SELECT ${COLUMNS} FROM leads WHERE id = ${standsFor('$1')} ${step.dialect.forUpdate}`, [
					id,
				]);
				if (before === null) throw unknownLead(id);
				const now = clock.now();
				const columns = { ...toColumns(patched(toLead(before), patch, now)), updated_at: now };
				const assignments = Object.keys(columns).map((name, index) => `${name} = $${index + 2}`);
				const row = await one<Row>(step, `UPDATE leads SET ${assignments.join(', ')} WHERE id = $1 RETURNING ${COLUMNS}`, [
					before.id,
					...Object.values(columns),
				]);
				return toLead(row);
			});
		},

		search: async (query) => await searchLeads(sql, query, breathe),

		list: async (query) => await listLeads(sql, query),

		async findByIdentities(portfolio, identities) {
			if (identities.length === 0) return [];
			const rows = await (identities.length <= ONE_BY_ONE
				? holdersOf(sql, portfolio, identities)
				: holdersOfMany(sql, portfolio, identities));
			const found = new Map(rows.map((row) => [identityName(row), row.lead_id]));
			// In the order in which the caller asked, so that the result does not depend on the back end.
			return distinct(identities).flatMap(({ kind, value }) => {
				const leadId = found.get(identityName({ kind, value }));
				return leadId === undefined ? [] : [{ identity: { kind, value }, leadId }];
			});
		},

		async addIdentity(portfolio, leadId, identity) {
			const row = identityRow(portfolio, leadId, identity, clock.now());
			return await withReferences(sql, { portfolio, leadId }, async (step) => {
				const { changes } = await step.run(...insert('identities', row, 'ON CONFLICT (portfolio, kind, value) DO NOTHING'));
				if (changes === 1) return { result: 'added' as const };
				const holder = await one<{ lead_id: string; own: number }>(
					step,
					`SELECT COALESCE(l.merged_into, l.id) AS lead_id, CASE WHEN COALESCE(l.merged_into, l.id) = ${standsFor('$4')} THEN 1 ELSE 0 END AS own
					FROM identities i JOIN leads l ON l.id = i.lead_id WHERE i.portfolio = $1 AND i.kind = $2 AND i.value = $3`,
					[portfolio, identity.kind, identity.value, leadId],
				);
				return holder.own === 1 ? { result: 'known' as const } : { result: 'taken' as const, leadId: holder.lead_id };
			});
		},

		async giveIdentity(portfolio, leadId, { kind, value }) {
			const { changes } = await withReferences(
				sql,
				{ portfolio, leadId },
				async (step) =>
					await step.run('UPDATE identities SET lead_id = $4 WHERE portfolio = $1 AND kind = $2 AND value = $3', [
						portfolio,
						kind,
						value,
						leadId,
					]),
			);
			return changes > 0;
		},

		async identities(leadId) {
			const rows = await sql.all<Identity>(
				`SELECT i.kind, i.value FROM identities i JOIN leads l ON l.portfolio = i.portfolio AND l.id = i.lead_id
				WHERE l.id IN ${groupOf('$1')} ORDER BY i.added_at, i.kind, i.value`,
				[leadId],
			);
			return rows.map(({ kind, value }) => ({ kind, value }));
		},

		async count(portfolio) {
			const { count } = await one<{ count: number }>(
				sql,
				'SELECT COUNT(*) AS count FROM leads WHERE portfolio = $1 AND merged_into IS NULL AND erased_at IS NULL',
				[portfolio],
			);
			return count;
		},
	};
}

interface HolderRow extends Identity {
	lead_id: string;
}

function holders({ dialect }: Sql, wanted: string): string {
	return `SELECT i.kind, i.value, COALESCE(l.merged_into, i.lead_id) AS lead_id FROM identities i LEFT JOIN leads l ${dialect.through('leads_merged_by_id')} ON l.id = i.lead_id AND l.merged_into IS NOT NULL
		WHERE i.portfolio = $1 AND ${wanted}`;
}

/** With more alternatives than that SQLite would rather read the whole table. */
const ONE_BY_ONE = 12;

/** One look-up in the primary key for each: as fast at a million leads as at ten. */
async function holdersOf(sql: Sql, portfolio: string, identities: readonly Identity[]): Promise<HolderRow[]> {
	const each = identities.map((_, index) => `(i.kind = $${index * 2 + 2} AND i.value = $${index * 2 + 3})`);
	return await sql.all<HolderRow>(holders(sql, `(${each.join(' OR ')})`), [
		portfolio,
		...identities.flatMap(({ kind, value }) => [kind, value]),
	]);
}

async function holdersOfMany(sql: Sql, portfolio: string, identities: readonly Identity[]): Promise<HolderRow[]> {
	const rows: HolderRow[] = [];
	for (const kind of new Set(identities.map((identity) => identity.kind))) {
		const values = identities.flatMap((identity) => (identity.kind === kind ? [identity.value] : []));
		rows.push(
			...(await forMany<HolderRow>(sql, [portfolio, kind], values, (list) => holders(sql, `i.kind = $2 AND i.value IN (${list})`))),
		);
	}
	return rows;
}

/** What is inserted for an identity. */
export function identityRow(portfolio: string, leadId: string, { kind, value }: Identity, now: number) {
	requireWord(IDENTITY_KINDS, kind, 'The kind of an identity');
	return { portfolio, kind, value, lead_id: leadId, added_at: now };
}

/** One spelling of kind and value. */
export function identityName({ kind, value }: Identity): string {
	return `${kind} ${value}`;
}

export function distinct(identities: readonly Identity[]): Identity[] {
	return [...new Map(identities.map((identity) => [identityName(identity), identity])).values()];
}

function byId(a: StoredLead, b: StoredLead): number {
	return a.id < b.id ? -1 : 1;
}
