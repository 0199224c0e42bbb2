import { getOneOf } from '../../build/getOne';
import { picker } from '../../fields/pickers';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a unit',
	shape: 'unit',
	description: 'One unit, and whether it is occupied and listed',
	fields: [picker({ source: 'unit', name: 'unitId', required: true })],
	path: (call) => `/v1/rentals/units/${requiredId(call, 'unitId', 'Unit')}`,
});
