import { getManyOf } from '../../build/getMany';
import { lastUpdated, propertyIds } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'units',
	shape: 'unit',
	path: '/v1/rentals/units',
	first: 'oldest',
	filters: [
		propertyIds,
		...lastUpdated('instant').map((filter) => ({ ...filter, description: 'A unit that was let or listed does not count as updated' })),
	],
});
