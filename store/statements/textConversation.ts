import type { Millis } from '../../leasing/time';
import type { ConversationQuery, NewReceivedText, ReceivedText, StoredText } from '../port/texts';
import { insert } from '../sql/columns';
import type { Param, Sql } from '../sql/executor';
import { one } from '../sql/one';
import { withReferences } from '../sql/references';
import type { StatementContext } from './context';
import { COLUMNS, receivedColumns, toReceived, toText, type Row } from './textRow';

/** Keeps what a renter wrote, once per provider and its id. */
export async function receive(
	sql: Sql,
	{ clock, ids }: StatementContext,
	text: NewReceivedText,
): Promise<{ text: ReceivedText; created: boolean }> {
	const { portfolio, provider, providerId, leadId, inquiryId } = text;
	const now = clock.now();
	const row = { id: ids.next('text'), ...receivedColumns(text), created_at: now, updated_at: now };
	return await withReferences(sql, { portfolio, leadId, inquiryId }, async (step) => {
		const created = await step.get<Row>(...insert('texts', row, `ON CONFLICT (provider, provider_id) DO NOTHING RETURNING ${COLUMNS}`));
		if (created !== null) return { text: toReceived(created), created: true };
		const known = await one<Row>(step, `SELECT ${COLUMNS} FROM texts WHERE provider = $1 AND provider_id = $2`, [provider, providerId]);
		return { text: toReceived(known), created: false };
	});
}

/** The newest texts between a number and our lines, read backwards along the index and given forwards. */
export async function conversation(sql: Sql, query: ConversationQuery): Promise<Array<StoredText | ReceivedText>> {
	const { portfolio, phone, line, before, limit } = query;
	const params: Param[] = [portfolio, phone, limit];
	let conditions = '';
	if (line !== undefined) conditions += ` AND line = $${params.push(line)}`;
	if (before !== undefined) conditions += ` AND (at, id) < ($${params.push(before.at)}, $${params.push(before.id)})`;
	const rows = await sql.all<Row>(
		`SELECT ${COLUMNS} FROM texts WHERE portfolio = $1 AND phone = $2${conditions} ORDER BY at DESC, id DESC LIMIT $3`,
		params,
	);
	return rows.reverse().map((row) => (row.direction === 'in' ? toReceived(row) : toText(row)));
}

export async function hasWritten(sql: Sql, portfolio: string, phone: string): Promise<boolean> {
	const row = await sql.get("SELECT 1 AS found FROM texts WHERE portfolio = $1 AND phone = $2 AND direction = 'in' LIMIT 1", [
		portfolio,
		phone,
	]);
	return row !== null;
}

/** Reads the texts of that time to strangers alone: they have an index to themselves. */
export async function countToStrangers(sql: Sql, portfolio: string, since: Millis, line?: string): Promise<number> {
	const params: Param[] = [portfolio, since];
	const ofLine = line === undefined ? '' : ` AND line = $${params.push(line)}`;
	const { count } = await one<{ count: number }>(
		sql,
		`SELECT COUNT(*) AS count FROM texts WHERE portfolio = $1 AND attempted_at >= $2 AND to_stranger = 1 AND attempted_at IS NOT NULL${ofLine}`,
		params,
	);
	return count;
}
