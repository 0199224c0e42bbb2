import type { Identity } from '../../leasing/match/match';
import { LEAD_STATUSES, type LeadFamily } from '../port/leads';
import { StoreError } from '../port/errors';
import { insert } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { one } from '../sql/one';
import { unknownLead, withReferences } from '../sql/references';
import type { StatementContext } from './context';
import { groupOf, standsFor } from './leadGroup';
import { COLUMNS, toColumns, toLead, type Row } from './leadRow';
import { searchStatement } from './leadSearch';

export function makeLeads(sql: Sql, { clock, ids }: StatementContext): LeadFamily {
	return {
		async create(lead) {
			requireStatus(lead.status);
			const now = clock.now();
			const row = { id: ids.next('lead'), portfolio: lead.portfolio, ...toColumns(lead), created_at: now, updated_at: now };
			return await withReferences(sql, { portfolio: lead.portfolio }, async (step) =>
				toLead(await one<Row>(step, ...insert('leads', row, `RETURNING ${COLUMNS}`))),
			);
		},

		async get(id) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM leads WHERE id = ${standsFor('$1')}`, [id]);
			return row && toLead(row);
		},

		async update(id, patch) {
			if (patch.status !== undefined) requireStatus(patch.status);
			return await sql.oneWrite(async (step) => {
				const before = await step.get<Row>(`SELECT ${COLUMNS} FROM leads WHERE id = ${standsFor('$1')} ${step.dialect.forUpdate}`, [id]);
				if (before === null) throw unknownLead(id);
				const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
				const columns = { ...toColumns({ ...toLead(before), ...given }), updated_at: clock.now() };
				const assignments = Object.keys(columns).map((name, index) => `${name} = $${index + 2}`);
				const row = await one<Row>(step, `UPDATE leads SET ${assignments.join(', ')} WHERE id = $1 RETURNING ${COLUMNS}`, [
					before.id,
					...Object.values(columns),
				]);
				return toLead(row);
			});
		},

		async search(query) {
			const rows = await sql.all<Row>(...searchStatement(query));
			return rows.map(toLead);
		},

		async findByIdentities(portfolio, identities) {
			if (identities.length === 0) return [];
			// One look-up in the primary key for each: as fast at a million leads as at ten.
			const wanted = identities.map((_, index) => `(i.kind = $${index * 2 + 2} AND i.value = $${index * 2 + 3})`);
			const rows = await sql.all<{ kind: Identity['kind']; value: string; lead_id: string }>(
				`SELECT i.kind, i.value, COALESCE(l.merged_into, i.lead_id) AS lead_id FROM identities i LEFT JOIN leads l ${sql.dialect.through('leads_merged_by_id')} ON l.id = i.lead_id AND l.merged_into IS NOT NULL
				WHERE i.portfolio = $1 AND (${wanted.join(' OR ')})`,
				[portfolio, ...identities.flatMap(({ kind, value }) => [kind, value])],
			);
			// In the order in which the caller asked, so that the result does not depend on the back end.
			return identities.flatMap((identity, index) => {
				const isRepeat = identities.findIndex((other) => same(other, identity)) < index;
				const row = isRepeat ? undefined : rows.find((candidate) => same(candidate, identity));
				return row === undefined ? [] : [{ identity: { kind: row.kind, value: row.value }, leadId: row.lead_id }];
			});
		},

		async addIdentity(portfolio, leadId, identity) {
			const row = { portfolio, kind: identity.kind, value: identity.value, lead_id: leadId, added_at: clock.now() };
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
				async (step) => await step.run('UPDATE identities SET lead_id = $4 WHERE portfolio = $1 AND kind = $2 AND value = $3', [portfolio, kind, value, leadId]),
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
			const { count } = await one<{ count: number }>(sql, 'SELECT COUNT(*) AS count FROM leads WHERE portfolio = $1 AND merged_into IS NULL', [portfolio]);
			return count;
		},
	};
}

function same(a: Identity, b: Identity): boolean {
	return a.kind === b.kind && a.value === b.value;
}

/** The database refuses it too; this sentence names the words that it takes. */
function requireStatus(status: string): void {
	if (LEAD_STATUSES.some((known) => known === status)) return;
	throw new StoreError('constraint', `A lead's status cannot be "${status}". Use one of: ${LEAD_STATUSES.join(', ')}.`);
}
