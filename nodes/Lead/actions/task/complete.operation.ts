import type { INodeProperties } from 'n8n-workflow';

import type { Millis } from '../../../../leasing/time';
import type { StoredTask, StoreFamilies } from '../../../../store/port';
import { UserMistake } from '../../../../leasing/userMistake';
import { taskItem } from '../../../shared/items/taskItem';
import type { Operation } from '../../../shared/operations';
import { requiredText, textParameter } from '../../../shared/parameters';
import { systemClock } from '../../../shared/runtime';

const properties: INodeProperties[] = [
	{
		displayName: 'Task ID',
		name: 'taskId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. task_01KAJ8Z0T3',
		description: 'The ID of the task, from Deduplicate Lead or from Get Many',
	},
	{
		displayName: 'Done By',
		name: 'by',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Dana',
		description: 'Who did it',
	},
	{
		displayName: 'Note',
		name: 'note',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Tour on Friday at 3 PM',
		description: 'What came out of it; it stands on the timeline of the lead',
	},
];

export const complete: Operation = {
	name: 'Complete',
	value: 'complete',
	action: 'Complete a task',
	description: 'Mark a task as done, with who did it and what came out of it',
	properties,
	async execute({ node, index, store }) {
		const id = requiredText(node, 'taskId', 'Task ID', index, 'Enter the ID of a task, for example task.id from Deduplicate Lead.');
		const by = requiredText(node, 'by', 'Done By', index, 'Enter who did it, for example a name from your team.');
		const note = textParameter(node, 'note', 'Note', index);
		const { task, already } = await store.transaction(
			async (tx) => await completeOnce(tx, id, by, note === '' ? null : note, systemClock.now()),
		);
		return { ...taskItem(task), alreadyDone: already };
	},
};

async function completeOnce(
	tx: StoreFamilies,
	id: string,
	by: string,
	note: string | null,
	at: Millis,
): Promise<{ task: StoredTask; already: boolean }> {
	const done = await tx.tasks.complete(id, by, note, at);
	if (!done) {
		const found = await tx.tasks.get(id);
		if (found) return { task: found, already: true };
		throw new UserMistake(
			`There is no task with the ID "${id}".`,
			'Check the Task ID: it starts with task_ and comes from task.id of Deduplicate Lead or from Get Many of this node. Also check that this node uses the same Leasing Store credential as the node that opened the task.',
		);
	}
	const sentence = `${by} completed the task "${done.title}"${note === null ? '.' : `: ${note}`}`;
	await tx.timeline.add({ portfolio: done.portfolio, leadId: done.leadId, callId: done.callId, at, kind: 'task', sentence, reasons: [] });
	await moveNextAction(tx, done, at);
	return { task: done, already: false };
}

/** A lead always has a next action: the most urgent open task, or else a person has to decide. */
async function moveNextAction(tx: StoreFamilies, done: StoredTask, at: Millis): Promise<void> {
	if (done.leadId === null) return;
	const [next] = await tx.tasks.list({ portfolio: done.portfolio, leadId: done.leadId, state: 'open', limit: 1 });
	await tx.leads.update(
		done.leadId,
		next ? { nextAction: next.title, nextActionAt: next.dueAt } : { nextAction: 'Decide the next step', nextActionAt: at },
	);
}
