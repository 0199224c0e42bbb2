import { getManyOf } from '../../build/getMany';
import { ACTIVE } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'users',
	shape: 'user',
	path: '/v1/users',
	first: 'oldest',
	filters: [
		{ kind: 'text', param: 'email', label: 'Email Contains' },
		{ kind: 'choices', param: 'usertypes', label: 'Kind of User', values: ['Staff', 'RentalOwner', 'Vendor'] },
		{ kind: 'text', param: 'name', label: 'Name Contains' },
		{ kind: 'ids', param: 'roleids', label: 'Role IDs' },
		{ kind: 'choice', param: 'status', label: 'Status', values: ACTIVE },
	],
});
