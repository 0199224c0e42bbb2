import { getManyOf } from '../../build/getMany';
import { taskFilters } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'to-dos',
	shape: 'toDo',
	path: '/v1/tasks/todorequests',
	first: 'newest',
	filters: taskFilters,
});
