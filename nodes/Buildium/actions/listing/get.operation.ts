import { getOneOf } from '../../build/getOne';
import { picker } from '../../fields/pickers';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a listing',
	shape: 'listing',
	description: 'The listing of a unit, with the link to the application form',
	fields: [
		picker({ source: 'unit', name: 'unitId', required: true, description: 'A listing has no ID of its own: there is one per unit' }),
	],
	path: (call) => `/v1/rentals/units/${requiredId(call, 'unitId', 'Unit')}/listing`,
});
