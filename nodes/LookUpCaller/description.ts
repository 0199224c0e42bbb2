import type { INodeProperties } from 'n8n-workflow';

import { portfolioProperty } from '../shared/description';

export const lookUpCallerProperties: INodeProperties[] = [
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.phone }}',
		description: 'Whose number is looked up. Empty: the caller of a missed call, or the first number of an inquiry.',
	},
	{
		displayName: 'Task for Residents, Owners and Vendors',
		name: 'openTask',
		type: 'boolean',
		default: true,
		description:
			'Whether a missed call of somebody who is no renter becomes a call-back task. Renters get theirs from Deduplicate Lead.',
	},
	{ ...portfolioProperty, default: "={{ $json.portfolio ?? $json.inquiry?.portfolio ?? 'main' }}" },
];
