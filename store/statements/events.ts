import { furthest } from '../../leasing/lease';
import { MINUTE } from '../../leasing/time';
import type { EventFamily, StoredEvent } from '../port/events';
import { fromJson, insert, placeholders, toJson } from '../sql/columns';
import type { Sql } from '../sql/executor';
import type { StatementContext } from './context';

interface Row {
	id: string;
	consumer: string;
	key: string;
	kind: string;
	payload: string;
	received_at: number;
	state: StoredEvent['state'];
	attempts: number;
	claimed_by: string | null;
	claimed_until: number | null;
	not_before: number;
	last_error: string | null;
	finished_at: number | null;
}

const COLUMNS = `id, consumer, key, kind, payload, received_at, state, attempts, claimed_by, claimed_until, not_before, last_error,
	finished_at`;

/** Everything still to be done; the words of the partial index `events_unfinished`. */
const UNFINISHED = "state IN ('waiting', 'running')";
/** The longest pause before an event is tried again; a pause that seems longer was reckoned by a wrong clock. */
const LONGEST_PAUSE = 10 * MINUTE;
/** Guards every end of a claim: a claimer that was too slow cannot finish what somebody else has taken over. */
const STILL_MINE = "id = $1 AND claimed_by = $2 AND state = 'running'";

export function makeEvents(sql: Sql, { ids }: StatementContext): EventFamily {
	return {
		async record(event) {
			const row = {
				id: ids.next('event'),
				consumer: event.consumer,
				key: event.key,
				kind: event.kind,
				payload: toJson(event.payload),
				received_at: event.receivedAt,
				state: 'waiting',
				attempts: 0,
				not_before: event.receivedAt,
			};
			const { changes } = await sql.run(...insert('events', row, 'ON CONFLICT (consumer, key) DO NOTHING'));
			return changes === 1;
		},

		async claim(consumer, claimer, limit, now, until) {
			const rows = await sql.all<Row>(
				// MATERIALIZED: picked once. As a subquery Postgres may run it again for each row, and take more than the limit.
				// What was never tried is due, also when the clock that said when it was received has been set back since.
				`WITH picked AS MATERIALIZED (
					SELECT id FROM events
					WHERE consumer = $1 AND ${UNFINISHED}
						AND ((state = 'waiting' AND (attempts = 0 OR not_before <= $4 OR not_before > $7))
							OR (state = 'running' AND (claimed_until <= $4 OR claimed_until > $6)))
					ORDER BY received_at, id LIMIT $3 ${sql.dialect.skipLocked}
				)
				UPDATE events SET state = 'running', claimed_by = $2, claimed_until = $5, attempts = attempts + 1
				WHERE id IN (SELECT id FROM picked)
				RETURNING ${COLUMNS}`,
				[consumer, claimer, limit, now, until, furthest(now), furthest(now, LONGEST_PAUSE)],
			);
			// RETURNING promises no order.
			return rows.map(toEvent).sort((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1));
		},

		async heartbeat(eventIds, claimer, until) {
			if (eventIds.length === 0) return 0;
			const { changes } = await sql.run(
				`UPDATE events SET claimed_until = $2 WHERE claimed_by = $1 AND state = 'running' AND id IN (${placeholders(eventIds.length, 3)})`,
				[claimer, until, ...eventIds],
			);
			return changes;
		},

		async finish(id, claimer, at) {
			const { changes } = await sql.run(
				`UPDATE events SET state = 'done', claimed_by = NULL, claimed_until = NULL, last_error = NULL, finished_at = $3 WHERE ${STILL_MINE}`,
				[id, claimer, at],
			);
			return changes === 1;
		},

		async fail(id, claimer, error, retryAt, at) {
			const { changes } = await sql.run(
				`UPDATE events SET state = $3, claimed_by = NULL, claimed_until = NULL, last_error = $4,
					not_before = COALESCE($5, not_before), finished_at = $6
				WHERE ${STILL_MINE}`,
				[id, claimer, retryAt === null ? 'failed' : 'waiting', error, retryAt, retryAt === null ? at : null],
			);
			return changes === 1;
		},

		async listLeft(consumer, now, limit) {
			const rows = await sql.all<Row>(
				`SELECT ${COLUMNS} FROM events WHERE consumer = $1 AND ${UNFINISHED} AND (${left('$2', '$3')}) ORDER BY received_at, id LIMIT $4`,
				[consumer, now, furthest(now), limit],
			);
			return rows.map(toEvent);
		},

		async handOver(id, from, to, now) {
			return await sql.atomically(async (step) => {
				const known = await step.get('SELECT id FROM events WHERE consumer = $1 AND key = (SELECT key FROM events WHERE id = $2)', [
					to,
					id,
				]);
				if (known !== null) return (await end(step, 'done', id, from, 'The same event was there twice.', now)) === 1;
				const { changes } = await step.run(
					`UPDATE events SET consumer = $5, state = 'waiting', claimed_by = NULL, claimed_until = NULL, not_before = $3
					WHERE id = $1 AND consumer = $2 AND ${UNFINISHED} AND (${left('$3', '$4')})`,
					[id, from, now, furthest(now), to],
				);
				return changes === 1;
			});
		},

		abandon: async (id, from, error, now) => (await end(sql, 'failed', id, from, error, now)) === 1,

		async nextDue(consumer) {
			const row = await sql.get<{ due: number | null }>(
				`SELECT MIN(CASE state WHEN 'waiting' THEN not_before ELSE claimed_until END) AS due FROM events WHERE consumer = $1 AND ${UNFINISHED}`,
				[consumer],
			);
			return row?.due ?? null;
		},

		async byKey(consumer, key) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM events WHERE consumer = $1 AND key = $2`, [consumer, key]);
			return row && toEvent(row);
		},

		async countByState(consumer) {
			const counts: Record<StoredEvent['state'], number> = { waiting: 0, running: 0, done: 0, failed: 0 };
			const rows = await sql.all<{ state: StoredEvent['state']; count: number }>(
				'SELECT state, COUNT(*) AS count FROM events WHERE consumer = $1 GROUP BY state',
				[consumer],
			);
			for (const { state, count } of rows) counts[state] = count;
			return counts;
		},
	};
}

/** SQL: nobody runs it. */
function left(now: string, far: string): string {
	return `state = 'waiting' OR claimed_until <= ${now} OR claimed_until > ${far}`;
}

async function end(sql: Sql, state: 'done' | 'failed', id: string, from: string, error: string, now: number): Promise<number> {
	const { changes } = await sql.run(
		`UPDATE events SET state = $5, claimed_by = NULL, claimed_until = NULL, last_error = $6, finished_at = $3
		WHERE id = $1 AND consumer = $2 AND ${UNFINISHED} AND (${left('$3', '$4')})`,
		[id, from, now, furthest(now), state, error],
	);
	return changes;
}

function toEvent(row: Row): StoredEvent {
	return {
		id: row.id,
		consumer: row.consumer,
		key: row.key,
		kind: row.kind,
		payload: fromJson(row.payload),
		receivedAt: row.received_at,
		state: row.state,
		attempts: row.attempts,
		claimedBy: row.claimed_by,
		claimedUntil: row.claimed_until,
		notBefore: row.not_before,
		lastError: row.last_error,
		finishedAt: row.finished_at,
	};
}
