import { getManyOf } from '../../build/getMany';

export const getMany = getManyOf({
	many: 'task categories',
	shape: 'taskCategory',
	path: '/v1/tasks/categories',
	first: 'oldest',
});
