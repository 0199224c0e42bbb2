import { getOneOf, idField } from '../../build/getOne';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a task',
	shape: 'task',
	description: 'One task of any kind, without the contact details of a contact request',
	fields: [idField('taskId', 'Task ID', 'The ID of the task')],
	path: (call) => `/v1/tasks/${requiredId(call, 'taskId', 'Task ID')}`,
});
