import type { INodeProperties } from 'n8n-workflow';

import type { Query } from '../../../leasing/buildium/query';
import type { Shape } from '../../../leasing/buildium/shapes';
import { countParameter } from '../../shared/parameters';
import type { BuildiumCall, BuildiumOperation } from '../call';
import { filtersField, type Filter } from '../fields/filters';
import { outputOf, sensitiveField, simplifyField } from '../fields/output';
import { readFilters } from '../fields/readFilters';
import { PAGE_SIZE, type BuildiumRecord } from '../transport';

export interface Listing {
	/** As in "Get many tenants". */
	many: string;
	shape: Shape;
	path: string | ((call: BuildiumCall) => string);
	filters?: readonly Filter[];
	/** Above the filters, such as the record that notes belong to. */
	fields?: INodeProperties[];
	/** Sent with every request, such as what kind of record an ID in the path belongs to. */
	query?: (call: BuildiumCall) => Query;
	/** `newest` for what happens, `oldest` for what is there; null for lists whose records have no Id to sort by. */
	first: 'newest' | 'oldest' | null;
	description?: string;
	/** The menu's name, when it is not Get Many. */
	name?: { name: string; value: string; action: string };
}

export const returnAllField: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

/** The Get Many operation of a list: Return All or a limit, its documented filters, pages fetched as they are needed. */
export function getManyOf({ many, shape, path, filters = [], fields = [], query, first, description, name }: Listing): BuildiumOperation {
	return {
		...(name ?? { name: 'Get Many', value: 'getAll', action: `Get many ${many}` }),
		description: description ?? `List ${many}${first === null ? '' : `, ${first} first`}`,
		properties: [...fields, returnAllField, limitField, simplifyField, ...filtersField(filters), sensitiveField],
		async execute(call) {
			const limit = wanted(call);
			const { query: asked, keep } = readFilters(call, filters);
			const show = outputOf(call, shape);
			const pages = call.client.getPages(
				typeof path === 'string' ? path : path(call),
				{ ...query?.(call), ...asked },
				{
					limit: keep ? PAGE_SIZE : Math.min(limit, PAGE_SIZE),
					orderBy: first === null ? null : `Id ${first === 'newest' ? 'desc' : 'asc'}`,
				},
			);
			const found: BuildiumRecord[] = [];
			for await (const { records } of pages) {
				found.push(...(keep ? records.filter(keep) : records).map(show));
				if (found.length >= limit) break;
			}
			return found.slice(0, limit);
		},
	};
}

/** How many records the user wants at most. */
export function wanted({ node, index }: BuildiumCall): number {
	return node.getNodeParameter('returnAll', index, false) === true
		? Number.POSITIVE_INFINITY
		: countParameter(node, 'limit', 'Limit', index);
}
