import { getManyOf } from '../../build/getMany';
import { lastUpdated, ownerIds, propertyIds } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'leases',
	shape: 'lease',
	path: '/v1/leases',
	first: 'newest',
	filters: [
		{ kind: 'from', param: 'createddatetimefrom', label: 'Created Since', format: 'spaced' },
		{ kind: 'to', param: 'createddatetimeto', label: 'Created Until', format: 'spaced' },
		{ kind: 'day', param: 'leasedatefrom', label: 'Starts From', description: 'Only leases that start on this day or later' },
		{ kind: 'day', param: 'leasedateto', label: 'Ends Until', description: 'Only leases that end on this day or earlier' },
		{ kind: 'choices', param: 'leasestatuses', label: 'Status', values: ['Active', 'Past', 'Future'] },
		{ kind: 'text', param: 'tenantname', label: 'Tenant Name Contains' },
		{ kind: 'choices', param: 'leasetypes', label: 'Type', values: ['None', 'Fixed', 'FixedWithRollover', 'AtWill'] },
		{ kind: 'text', param: 'unitnumber', label: 'Unit Number Contains' },
		propertyIds,
		ownerIds,
		...lastUpdated('instant'),
	],
});
