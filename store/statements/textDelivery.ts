import { isFinal, statesBefore } from '../../leasing/text/state';
import type { Millis } from '../../leasing/time';
import type { TextFamily } from '../port/texts';
import { placeholders } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { one } from '../sql/one';
import { COLUMNS, toText, type Row } from './textRow';

type Delivery = TextFamily['applyDelivery'];

/**
 * Applies a delivery report in one step; forward only (leasing/text/state.ts).
 *
 * A report that names another message than the one we know for this text changes nothing: it belongs to an earlier attempt, and
 * the caller sees the two ids differ.
 */
export async function applyDelivery(
	sql: Sql,
	ref: Parameters<Delivery>[0],
	report: Parameters<Delivery>[1],
	at: Millis,
): ReturnType<Delivery> {
	const [where, params] = 'id' in ref ? ['id = $1', [ref.id]] : ['provider = $1 AND provider_id = $2', [report.provider, ref.providerId]];
	return await sql.atomically(async (step) => {
		const before = await step.get<Row>(
			`SELECT ${COLUMNS} FROM texts WHERE ${where} AND direction = 'out' ${step.dialect.forUpdate}`,
			params,
		);
		if (before === null) return null;
		if (before.provider_id !== null && (before.provider_id !== report.providerId || before.provider !== report.provider))
			return { text: toText(before), changed: false };

		const moved = await moveForward(step, before.id, report, at);
		if (moved !== null) return { text: toText(moved), changed: true };
		const text = toText(before);
		if (isFinal(text.state)) return { text, changed: false };
		return { text: toText(await noteWord(step, before.id, report, at)), changed: false };
	});
}

async function moveForward(sql: Sql, id: string, report: Parameters<Delivery>[1], at: Millis): Promise<Row | null> {
	const from = statesBefore(report.state);
	if (from.length === 0) return null;
	return await sql.get<Row>(
		`UPDATE texts SET state = $2, provider_id = $3, provider_status = $4, error_code = $5, error_message = $6,
			sent_at = CASE WHEN $2 IN ('sent', 'delivered') THEN COALESCE(sent_at, $7) ELSE sent_at END,
			delivered_at = CASE WHEN $2 = 'delivered' THEN $7 ELSE delivered_at END,
			provider = $8, claimed_by = NULL, claimed_until = NULL, updated_at = $7
		WHERE id = $1 AND state IN (${placeholders(from.length, 9)}) RETURNING ${COLUMNS}`,
		[id, report.state, report.providerId, report.providerStatus, report.errorCode, report.errorMessage, at, report.provider, ...from],
	);
}

/** The state stays, but the provider's word (`queued`, `sending`, …) and the message's id are worth keeping. */
async function noteWord(sql: Sql, id: string, report: Parameters<Delivery>[1], at: Millis): Promise<Row> {
	return await one<Row>(
		sql,
		`UPDATE texts SET provider_id = $2, provider_status = $3, updated_at = $4, provider = $5 WHERE id = $1 RETURNING ${COLUMNS}`,
		[id, report.providerId, report.providerStatus, at, report.provider],
	);
}
