import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { limitField, returnAllField } from '../../build/getMany';
import { sensitiveField } from '../../fields/output';

const onlyFor = (method: string[], more: Record<string, boolean[]> = {}): IDisplayOptions => ({ show: { method, ...more } });

export const endpointFields: INodeProperties[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: [
			{ name: 'DELETE', value: 'DELETE' },
			{ name: 'GET', value: 'GET' },
			{ name: 'PATCH', value: 'PATCH' },
			{ name: 'POST', value: 'POST' },
			{ name: 'PUT', value: 'PUT', description: 'Replaces the record: Buildium empties what the body leaves out' },
		],
		default: 'GET',
		description: "What to do; Buildium's documentation says which ones the path has",
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. /v1/rentals/10453/amenities',
		description: "As in Buildium's documentation, from /v1 on. Upper and lower case count.",
	},
	{
		displayName: 'Query Parameters',
		name: 'query',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Parameter',
		default: {},
		description: 'Check their spelling: Buildium ignores a name that it does not know, and gives everything',
		options: [
			{
				displayName: 'Parameter',
				name: 'parameter',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. propertyids' },
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'For several values add the parameter several times',
					},
				],
			},
		],
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'json',
		default: '{}',
		description: "What to send, as JSON with Buildium's field names",
		displayOptions: onlyFor(['POST', 'PUT', 'PATCH']),
	},
	{
		displayName: 'Page Through a List',
		name: 'paginate',
		type: 'boolean',
		default: false,
		description:
			'Whether the path gives a list, of which several pages shall be fetched. Add an orderby parameter that ends in a unique field, or records may be missed between pages.',
		displayOptions: onlyFor(['GET']),
	},
	{ ...returnAllField, displayOptions: onlyFor(['GET'], { paginate: [true] }) },
	{ ...limitField, displayOptions: onlyFor(['GET'], { paginate: [true], returnAll: [false] }) },
	sensitiveField,
];
