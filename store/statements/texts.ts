import { furthest } from '../../leasing/lease';
import { SECOND } from '../../leasing/time';
import type { TextFamily } from '../port/texts';
import { insert, toJson } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { one } from '../sql/one';
import { withReferences } from '../sql/references';
import type { StatementContext } from './context';
import { groupOf } from './leadGroup';
import { applyDelivery } from './textDelivery';
import { conversation, countToStrangers, hasWritten, receive } from './textConversation';
import { COLUMNS, toColumns, toText, type Row } from './textRow';

/**
 * How long a `planned` text stays with whoever planned it before a sweep takes it for left behind. Planning and claiming are
 * milliseconds apart; half a minute is long enough for a slow machine, and short enough that after a crash the renter still gets
 * the text while the call is fresh. Too short would only cost a lost claim, never a second text.
 */
export const PLANNED_LEFT_BEHIND_AFTER = 30 * SECOND;

/** Texts that we sent or meant to send; those that came in are told of by `conversation` alone. */
const OURS = "direction = 'out'";

/** Guards every end of a claim: a claimer that was too slow cannot finish what somebody else has taken over. */
const STILL_MINE = "id = $1 AND claimed_by = $2 AND state = 'claimed'";

export function makeTexts(sql: Sql, context: StatementContext): TextFamily {
	const { clock, ids } = context;
	return {
		async plan(text) {
			const now = clock.now();
			const row = { id: ids.next('text'), ...toColumns(text), created_at: now, updated_at: now };
			return await withReferences(sql, { portfolio: text.portfolio, leadId: text.leadId, callId: text.callId }, async (step) => {
				const created = await step.get<Row>(
					...insert('texts', row, `ON CONFLICT (portfolio, key) DO NOTHING RETURNING ${COLUMNS}`),
				);
				if (created !== null) return { text: toText(created), created: true };
				const known = await one<Row>(step, `SELECT ${COLUMNS} FROM texts WHERE portfolio = $1 AND key = $2`, [
					text.portfolio,
					text.key,
				]);
				return { text: toText(known), created: false };
			});
		},

		async get(id) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM texts WHERE id = $1 AND ${OURS}`, [id]);
			return row && toText(row);
		},

		async byKey(portfolio, key) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM texts WHERE portfolio = $1 AND key = $2 AND ${OURS}`, [portfolio, key]);
			return row && toText(row);
		},

		async byProviderId(provider, providerId) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM texts WHERE provider = $1 AND provider_id = $2 AND ${OURS}`, [
				provider,
				providerId,
			]);
			return row && toText(row);
		},

		receive: async (text) => await receive(sql, context, text),
		conversation: async (query) => await conversation(sql, query),
		hasWritten: async (portfolio, phone) => await hasWritten(sql, portfolio, phone),
		countToStrangers: async (portfolio, since, line) => await countToStrangers(sql, portfolio, since, line),

		async claim(id, claimer, now, until) {
			const row = await sql.get<Row>(
				`UPDATE texts SET taken_over = CASE WHEN state = 'claimed' THEN 1 ELSE 0 END,
					state = 'claimed', claimed_by = $2, claimed_until = $4, updated_at = $3
				WHERE id = $1 AND (state = 'planned' OR (state = 'held' AND due_at <= $3) OR (state = 'claimed' AND (claimed_until <= $3 OR claimed_until > $5)))
				RETURNING ${COLUMNS}`,
				[id, claimer, now, until, furthest(now)],
			);
			return row && { text: toText(row), takenOver: row.taken_over === 1 };
		},

		async holdOn(id, claimer, until) {
			const { changes } = await sql.run(`UPDATE texts SET claimed_until = $3 WHERE ${STILL_MINE}`, [id, claimer, until]);
			return changes === 1;
		},

		async markAttempt(id, claimer, provider, at) {
			const { changes } = await sql.run(
				`UPDATE texts SET attempted_at = $3, at = $3, provider = $4, attempts = attempts + 1, updated_at = $3 WHERE ${STILL_MINE}`,
				[id, claimer, at, provider],
			);
			return changes === 1;
		},

		async markSent(id, claimer, { provider, providerId, providerStatus }, at) {
			// A delivery report may have been quicker than the provider's answer to our request. Then the text has left `claimed` and has
			// this provider id already: it is ours all the same, and must not go back to `sent`.
			const { changes } = await sql.run(
				`UPDATE texts SET
					state = CASE WHEN state = 'claimed' THEN 'sent' ELSE state END,
					provider_status = CASE WHEN state = 'claimed' THEN $4 ELSE provider_status END,
					provider = $6, provider_id = $3, at = COALESCE(sent_at, $5), sent_at = COALESCE(sent_at, $5),
					claimed_by = NULL, claimed_until = NULL, updated_at = $5
				WHERE (${STILL_MINE}) OR (id = $1 AND provider = $6 AND provider_id = $3 AND state IN ('sent', 'delivered', 'failed'))`,
				[id, claimer, providerId, providerStatus, at, provider],
			);
			return changes === 1;
		},

		async release(id, claimer, { state, errorCode, errorMessage, dueAt, expiresAt, guard, reasons }, at) {
			const { changes } = await sql.run(
				`UPDATE texts SET state = $3, error_code = $4, error_message = $5, due_at = COALESCE($6, due_at), at = COALESCE($6, at),
					reasons = COALESCE($7, reasons), expires_at = COALESCE($9, expires_at), guard = COALESCE($10, guard), claimed_by = NULL, claimed_until = NULL, updated_at = $8
				WHERE ${STILL_MINE}`,
				[
					id,
					claimer,
					state,
					errorCode ?? null,
					errorMessage ?? null,
					dueAt ?? null,
					reasons === undefined ? null : toJson(reasons),
					at,
					expiresAt ?? null,
					guard === undefined ? null : toJson(guard),
				],
			);
			return changes === 1;
		},

		async applyDelivery(ref, report, at) {
			return await applyDelivery(sql, ref, report, at);
		},

		async latest(portfolio, phone, line, since) {
			const row = await sql.get<Row>(
				`SELECT ${COLUMNS} FROM texts
				WHERE portfolio = $1 AND phone = $2 AND line = $3 AND at >= $4 AND ${OURS} AND state NOT IN ('not_sent', 'failed')
				ORDER BY at DESC, id DESC LIMIT 1`,
				[portfolio, phone, line, since],
			);
			return row && toText(row);
		},

		async listDue(now, limit, after) {
			const beyond = after === undefined ? '' : 'AND (due_at, id) > ($5, $6)';
			const rows = await sql.all<Row>(
				`SELECT ${COLUMNS} FROM texts
				WHERE due_at <= $1 AND state IN ('planned', 'held', 'claimed')
					AND (state = 'held' OR (state = 'planned' AND updated_at <= $2) OR (state = 'claimed' AND (claimed_until <= $1 OR claimed_until > $4)))
					${beyond}
				ORDER BY due_at, id LIMIT $3`,
				[now, now - PLANNED_LEFT_BEHIND_AFTER, limit, furthest(now), ...(after === undefined ? [] : [after.dueAt, after.id])],
			);
			return rows.map(toText);
		},

		async listByLead(leadId) {
			const rows = await sql.all<Row>(
				`SELECT ${COLUMNS} FROM texts WHERE lead_id IN ${groupOf('$1')} AND ${OURS} ORDER BY created_at, id`,
				[leadId],
			);
			return rows.map(toText);
		},
	};
}
