import { searchOf } from '../../build/search';

export const search = searchOf({ many: 'tenants', shape: 'tenant', path: '/v1/leases/tenants', name: 'name', email: 'email' });
