import * as z from 'zod/v4';
import { readBody, rowInPath } from '../rest/operations';
import { rentals, units } from './rentals';
import type { Operation } from '../rest/exchange';

const words = () =>
	z
		.array(z.string())
		.nullish()
		.transform((value) => value ?? []);
const OfUnit = z.object({ Features: words() });
const OfRental = OfUnit.extend({ IncludedInRent: words() });

const RENTAL = '/v1/rentals/{propertyId}/amenities';
const UNIT = '/v1/rentals/units/{unitId}/amenities';

/** No record of their own: a part of a property or unit that has an address. */
export const amenityOperations: Operation[] = [
	{
		method: 'GET',
		path: RENTAL,
		scope: 'rentals',
		handle: (exchange) => {
			const { Features, IncludedInRent } = rowInPath(exchange, rentals).fields;
			return { status: 200, body: { Features, IncludedInRent } };
		},
	},
	{
		method: 'PUT',
		path: RENTAL,
		scope: 'rentals',
		handle: (exchange) => {
			const { id } = rowInPath(exchange, rentals);
			const given = readBody(OfRental, exchange);
			exchange.account.tables.rentals.change(id, given, exchange.account.now());
			return { status: 200, body: given };
		},
	},
	{
		method: 'GET',
		path: UNIT,
		scope: 'rentals',
		handle: (exchange) => ({ status: 200, body: { Features: rowInPath(exchange, units).fields.Features } }),
	},
	{
		method: 'PUT',
		path: UNIT,
		scope: 'rentals',
		handle: (exchange) => {
			const { id } = rowInPath(exchange, units);
			const given = readBody(OfUnit, exchange);
			exchange.account.tables.units.change(id, given, exchange.account.now());
			return { status: 200, body: given };
		},
	},
];
