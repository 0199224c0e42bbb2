import type { INodeProperties } from 'n8n-workflow';

import { completeTask } from '../../../../office/tasks/completeTask';
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
		const note = textParameter(node, 'note', 'Note', index) || null;
		const { task, alreadyDone } = await completeTask({ store, clock: systemClock }, id, { by, note });
		return { ...taskItem(task), alreadyDone };
	},
};
