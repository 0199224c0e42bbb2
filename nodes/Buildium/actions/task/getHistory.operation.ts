import { getManyOf } from '../../build/getMany';
import { idField } from '../../build/getOne';
import { requiredId } from '../../fields/read';

export const getHistory = getManyOf({
	many: 'history entries of a task',
	name: { name: 'Get History', value: 'getHistory', action: 'Get the history of a task' },
	shape: 'taskHistory',
	path: (call) => `/v1/tasks/${requiredId(call, 'taskId', 'Task ID')}/history`,
	fields: [idField('taskId', 'Task ID', 'The ID of a task of any kind')],
	first: 'oldest',
	description: 'What happened to a task, oldest first',
});
