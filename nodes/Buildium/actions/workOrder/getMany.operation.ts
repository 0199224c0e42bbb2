import { getManyOf } from '../../build/getMany';
import { workOrderFilters } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'work orders',
	shape: 'workOrder',
	path: '/v1/workorders',
	first: 'newest',
	filters: workOrderFilters,
});
