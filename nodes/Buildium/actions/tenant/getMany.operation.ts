import { getManyOf } from '../../build/getMany';
import { lastUpdated, ownerIds, propertyIds, unitIds } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'tenants',
	shape: 'tenant',
	path: '/v1/leases/tenants',
	first: 'oldest',
	filters: [
		{ kind: 'text', param: 'email', label: 'Email Contains' },
		{ kind: 'choices', param: 'leasetermstatuses', label: 'Lease Status', values: ['Active', 'Past', 'Future'] },
		{ kind: 'text', param: 'name', label: 'Name Contains' },
		{
			kind: 'text',
			param: 'phone',
			label: 'Phone Contains',
			description: 'Use Search to find a whole number: Buildium may compare it as it is spelled',
		},
		{ kind: 'choices', param: 'buildingstatuses', label: 'Property Status', values: ['Active', 'InActive'] },
		{ kind: 'text', param: 'unitnumber', label: 'Unit Number Contains' },
		propertyIds,
		ownerIds,
		unitIds,
		...lastUpdated('instant'),
	],
});
