import { getOneOf, idField } from '../../build/getOne';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a to-do',
	shape: 'toDo',
	description: 'One to-do',
	fields: [idField('toDoId', 'To-Do ID', 'The ID of the to-do')],
	path: (call) => `/v1/tasks/todorequests/${requiredId(call, 'toDoId', 'To-Do ID')}`,
});
