import { getOneOf } from '../../build/getOne';
import { picker } from '../../fields/pickers';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a tenant',
	shape: 'tenant',
	description: 'One tenant with the leases',
	fields: [picker({ source: 'tenant', name: 'tenantId', required: true })],
	path: (call) => `/v1/leases/tenants/${requiredId(call, 'tenantId', 'Tenant')}`,
});
