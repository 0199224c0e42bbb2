import type { StoredWork, WorkFamily } from '../port/work';
import { andEquals, fromJson, insert, placeholders, toJson } from '../sql/columns';
import type { Param, Sql } from '../sql/executor';
import { withReferences } from '../sql/references';
import type { StatementContext } from './context';

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

/** Guards every end of a claim, as in events.ts. */
const STILL_MINE = "id = $1 AND claimed_by = $2 AND state = 'claimed'";

export function makeWork(sql: Sql, { clock, ids }: StatementContext): WorkFamily {
	return {
		async add(work) {
			const row = {
				id: ids.next('work'),
				portfolio: work.portfolio,
				kind: work.kind,
				key: work.key,
				payload: toJson(work.payload),
				due_at: work.dueAt,
				state: 'waiting',
				attempts: 0,
				created_at: clock.now(),
			};
			const { changes } = await withReferences(
				sql,
				{ portfolio: work.portfolio },
				async (step) => await step.run(...insert('work', row, 'ON CONFLICT (kind, key) DO NOTHING')),
			);
			return changes === 1;
		},

		async claim(kinds, claimer, limit, now, until) {
			if (kinds.length === 0) return [];
			const rows = await sql.all<Row>(
				// Picked once, as in events.ts.
				`WITH picked AS MATERIALIZED (
					SELECT id FROM work
					WHERE kind IN (${placeholders(kinds.length, 5)}) AND due_at <= $3 AND state IN ('waiting', 'claimed')
						AND (state = 'waiting' OR claimed_until <= $3)
					ORDER BY due_at, id LIMIT $2 ${sql.dialect.skipLocked}
				)
				UPDATE work SET state = 'claimed', claimed_by = $1, claimed_until = $4, attempts = attempts + 1
				WHERE id IN (SELECT id FROM picked)
				RETURNING ${COLUMNS}`,
				[claimer, limit, now, until, ...kinds],
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
				`UPDATE work SET state = 'done', claimed_by = NULL, claimed_until = NULL, last_error = NULL, finished_at = $3 WHERE ${STILL_MINE}`,
				[id, claimer, at],
			);
			return changes === 1;
		},

		async fail(id, claimer, error, retryAt, at) {
			const { changes } = await sql.run(
				`UPDATE work SET state = $3, claimed_by = NULL, claimed_until = NULL, last_error = $4, due_at = COALESCE($5, due_at), finished_at = $6
				WHERE ${STILL_MINE}`,
				[id, claimer, retryAt === null ? 'failed' : 'waiting', error, retryAt, retryAt === null ? at : null],
			);
			return changes === 1;
		},

		async cancel(id, at) {
			// What somebody is doing right now cannot be called back; a claim that ran out is nobody's.
			const { changes } = await sql.run(
				`UPDATE work SET state = 'cancelled', claimed_by = NULL, claimed_until = NULL, finished_at = $2
				WHERE id = $1 AND (state = 'waiting' OR (state = 'claimed' AND claimed_until <= $2))`,
				[id, at],
			);
			return changes === 1;
		},

		async retry(id, dueAt) {
			const { changes } = await sql.run(
				`UPDATE work SET state = 'waiting', attempts = 0, due_at = $2, finished_at = NULL
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
