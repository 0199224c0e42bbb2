import type { InquiryFamily, StoredInquiry } from '../port/inquiries';
import { fromJson, insert, toJson } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { one } from '../sql/one';
import { unknownRecord, withReferences } from '../sql/references';
import type { StatementContext } from './context';
import { moveInquiry } from './inquiryMove';
import { groupOf, standsFor } from './leadGroup';

interface Row {
	id: string;
	inquiry: string;
	lead_id: string | null;
	recorded_at: number;
}

interface TouchRow {
	lead_id: string;
	inquiry_id: string;
	channel: string;
	source: string;
	campaign: string | null;
	at: number;
}

const COLUMNS = 'id, inquiry, lead_id, recorded_at';
/** As COLUMNS, for an inquiry whose lead may have been merged since. */
const FOLLOWED = `id, inquiry, ${standsFor('inquiries.lead_id')} AS lead_id, recorded_at`;

export function makeInquiries(sql: Sql, { clock, ids }: StatementContext): InquiryFamily {
	return {
		async record(inquiry) {
			const { portfolio, provider, providerId } = inquiry;
			const row = {
				id: ids.next('inquiry'),
				portfolio,
				provider,
				provider_id: providerId,
				inquiry: toJson(inquiry),
				recorded_at: clock.now(),
			};
			return await withReferences(sql, { portfolio }, async (step) => {
				const created = await step.get<Row>(
					...insert('inquiries', row, `ON CONFLICT (portfolio, provider, provider_id) DO NOTHING RETURNING ${COLUMNS}`),
				);
				if (created !== null) return { inquiry: toInquiry(created), created: true };
				const known = await one<Row>(
					step,
					`SELECT ${FOLLOWED} FROM inquiries WHERE portfolio = $1 AND provider = $2 AND provider_id = $3`,
					[portfolio, provider, providerId],
				);
				return { inquiry: toInquiry(known), created: false };
			});
		},

		async get(id) {
			const row = await sql.get<Row>(`SELECT ${FOLLOWED} FROM inquiries WHERE id = $1`, [id]);
			return row && toInquiry(row);
		},

		async setLead(id, leadId) {
			const { changes } = await withReferences(
				sql,
				{ leadId },
				async (step) => await step.run('UPDATE inquiries SET lead_id = $2 WHERE id = $1', [id, leadId]),
			);
			if (changes === 0) throw unknownRecord('inquiry', id);
		},

		async moveTo(id, leadId) {
			await moveInquiry(sql, id, leadId);
		},

		async listByLead(leadId) {
			const rows = await sql.all<Row>(`SELECT ${FOLLOWED} FROM inquiries WHERE lead_id IN ${groupOf('$1')} ORDER BY recorded_at, id`, [leadId]);
			return rows.map(toInquiry);
		},

		async addTouch({ leadId, inquiryId, channel, source, campaign, at }) {
			const row = { inquiry_id: inquiryId, lead_id: leadId, channel, source, campaign, at };
			await withReferences(
				sql,
				{ leadId, inquiryId },
				async (step) => await step.run(...insert('touches', row, 'ON CONFLICT (inquiry_id) DO NOTHING')),
			);
		},

		async touches(leadId) {
			const rows = await sql.all<TouchRow>(
				`SELECT ${standsFor('touches.lead_id')} AS lead_id, inquiry_id, channel, source, campaign, at FROM touches
				WHERE lead_id IN ${groupOf('$1')} ORDER BY at, inquiry_id`,
				[leadId],
			);
			return rows.map((row) => ({
				leadId: row.lead_id,
				inquiryId: row.inquiry_id,
				channel: row.channel,
				source: row.source,
				campaign: row.campaign,
				at: row.at,
			}));
		},
	};
}

function toInquiry(row: Row): StoredInquiry {
	return { id: row.id, inquiry: fromJson(row.inquiry), leadId: row.lead_id, recordedAt: row.recorded_at };
}
