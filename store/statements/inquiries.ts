import type { Inquiry } from '../../leasing/inquiry/inquiry';
import { NO_FINGERPRINT } from '../../leasing/inquiry/fingerprint';
import type { SentInquiry } from '../../leasing/inquiry/sentKey';
import type { InquiryFamily, StoredInquiry, Touch } from '../port/inquiries';
import { forMany, forManyPairs } from '../sql/bulk';
import { fromJson, insert, toJson } from '../sql/columns';
import type { Param, Sql } from '../sql/executor';
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
	portfolio: string;
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

const TOUCHES = `SELECT portfolio, ${standsFor('touches.lead_id')} AS lead_id, inquiry_id, channel, source, campaign, at FROM touches`;

export function makeInquiries(sql: Sql, { clock, ids }: StatementContext): InquiryFamily {
	return {
		async record(inquiry) {
			const { portfolio } = inquiry;
			const row = inquiryRow(inquiry, ids.next('inquiry'), clock.now());
			return await withReferences(sql, { portfolio }, async (step) => {
				const created = await step.get<Row>(
					...insert(
						'inquiries',
						row,
						`ON CONFLICT (portfolio, provider, provider_id, fingerprint) DO NOTHING RETURNING ${COLUMNS}`,
					),
				);
				if (created !== null) return { inquiry: toInquiry(created), created: true };
				const known = await one<Row>(
					step,
					`SELECT ${FOLLOWED} FROM inquiries WHERE portfolio = $1 AND provider = $2 AND provider_id = $3 AND fingerprint = $4`,
					[portfolio, row.provider, row.provider_id, row.fingerprint],
				);
				return { inquiry: toInquiry(known), created: false };
			});
		},

		async find(portfolio, sent) {
			const ids: string[] = [];
			for (const [provider, pairs] of byProvider(sent)) {
				const rows = await forManyPairs<{ id: string | null }>(sql, [portfolio, provider], pairs, idsText);
				ids.push(...rows.flatMap(({ id }) => id ?? []));
			}
			const rows = await forMany<Row>(sql, [], ids, (list) => `SELECT ${FOLLOWED} FROM inquiries WHERE id IN (${list})`);
			const found = rows.map(toInquiry);
			return inOrder(found, sent);
		},

		async sharedIds(portfolio, sent) {
			const shared: SentInquiry[] = [];
			for (const [provider, pairs] of byProvider(sent.filter(({ fingerprint }) => fingerprint !== NO_FINGERPRINT))) {
				const rows = await forManyPairs<{ provider_id: string; fingerprint: string }>(
					sql,
					[portfolio, provider],
					pairs,
					sharedText,
				);
				shared.push(...rows.map((row) => ({ provider, providerId: row.provider_id, fingerprint: row.fingerprint })));
			}
			return shared;
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
			const rows = await sql.all<Row>(
				`SELECT ${FOLLOWED} FROM inquiries WHERE lead_id IN ${groupOf('$1')} ORDER BY recorded_at, id`,
				[leadId],
			);
			return rows.map(toInquiry);
		},

		async addTouch(touch) {
			const { portfolio, leadId, inquiryId } = touch;
			await withReferences(
				sql,
				{ portfolio, leadId, inquiryId },
				async (step) => await step.run(...insert('touches', touchRow(touch), 'ON CONFLICT (inquiry_id) DO NOTHING')),
			);
		},

		async touches(leadId) {
			const rows = await sql.all<TouchRow>(`${TOUCHES} WHERE lead_id IN ${groupOf('$1')} ORDER BY at, inquiry_id`, [leadId]);
			return rows.map(toTouch);
		},

		async touchesBetween({ portfolio, from, to, after, limit }) {
			const params: Param[] = [portfolio, from, to, limit];
			const onwards =
				after === undefined ? '' : ` AND (at, inquiry_id) > ($${params.push(after.at)}, $${params.push(after.inquiryId)})`;
			const rows = await sql.all<TouchRow>(
				`${TOUCHES} WHERE portfolio = $1 AND at >= $2 AND at < $3${onwards} ORDER BY at, inquiry_id LIMIT $4`,
				params,
			);
			return rows.map(toTouch);
		},
	};
}

/** What is inserted for a new inquiry. */
export function inquiryRow(inquiry: Inquiry, id: string, now: number) {
	const { portfolio, provider, providerId, fingerprint } = inquiry;
	return {
		id,
		portfolio,
		provider,
		provider_id: providerId,
		fingerprint,
		inquiry: toJson(inquiry),
		recorded_at: now,
	};
}

export function touchRow({ portfolio, leadId, inquiryId, channel, source, campaign, at }: Touch) {
	return { inquiry_id: inquiryId, portfolio, lead_id: leadId, channel, source, campaign, at };
}

function toTouch(row: TouchRow): Touch {
	return {
		portfolio: row.portfolio,
		leadId: row.lead_id,
		inquiryId: row.inquiry_id,
		channel: row.channel,
		source: row.source,
		campaign: row.campaign,
		at: row.at,
	};
}

function inOrder(found: readonly StoredInquiry[], sent: readonly SentInquiry[]): StoredInquiry[] {
	const bySender = new Map(found.map((one) => [sentName(one.inquiry), one]));
	return [...new Set(sent.map(sentName))].flatMap((name) => bySender.get(name) ?? []);
}

/** One spelling for who sent an inquiry under which id. */
export function sentName({ provider, providerId, fingerprint }: SentInquiry): string {
	return JSON.stringify([provider, providerId, fingerprint]);
}

/**
 * By id and person, as somebody may have sent one id a thousand times. One by one, in both statements: Postgres would otherwise read all
 * of a provider's when it believes that these are few, as before the first list.
 */
function idsText(list: string): string {
	return `WITH sent (provider_id, fingerprint) AS (VALUES ${list})
		SELECT (
			SELECT one.id FROM inquiries AS one WHERE one.portfolio = $1 AND one.provider = $2
				AND one.provider_id = sent.provider_id AND one.fingerprint = sent.fingerprint
		) AS id FROM sent`;
}

/** The first other row of an id is enough. */
function sharedText(list: string): string {
	return `WITH sent (provider_id, fingerprint) AS (VALUES ${list})
		SELECT provider_id, fingerprint FROM sent WHERE (
			SELECT 1 FROM inquiries AS other WHERE other.portfolio = $1 AND other.provider = $2
				AND other.provider_id = sent.provider_id AND other.fingerprint <> sent.fingerprint LIMIT 1
		) IS NOT NULL`;
}

function byProvider(sent: readonly SentInquiry[]): Map<string, Array<[id: string, fingerprint: string]>> {
	const groups = new Map<string, Array<[string, string]>>();
	for (const { provider, providerId, fingerprint } of sent) {
		const pairs = groups.get(provider) ?? [];
		if (pairs.push([providerId, fingerprint]) === 1) groups.set(provider, pairs);
	}
	return groups;
}

function toInquiry(row: Row): StoredInquiry {
	return { id: row.id, inquiry: fromJson(row.inquiry), leadId: row.lead_id, recordedAt: row.recorded_at };
}
