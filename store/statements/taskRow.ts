import { TASK_KINDS } from '../../leasing/task/kinds';
import type { NewTask, StoredTask } from '../port/tasks';
import { fromJson, toJson } from '../sql/columns';
import { requireWord } from './words';

/** A row of `tasks` as the database returns it. */
export interface Row {
	id: string;
	portfolio: string;
	key: string;
	kind: StoredTask['kind'];
	title: string;
	lead_id: string | null;
	call_id: string | null;
	owner: string;
	due_at: number;
	priority: StoredTask['priority'];
	reasons: string;
	state: StoredTask['state'];
	created_at: number;
	updated_at: number;
	done_at: number | null;
	done_by: string | null;
	done_note: string | null;
}

export const COLUMNS = `id, portfolio, key, kind, title, lead_id, call_id, owner, due_at, priority, reasons, state, created_at, updated_at,
	done_at, done_by, done_note`;

/** What is inserted for a new task. */
export function taskRow(task: NewTask, id: string, now: number) {
	requireWord(TASK_KINDS, task.kind, 'The kind of a task');
	return {
		id,
		portfolio: task.portfolio,
		key: task.key,
		kind: task.kind,
		title: task.title,
		lead_id: task.leadId,
		call_id: task.callId,
		owner: task.owner,
		due_at: task.dueAt,
		priority: task.priority,
		reasons: toJson(task.reasons),
		state: 'open' as const,
		created_at: now,
		updated_at: now,
	};
}

export function toTask(row: Row): StoredTask {
	return {
		id: row.id,
		portfolio: row.portfolio,
		key: row.key,
		kind: row.kind,
		title: row.title,
		leadId: row.lead_id,
		callId: row.call_id,
		owner: row.owner,
		dueAt: row.due_at,
		priority: row.priority,
		reasons: fromJson(row.reasons),
		state: row.state,
		createdAt: row.created_at,
		updatedAt: row.updated_at,
		doneAt: row.done_at,
		doneBy: row.done_by,
		doneNote: row.done_note,
	};
}
