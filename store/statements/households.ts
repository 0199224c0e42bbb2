import type { HouseholdFamily } from '../port/households';
import { insert } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { unknownLead, withReferences } from '../sql/references';
import type { StatementContext } from './context';
import { groupOf, standsFor } from './leadGroup';

export function makeHouseholds(sql: Sql, { ids }: StatementContext): HouseholdFamily {
	/** The household of a lead, or of a lead that was merged into it. */
	const of = async (step: Sql, leadId: string) =>
		await step.get<{ household_id: string }>(
			`SELECT household_id FROM household_leads WHERE (portfolio, lead_id) IN (SELECT portfolio, id FROM leads WHERE id IN ${groupOf('$1')}) ORDER BY added_at, lead_id LIMIT 1`,
			[leadId],
		);
	const members = async (step: Sql, portfolio: string, household: string) =>
		await step.all<{ id: string }>(
			`SELECT DISTINCT COALESCE(l.merged_into, l.id) AS id FROM household_leads h JOIN leads l ON l.id = h.lead_id
			WHERE h.portfolio = $1 AND h.household_id = $2 ORDER BY 1`,
			[portfolio, household],
		);

	return {
		async join(leadIds, by, at) {
			return await sql.atomically(async (step) => {
				const leads: Array<{ id: string; portfolio: string }> = [];
				for (const id of leadIds) {
					const lead = await step.get<{ id: string; portfolio: string }>(
						`SELECT id, portfolio FROM leads WHERE id = ${standsFor('$1')}`,
						[id],
					);
					if (lead === null) throw unknownLead(id);
					leads.push(lead);
				}
				const [first, second] = leads;
				if (first === undefined || second === undefined) return [];
				const { portfolio } = first;
				const known = (await of(step, first.id)) ?? (await of(step, second.id));
				const household = known?.household_id ?? ids.next('household');
				const other = (await of(step, second.id))?.household_id;
				if (other !== undefined && other !== household) {
					await step.run('UPDATE household_leads SET household_id = $3 WHERE portfolio = $1 AND household_id = $2', [
						portfolio,
						other,
						household,
					]);
				}
				for (const { id } of leads) {
					const row = { portfolio, lead_id: id, household_id: household, added_by: by, added_at: at };
					await withReferences(
						step,
						{ portfolio, leadId: id },
						async (write) => await write.run(...insert('household_leads', row, 'ON CONFLICT (portfolio, lead_id) DO NOTHING')),
					);
				}
				return (await members(step, portfolio, household)).map(({ id }) => id);
			});
		},

		async leave(leadId) {
			const { changes } = await sql.run(
				`DELETE FROM household_leads WHERE (portfolio, lead_id) IN (SELECT portfolio, id FROM leads WHERE id IN ${groupOf('$1')})`,
				[leadId],
			);
			return changes > 0;
		},

		async others(leadId) {
			return await sql.atomically(async (step) => {
				const lead = await step.get<{ id: string; portfolio: string }>(
					`SELECT id, portfolio FROM leads WHERE id = ${standsFor('$1')}`,
					[leadId],
				);
				const household = lead && (await of(step, lead.id));
				if (lead === null || household === null) return [];
				const all = await members(step, lead.portfolio, household.household_id);
				return all.map(({ id }) => id).filter((id) => id !== lead.id);
			});
		},
	};
}
