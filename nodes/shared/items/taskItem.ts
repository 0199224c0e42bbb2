import { toIso } from '../../../leasing/time';
import type { StoredTask } from '../../../store/port';

/** A task as every node of ours shows it. Times are ISO 8601 in UTC; priority 1 is now, 2 today, 3 whenever. */
export function taskItem(task: StoredTask) {
	return {
		id: task.id,
		portfolio: task.portfolio,
		kind: task.kind,
		title: task.title,
		state: task.state,
		priority: task.priority,
		owner: task.owner,
		dueAt: toIso(task.dueAt),
		leadId: task.leadId,
		callId: task.callId,
		reasons: task.reasons,
		createdAt: toIso(task.createdAt),
		doneAt: task.doneAt === null ? null : toIso(task.doneAt),
		doneBy: task.doneBy,
		doneNote: task.doneNote,
	};
}

export type TaskItem = ReturnType<typeof taskItem>;
