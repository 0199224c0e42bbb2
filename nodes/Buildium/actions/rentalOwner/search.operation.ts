import { searchOf } from '../../build/search';

export const search = searchOf({ many: 'rental owners', shape: 'rentalOwner', path: '/v1/rentals/owners', name: 'ownername', email: null });
