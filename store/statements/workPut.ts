import { furthest } from '../../leasing/lease';
import type { Millis } from '../../leasing/time';
import type { NewWork, PutMode, PutResult } from '../port/work';
import { insert, toJson } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { withReferences } from '../sql/references';
import type { StatementContext } from './context';

/** A claim that has not run out: somebody is doing it. */
const UNDER_WAY = "state = 'claimed' AND claimed_until > $2 AND claimed_until <= $4";

/** Puts work under its kind and key. The modes are explained at the port. */
export async function putWork(sql: Sql, { clock, ids }: StatementContext, work: NewWork, mode: PutMode, now: Millis): Promise<PutResult> {
	const { portfolio, kind, key, dueAt } = work;
	const payload = toJson(work.payload);
	// Due at once, by the clock that said so; what is due later may have a time of its own, such as an hour before a tour.
	const dueWithin = dueAt <= now ? 0 : null;
	const row = {
		id: ids.next('work'),
		portfolio,
		kind,
		key,
		payload,
		due_at: dueAt,
		due_within: dueWithin,
		state: 'waiting',
		attempts: 0,
		created_at: clock.now(),
	};
	const add = async (step: Sql): Promise<boolean> =>
		(await step.run(...insert('work', row, 'ON CONFLICT (kind, key) DO NOTHING'))).changes === 1;

	if (mode === 'keep') return (await withReferences(sql, { portfolio }, add)) ? 'added' : 'kept';
	return await withReferences(
		sql,
		{ portfolio },
		async (step) => {
			if (await add(step)) return 'added';
			const known = await step.get<{ id: string; under_way: number }>(
				`SELECT id, CASE WHEN ${UNDER_WAY} THEN 1 ELSE 0 END AS under_way FROM work WHERE kind = $1 AND key = $3 ${step.dialect.forUpdate}`,
				[kind, now, key, furthest(now)],
			);
			if (known === null) throw new Error(`The work ${kind} ${key} is neither there nor new.`);
			return await change(step, known, mode, { payload, dueAt, dueWithin });
		},
		'atomically',
	);
}

async function change(
	sql: Sql,
	{ id, under_way: underWay }: { id: string; under_way: number },
	mode: Exclude<PutMode, 'keep'>,
	{ payload, dueAt, dueWithin }: { payload: string; dueAt: Millis; dueWithin: Millis | null },
): Promise<PutResult> {
	if (underWay === 1) {
		await (mode === 'move'
			? sql.run('UPDATE work SET next_due_at = $2 WHERE id = $1', [id, dueAt])
			: sql.run('UPDATE work SET next_due_at = $2, next_payload = $3 WHERE id = $1', [id, dueAt, payload]));
		return 'after_run';
	}
	if (mode === 'move') {
		// A claim that ran out is nobody's. What was put before with `replace` keeps its payload.
		const { changes } = await sql.run(
			`UPDATE work SET due_at = $2, due_within = $3, payload = COALESCE(next_payload, payload), next_payload = NULL, next_due_at = NULL,
				state = 'waiting', claimed_by = NULL, claimed_until = NULL
			WHERE id = $1 AND state IN ('waiting', 'claimed')`,
			[id, dueAt, dueWithin],
		);
		return changes === 1 ? 'moved' : 'kept';
	}
	await sql.run(
		`UPDATE work SET due_at = $2, payload = $3, due_within = $4, next_payload = NULL, next_due_at = NULL, state = 'waiting', attempts = 0, last_error = NULL,
			claimed_by = NULL, claimed_until = NULL, finished_at = NULL
		WHERE id = $1`,
		[id, dueAt, payload, dueWithin],
	);
	return 'replaced';
}
