import type { Reason } from '../../leasing/reason';
import type { StoredTask, TaskFamily } from '../port/tasks';
import { andEquals, fromJson, insert, toJson } from '../sql/columns';
import type { Param, Sql } from '../sql/executor';
import { one } from '../sql/one';
import { unknownRecord, withReferences } from '../sql/references';
import type { StatementContext } from './context';
import { groupOf } from './leadGroup';
import { COLUMNS, taskRow, toTask, type Row } from './taskRow';

/** The words of the partial indexes `tasks_open` and `tasks_done`, with the order in which people want to see them. */
const LISTS: Readonly<Record<StoredTask['state'], string>> = {
	open: "state = 'open' ORDER BY priority, due_at, created_at, id",
	done: "state = 'done' ORDER BY done_at DESC, id DESC",
};

export function makeTasks(sql: Sql, { clock, ids }: StatementContext): TaskFamily {
	return {
		async open(task) {
			const row = taskRow(task, ids.next('task'), clock.now());
			return await withReferences(sql, { portfolio: task.portfolio, leadId: task.leadId, callId: task.callId }, async (step) => {
				const created = await step.get<Row>(
					...insert('tasks', row, `ON CONFLICT (portfolio, key) DO NOTHING RETURNING ${COLUMNS}`),
				);
				if (created !== null) return { task: toTask(created), created: true };
				const known = await one<Row>(step, `SELECT ${COLUMNS} FROM tasks WHERE portfolio = $1 AND key = $2`, [
					task.portfolio,
					task.key,
				]);
				return { task: toTask(known), created: false };
			});
		},

		async get(id) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM tasks WHERE id = $1`, [id]);
			return row && toTask(row);
		},

		async byKey(portfolio, key) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM tasks WHERE portfolio = $1 AND key = $2`, [portfolio, key]);
			return row && toTask(row);
		},

		async annotate(id, change) {
			return await withReferences(sql, { leadId: change.leadId ?? null }, async (step) => {
				const before = await step.get<Row>(`SELECT ${COLUMNS} FROM tasks WHERE id = $1 ${step.dialect.forUpdate}`, [id]);
				if (before === null) throw unknownRecord('task', id);
				if (before.state !== 'open') return toTask(before);
				const row = await one<Row>(
					step,
					`UPDATE tasks SET reasons = $2, priority = CASE WHEN $3 < priority THEN $3 ELSE priority END, title = COALESCE($4, title),
						lead_id = COALESCE($5, lead_id), updated_at = $6
					WHERE id = $1 RETURNING ${COLUMNS}`,
					[
						id,
						toJson(addReasons(fromJson(before.reasons), change.reasons ?? [])),
						change.priority ?? before.priority,
						change.title ?? null,
						change.leadId ?? null,
						clock.now(),
					],
				);
				return toTask(row);
			});
		},

		async complete(id, by, note, at) {
			const row = await sql.get<Row>(
				`UPDATE tasks SET state = 'done', done_at = $4, done_by = $2, done_note = $3, updated_at = $4
				WHERE id = $1 AND state = 'open' RETURNING ${COLUMNS}`,
				[id, by, note, at],
			);
			return row && toTask(row);
		},

		async list({ portfolio, state, owner, leadId, callId, kind, limit }) {
			const params: Param[] = [portfolio, limit];
			let filters = andEquals({ owner, call_id: callId, kind }, params);
			if (leadId !== undefined) filters += ` AND lead_id IN ${groupOf(`$${params.push(leadId)}`)}`;
			// A lead or a call has few tasks, and a company thousands that are open.
			const index = leadId !== undefined ? 'tasks_by_lead' : callId !== undefined ? 'tasks_by_call' : null;
			const listed = async (which: StoredTask['state']) => {
				const through = index ?? (owner === undefined ? null : `tasks_${which}_of_owner`);
				const from = through === null ? 'tasks' : `tasks ${sql.dialect.through(through)}`;
				return (
					await sql.all<Row>(`SELECT ${COLUMNS} FROM ${from} WHERE portfolio = $1${filters} AND ${LISTS[which]} LIMIT $2`, params)
				).map(toTask);
			};

			if (state !== undefined) return await listed(state);
			return [...(await listed('open')), ...(await listed('done'))].slice(0, limit);
		},
	};
}

/** The same cause noticed twice is one reason. */
function addReasons(known: Reason[], more: Reason[]): Reason[] {
	const all = [...known];
	for (const reason of more) {
		if (!all.some(({ code, sentence }) => code === reason.code && sentence === reason.sentence)) all.push(reason);
	}
	return all;
}
