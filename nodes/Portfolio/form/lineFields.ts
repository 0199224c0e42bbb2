import type { INodeProperties } from 'n8n-workflow';

import { timeZones } from './timeZones';

/** In the order in which people fill a row: the number first, what is rarely needed last. */
const columns: INodeProperties[] = [
	{
		displayName: 'Phone Number',
		name: 'phone',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. (512) 555-0100',
		description: 'The number that renters call',
	},
	{
		displayName: 'Property Name',
		name: 'property',
		type: 'string',
		default: '',
		placeholder: 'e.g. Maple Court',
		description:
			'The property that the line stands for, as renters know it. Lines with the same name share one property. Empty: the line stands for the whole company.',
	},
	{
		displayName: 'State',
		name: 'state',
		type: 'string',
		default: '',
		placeholder: 'e.g. TX',
		description: 'State or province of the property. Some states allow texts during fewer hours of the day.',
	},
	{
		displayName: 'Tour Link',
		name: 'tourUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/maple-court/tour',
		description: 'Page of the property where a renter can book a tour; texts may offer it',
	},
	{
		displayName: 'Owner',
		name: 'owner',
		type: 'string',
		default: '',
		placeholder: 'e.g. Dana',
		description: 'Who owns new leads of the property. Empty: the default owner.',
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'options',
		options: [{ name: 'Same as the Company', value: '' }, ...timeZones],
		default: '',
		description: 'Only if the property lies in another time zone than the company',
	},
	{
		displayName: 'Label',
		name: 'label',
		type: 'string',
		default: '',
		placeholder: 'e.g. Sign at the gate',
		description: 'What your team calls this line. Empty: the name of the property.',
	},
];

export const lineFields: INodeProperties[] = [
	{
		displayName: 'Lines',
		name: 'lines',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Line' },
		default: {},
		placeholder: 'Add Line',
		description: 'Every phone number of the company that renters call, and the property it stands for',
		options: [{ displayName: 'Line', name: 'line', values: columns }],
	},
	{
		displayName: 'Staff Phones',
		name: 'staffPhones',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Staff Phone' },
		default: {},
		placeholder: 'Add Staff Phone',
		description: 'Phones of your own people. A call from one of them never becomes a lead and is never texted.',
		options: [
			{
				displayName: 'Staff Phone',
				name: 'staff',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Dana',
						description: 'Whose phone it is',
					},
					{
						displayName: 'Phone Number',
						name: 'phone',
						type: 'string',
						default: '',
						placeholder: 'e.g. (512) 555-0110',
						description: 'With area code, in any usual spelling',
					},
				],
			},
		],
	},
	{
		displayName: 'Tracking Numbers',
		name: 'trackingNumbers',
		type: 'string',
		default: '',
		placeholder: 'e.g. (512) 555-0120, (512) 555-0121',
		description: 'Comma-separated list of call-tracking and other company numbers that are no lines. They never become a lead.',
	},
];
