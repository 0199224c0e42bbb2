import { searchOf } from '../../build/search';

export const search = searchOf({ many: 'vendors', shape: 'vendor', path: '/v1/vendors', name: 'name', email: 'email' });
