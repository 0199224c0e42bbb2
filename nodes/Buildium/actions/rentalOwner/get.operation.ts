import { getOneOf } from '../../build/getOne';
import { picker } from '../../fields/pickers';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a rental owner',
	shape: 'rentalOwner',
	description: 'One owner with the properties',
	fields: [picker({ source: 'rentalOwner', name: 'rentalOwnerId', required: true })],
	path: (call) => `/v1/rentals/owners/${requiredId(call, 'rentalOwnerId', 'Rental Owner')}`,
});
