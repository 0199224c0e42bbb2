import { getOneOf, idField } from '../../build/getOne';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a lease',
	shape: 'lease',
	description: 'One lease with its tenants',
	fields: [idField('leaseId', 'Lease ID', 'The ID of the lease in Buildium')],
	path: (call) => `/v1/leases/${requiredId(call, 'leaseId', 'Lease ID')}`,
});
