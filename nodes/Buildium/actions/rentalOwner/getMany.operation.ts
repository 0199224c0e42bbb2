import { getManyOf } from '../../build/getMany';
import { ACTIVE, lastUpdated, propertyIds } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'rental owners',
	shape: 'rentalOwner',
	path: '/v1/rentals/owners',
	first: 'oldest',
	filters: [
		{
			kind: 'number',
			param: 'agreementdaysremaining',
			label: 'Days Left in Agreement',
			description: 'Only owners whose management agreement ends within so many days',
		},
		{ kind: 'text', param: 'ownername', label: 'Name Contains' },
		{
			kind: 'text',
			param: 'phone',
			label: 'Phone Contains',
			description: 'Use Search to find a whole number: Buildium may compare it as it is spelled',
		},
		{ kind: 'choice', param: 'status', label: 'Status', values: ACTIVE },
		propertyIds,
		...lastUpdated('instant'),
	],
});
