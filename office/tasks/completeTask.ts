import { reason } from '../../leasing/reason';
import type { Millis } from '../../leasing/time';
import { UserMistake } from '../../leasing/userMistake';
import type { StoredTask, StoreFamilies } from '../../store/port';
import type { Decided, Office } from '../office';
import { liftHoldsOfTask } from '../texts/textHold';
import { moveNextAction } from './moveNextAction';

/**
 * Marks a task as done, says so on the timeline, and moves the lead's next action. A task that was done before stays as it is.
 * @throws UserMistake when there is no such task
 */
export async function completeTask(
	{ store, clock }: Office,
	taskId: string,
	done: Decided,
): Promise<{ task: StoredTask; alreadyDone: boolean }> {
	return await store.transaction(async (tx) => {
		const task = await completeIn(tx, taskId, done, clock.now());
		if (task) return { task, alreadyDone: false };
		const found = await tx.tasks.get(taskId);
		if (found) return { task: found, alreadyDone: true };
		throw new UserMistake(
			`There is no task with the ID "${taskId}".`,
			'Check the Task ID: it starts with task_ and comes from task.id of Deduplicate Lead or from Get Many of this node. Also check that this node uses the same Leasing Store credential as the node that opened the task.',
		);
	});
}

async function completeIn(tx: StoreFamilies, taskId: string, { by, note }: Decided, at: Millis): Promise<StoredTask | null> {
	const task = await tx.tasks.complete(taskId, by, note, at);
	if (!task) return null;
	const sentence = `${by} completed the task "${task.title}"${note === null ? '.' : `: ${note}`}`;
	const again = await liftHoldsOfTask(tx, task, by, at);
	const reasons =
		again.length === 0 ? [] : [reason('texts_again', 'Texts were held back until somebody had looked; they may go out again.')];
	await tx.timeline.add({ portfolio: task.portfolio, leadId: task.leadId, callId: task.callId, at, kind: 'task', sentence, reasons });
	await moveNextAction(tx, task, at);
	return task;
}
