import { getManyOf } from '../../build/getMany';
import { taskFilters } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'contact requests',
	shape: 'contactRequest',
	path: '/v1/tasks/contactrequests',
	first: 'newest',
	filters: taskFilters,
});
