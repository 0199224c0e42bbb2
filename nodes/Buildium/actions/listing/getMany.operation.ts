import { getManyOf } from '../../build/getMany';
import { belongsTo } from '../../fields/commonFilters';

export const getMany = getManyOf({
	many: 'listings',
	shape: 'listing',
	path: '/v1/rentals/units/listings',
	// A listing has no Id to sort by.
	first: null,
	description: 'List the units that are advertised now',
	filters: belongsTo('Property'),
});
