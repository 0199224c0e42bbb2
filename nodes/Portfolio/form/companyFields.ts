import type { INodeProperties } from 'n8n-workflow';

import { timeZones } from './timeZones';

export const companyFields: INodeProperties[] = [
	{
		displayName: 'Company Name',
		name: 'companyName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Maple Property Group',
		description: 'The name that renters see in texts when a line belongs to no single property',
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'options',
		options: timeZones,
		default: '',
		required: true,
		description:
			'Decides when it is night and no text may go out. For a zone that is not listed, use an expression such as America/Boise.',
	},
	{
		displayName: 'Country',
		name: 'country',
		type: 'options',
		options: [
			{ name: 'Canada', value: 'CA' },
			{ name: 'United States', value: 'US' },
		],
		default: 'US',
		description: 'Country of phone numbers that are written without a country code',
	},
	{
		displayName: 'Default Owner',
		name: 'defaultOwner',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Leasing Team',
		description: 'Person or team that owns a new lead and its call-back when the property names nobody',
	},
	{
		displayName: 'Fallback Owner',
		name: 'fallbackOwner',
		type: 'string',
		default: '',
		placeholder: 'e.g. Lead Desk',
		description: 'Person or team that sorts out leads whose property is not known. Empty: the default owner.',
	},
];
