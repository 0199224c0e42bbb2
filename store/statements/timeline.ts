import { TIMELINE_KINDS } from '../../leasing/timeline/kinds';
import type { NewTimelineEntry, TimelineEntry, TimelineFamily } from '../port/timeline';
import { fromJson, insert, toJson } from '../sql/columns';
import type { Param, Sql } from '../sql/executor';
import { withReferences } from '../sql/references';
import type { StatementContext } from './context';
import { groupOf } from './leadGroup';
import { requireWord } from './words';

interface Row {
	id: string;
	portfolio: string;
	lead_id: string | null;
	call_id: string | null;
	inquiry_id: string | null;
	at: number;
	kind: TimelineEntry['kind'];
	sentence: string;
	reasons: string;
	data: string | null;
}

const COLUMNS = 'id, portfolio, lead_id, call_id, inquiry_id, at, kind, sentence, reasons, data';

export function makeTimeline(sql: Sql, { ids }: StatementContext): TimelineFamily {
	return {
		async add(entry) {
			const { portfolio, leadId, callId } = entry;
			const row = entryRow(entry, ids.next('entry'));
			await withReferences(sql, { portfolio, leadId, callId }, async (step) => await step.run(...insert('timeline', row)));
		},

		async ofLead(leadId) {
			// Through the calls, so that what happened to a call before we knew whose it was is part of the story. Two look-ups put
			// together: for one with OR, Postgres would read the whole table.
			const rows = await sql.all<Row>(
				`SELECT ${COLUMNS} FROM timeline
				WHERE id IN (
					SELECT id FROM timeline WHERE lead_id IN ${groupOf('$1')}
					UNION SELECT of_call.id FROM calls JOIN timeline of_call ON of_call.call_id = calls.id WHERE calls.lead_id IN ${groupOf('$1')}
				)
				ORDER BY at, id`,
				[leadId],
			);
			return rows.map(toEntry);
		},

		async ofInquiry(inquiryId) {
			const rows = await sql.all<Row>(`SELECT ${COLUMNS} FROM timeline WHERE inquiry_id = $1 ORDER BY at, id`, [inquiryId]);
			return rows.map(toEntry);
		},

		async ofCall(callId) {
			const rows = await sql.all<Row>(`SELECT ${COLUMNS} FROM timeline WHERE call_id = $1 ORDER BY at, id`, [callId]);
			return rows.map(toEntry);
		},

		async ofKind({ portfolio, kind, from, before, limit }) {
			const params: Param[] = [portfolio, kind, limit];
			let conditions = '';
			if (from !== undefined) conditions += ` AND at >= $${params.push(from)}`;
			if (before !== undefined) conditions += ` AND (at, id) < ($${params.push(before.at)}, $${params.push(before.id)})`;
			// The words of the partial index `timeline_by_kind`.
			const rows = await sql.all<Row>(
				`SELECT ${COLUMNS} FROM timeline
				WHERE portfolio = $1 AND kind = $2 AND kind <> 'inquiry' AND kind <> 'match'${conditions} ORDER BY at DESC, id DESC LIMIT $3`,
				params,
			);
			return rows.map(toEntry);
		},
	};
}

/** What is inserted for a new entry. */
export function entryRow(entry: NewTimelineEntry, id: string) {
	requireWord(TIMELINE_KINDS, entry.kind, 'The kind of a timeline entry');
	return {
		id,
		portfolio: entry.portfolio,
		lead_id: entry.leadId,
		call_id: entry.callId,
		inquiry_id: entry.inquiryId ?? null,
		at: entry.at,
		kind: entry.kind,
		sentence: entry.sentence,
		reasons: toJson(entry.reasons),
		data: entry.data === undefined ? null : toJson(entry.data),
	};
}

function toEntry(row: Row): TimelineEntry {
	return {
		id: row.id,
		portfolio: row.portfolio,
		leadId: row.lead_id,
		callId: row.call_id,
		at: row.at,
		kind: row.kind,
		sentence: row.sentence,
		reasons: fromJson(row.reasons),
		...(row.inquiry_id === null ? {} : { inquiryId: row.inquiry_id }),
		...(row.data === null ? {} : { data: fromJson<unknown>(row.data) }),
	};
}
