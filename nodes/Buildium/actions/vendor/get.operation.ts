import { getOneOf } from '../../build/getOne';
import { picker } from '../../fields/pickers';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a vendor',
	shape: 'vendor',
	description: 'One vendor',
	fields: [picker({ source: 'vendor', name: 'vendorId', required: true })],
	path: (call) => `/v1/vendors/${requiredId(call, 'vendorId', 'Vendor')}`,
});
