import { LEAD_STATUSES } from '../../leasing/pipeline/status';
import { StoreError } from '../port/errors';
import type { LeadListQuery, LeadPage, StoredLead } from '../port/leads';
import type { Param, Sql } from '../sql/executor';
import { COLUMNS, toLead, type Row } from './leadRow';

/** The place of a lead in the list: when its next action is due, and its id. */
type Place = [dueAt: number, id: string];

/**
 * The statements behind `leads.list`: each walks along one index and stops at the limit. Without an owner there is one for each
 * status, because the index begins with it; their first leads put together are the first of all.
 */
export async function listLeads(sql: Sql, query: LeadListQuery): Promise<LeadPage> {
	const after = query.after === undefined ? null : readPlace(query.after);
	const statuses = [...new Set(query.statuses ?? LEAD_STATUSES)];
	const found: StoredLead[] = [];
	if (query.owner === undefined) {
		for (const status of statuses) found.push(...(await walk(sql, query, after, ['status', status])));
	} else if (query.statuses === undefined) {
		found.push(...(await walk(sql, query, after, ['owner', query.owner])));
	} else {
		for (const status of statuses) found.push(...(await walk(sql, query, after, ['owner', query.owner], status)));
	}
	const inOrder = found.sort((a, b) => a.nextActionAt - b.nextActionAt || (a.id < b.id ? -1 : 1));
	const leads = inOrder.slice(0, query.limit);
	const last = leads.at(-1);
	return { leads, next: last !== undefined && inOrder.length > leads.length ? writePlace([last.nextActionAt, last.id]) : null };
}

/** One more than asked for, which tells whether there is another page. */
async function walk(
	sql: Sql,
	{ portfolio, limit, dueBy }: LeadListQuery,
	after: Place | null,
	[column, value]: [column: 'status' | 'owner', value: string],
	status?: string,
): Promise<StoredLead[]> {
	const params: Param[] = [portfolio, value, limit + 1];
	let conditions = '';
	if (status !== undefined) conditions += ` AND status = $${params.push(status)}`;
	if (dueBy !== undefined) conditions += ` AND next_action_at <= $${params.push(dueBy)}`;
	if (after !== null) {
		const [dueAt, id] = after;
		conditions += ` AND (next_action_at, id) > ($${params.push(dueAt)}, $${params.push(id)})`;
	}
	const rows = await sql.all<Row>(
		`SELECT ${COLUMNS} FROM leads ${sql.dialect.through(`leads_by_${column}`)}
		WHERE portfolio = $1 AND ${column} = $2 AND merged_into IS NULL AND erased_at IS NULL${conditions} ORDER BY next_action_at, id LIMIT $3`,
		params,
	);
	return rows.map(toLead);
}

function writePlace(place: Place): string {
	return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readPlace(text: string): Place {
	try {
		const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
		if (Array.isArray(place) && typeof place[0] === 'number' && typeof place[1] === 'string') return [place[0], place[1]];
	} catch {
		// Said below.
	}
	throw new StoreError(
		'constraint',
		'This is not the end of a page of leads. Give `after` as the page before gave `next`, or leave it out.',
	);
}
