import { furthest } from '../../leasing/lease';
import type { StoredWork, WorkFamily } from '../port/work';
import { andEquals, fromJson, placeholders } from '../sql/columns';
import type { Param, Sql } from '../sql/executor';
import type { StatementContext } from './context';
import { putWork } from './workPut';

interface Row {
	id: string;
	portfolio: string | null;
	kind: string;
	key: string;
	payload: string;
	due_at: number;
	state: StoredWork['state'];
	attempts: number;
	claimed_by: string | null;
	claimed_until: number | null;
	last_error: string | null;
	created_at: number;
	finished_at: number | null;
}

const COLUMNS = `id, portfolio, kind, key, payload, due_at, state, attempts, claimed_by, claimed_until, last_error, created_at,
	finished_at`;

const NOTHING_NEXT = 'next_payload = NULL, next_due_at = NULL';
/** What was put under the key while a claim was in force is what a claimer gets who takes over from it. */
const TAKEN_UP = `payload = COALESCE(next_payload, payload), due_at = COALESCE(next_due_at, due_at), ${NOTHING_NEXT}`;

/** Guards every end of a claim, as in events.ts. */
const STILL_MINE = "id = $1 AND claimed_by = $2 AND state = 'claimed'";

export function makeWork(sql: Sql, context: StatementContext): WorkFamily {
	return {
		put: async (work, mode, now) => await putWork(sql, context, work, mode, now),

		add: async (work) => (await putWork(sql, context, work, 'keep', context.clock.now())) === 'added',

		async claim(kinds, claimer, limit, now, until) {
			if (kinds.length === 0) return [];
			const rows = await sql.all<Row>(
				// Picked once, as in events.ts.
				`WITH picked AS MATERIALIZED (
					SELECT id FROM work
					WHERE kind IN (${placeholders(kinds.length, 6)}) AND due_at <= $3 AND state IN ('waiting', 'claimed')
						AND (state = 'waiting' OR ((claimed_until <= $3 OR claimed_until > $5) AND (next_due_at IS NULL OR next_due_at <= $3)))
					ORDER BY due_at, id LIMIT $2 ${sql.dialect.skipLocked}
				)
				UPDATE work SET state = 'claimed', claimed_by = $1, claimed_until = $4, ${TAKEN_UP}, due_within = COALESCE(due_within, 0),
					attempts = CASE WHEN next_payload IS NULL THEN attempts + 1 ELSE 1 END
				WHERE id IN (SELECT id FROM picked)
				RETURNING ${COLUMNS}`,
				[claimer, limit, now, until, furthest(now), ...kinds],
			);
			return rows.map(toWork).sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
		},

		async heartbeat(workIds, claimer, until) {
			if (workIds.length === 0) return 0;
			const { changes } = await sql.run(
				`UPDATE work SET claimed_until = $2 WHERE claimed_by = $1 AND state = 'claimed' AND id IN (${placeholders(workIds.length, 3)})`,
				[claimer, until, ...workIds],
			);
			return changes;
		},

		async finish(id, claimer, at) {
			const { changes } = await sql.run(
				`UPDATE work SET state = CASE WHEN next_payload IS NULL THEN 'done' ELSE 'waiting' END,
					finished_at = CASE WHEN next_payload IS NULL THEN $3 ELSE finished_at END,
					due_at = CASE WHEN next_payload IS NULL THEN due_at ELSE next_due_at END,
					attempts = CASE WHEN next_payload IS NULL THEN attempts ELSE 0 END,
					payload = COALESCE(next_payload, payload), next_payload = NULL, next_due_at = NULL, due_within = NULL,
					claimed_by = NULL, claimed_until = NULL, last_error = NULL
				WHERE ${STILL_MINE}`,
				[id, claimer, at],
			);
			return changes === 1;
		},

		async fail(id, claimer, error, retryAt, at) {
			const { changes } = await sql.run(
				`UPDATE work SET state = CASE WHEN next_payload IS NULL THEN $3 ELSE 'waiting' END,
					finished_at = CASE WHEN next_payload IS NULL THEN $6 ELSE finished_at END,
					due_at = COALESCE(next_due_at, $5, due_at), attempts = CASE WHEN next_payload IS NULL THEN attempts ELSE 0 END,
					due_within = CASE WHEN next_due_at IS NULL THEN CAST($7 AS BIGINT) END,
					payload = COALESCE(next_payload, payload), next_payload = NULL, next_due_at = NULL,
					claimed_by = NULL, claimed_until = NULL, last_error = $4
				WHERE ${STILL_MINE}`,
				[
					id,
					claimer,
					retryAt === null ? 'failed' : 'waiting',
					error,
					retryAt,
					retryAt === null ? at : null,
					retryAt === null ? null : Math.max(0, retryAt - at),
				],
			);
			return changes === 1;
		},

		async cancel(id, at) {
			// What somebody is doing right now cannot be called back; a claim that ran out is nobody's.
			const { changes } = await sql.run(
				`UPDATE work SET state = 'cancelled', ${NOTHING_NEXT}, due_within = NULL, claimed_by = NULL, claimed_until = NULL, finished_at = $2
				WHERE id = $1 AND (state = 'waiting' OR (state = 'claimed' AND (claimed_until <= $2 OR claimed_until > $3)))`,
				[id, at, furthest(at)],
			);
			if (changes === 1) return true;
			await sql.run(`UPDATE work SET ${NOTHING_NEXT} WHERE id = $1 AND state = 'claimed'`, [id]);
			return false;
		},

		async retry(id, dueAt) {
			const { changes } = await sql.run(
				`UPDATE work SET state = 'waiting', attempts = 0, due_at = $2, due_within = NULL, finished_at = NULL
				WHERE id = $1 AND state IN ('failed', 'cancelled')`,
				[id, dueAt],
			);
			return changes === 1;
		},

		async get(id) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM work WHERE id = $1`, [id]);
			return row && toWork(row);
		},

		async byKey(kind, key) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM work WHERE kind = $1 AND key = $2`, [kind, key]);
			return row && toWork(row);
		},

		async list({ portfolio, kind, state, limit }) {
			const params: Param[] = [limit];
			const filters = andEquals({ portfolio, kind, state }, params);
			const rows = await sql.all<Row>(`SELECT ${COLUMNS} FROM work WHERE 1 = 1${filters} ORDER BY due_at, id LIMIT $1`, params);
			return rows.map(toWork);
		},
	};
}

function toWork(row: Row): StoredWork {
	return {
		id: row.id,
		portfolio: row.portfolio,
		kind: row.kind,
		key: row.key,
		payload: fromJson(row.payload),
		dueAt: row.due_at,
		state: row.state,
		attempts: row.attempts,
		claimedBy: row.claimed_by,
		claimedUntil: row.claimed_until,
		lastError: row.last_error,
		createdAt: row.created_at,
		finishedAt: row.finished_at,
	};
}
