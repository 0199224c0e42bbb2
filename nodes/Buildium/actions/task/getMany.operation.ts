import { getManyOf } from '../../build/getMany';
import { anyTaskFilters } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'tasks',
	shape: 'task',
	path: '/v1/tasks',
	first: 'newest',
	description: 'List tasks of all kinds, newest first',
	filters: anyTaskFilters,
});
