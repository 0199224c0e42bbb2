import { getOneOf } from '../../build/getOne';
import { picker } from '../../fields/pickers';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a property',
	shape: 'property',
	description: 'One property with its manager',
	fields: [picker({ source: 'property', name: 'propertyId', required: true })],
	path: (call) => `/v1/rentals/${requiredId(call, 'propertyId', 'Property')}`,
});
