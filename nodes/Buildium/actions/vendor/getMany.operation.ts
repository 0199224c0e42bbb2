import { getManyOf } from '../../build/getMany';
import { ACTIVE, lastUpdated } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'vendors',
	shape: 'vendor',
	path: '/v1/vendors',
	first: 'oldest',
	filters: [
		{ kind: 'text', param: 'email', label: 'Email Contains' },
		{
			kind: 'choice',
			param: 'insuranceexpiration',
			label: 'Insurance',
			values: ['Expired', 'ThirtyDaysOrLess', 'SixtyDaysOrLess', 'NinetyDaysOrLess', 'None', 'Any'],
			description: 'When the insurance expires',
		},
		{ kind: 'text', param: 'name', label: 'Name Contains' },
		{
			kind: 'text',
			param: 'phone',
			label: 'Phone Contains',
			description: 'Use Search to find a whole number: Buildium may compare it as it is spelled',
		},
		{ kind: 'choice', param: 'status', label: 'Status', values: ACTIVE },
		{ kind: 'text', param: 'website', label: 'Website Contains' },
		...lastUpdated('instant'),
	],
});
