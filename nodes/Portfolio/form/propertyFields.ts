import type { INodeProperties } from 'n8n-workflow';

import { timeZones } from './timeZones';

/** What lets leads find their property. Only the name is required; the last four may stand with a line instead. */
const columns: INodeProperties[] = [
	{
		displayName: 'Property Name',
		name: 'property',
		type: 'string',
		default: '',
		placeholder: 'e.g. Maple Court',
		description: 'The property as renters know it. The same name as under Lines is the same property.',
	},
	{
		displayName: 'Address',
		name: 'address',
		type: 'string',
		default: '',
		placeholder: 'e.g. 14 Maple Ct, Tacoma, WA 98402',
		description: 'Street address. Several buildings: put a semicolon between their addresses.',
	},
	{
		displayName: 'Other Names',
		name: 'aliases',
		type: 'string',
		default: '',
		placeholder: 'e.g. The Maples, Maple Ct Phase 2, maple@example.com',
		description:
			'Comma-separated list of other names on listing sites and signs, and of mailboxes that only leads of this property reach',
	},
	{
		displayName: 'Listing IDs',
		name: 'listingIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. MC-204, 7731029',
		description: 'Comma-separated list of the IDs of its listings on listing sites or in your feed',
	},
	{
		displayName: 'Tracking Numbers',
		name: 'trackingNumbers',
		type: 'string',
		default: '',
		placeholder: 'e.g. (512) 555-0130',
		description: 'Comma-separated list of call-tracking numbers in advertisements of this property',
	},
	{
		displayName: 'State',
		name: 'state',
		type: 'string',
		default: '',
		placeholder: 'e.g. TX',
		description: 'State or province, if no line says it',
	},
	{
		displayName: 'Tour Link',
		name: 'tourUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/maple-court/tour',
		description: 'Page where a renter can book a tour, if no line says it',
	},
	{
		displayName: 'Owner',
		name: 'owner',
		type: 'string',
		default: '',
		placeholder: 'e.g. Dana',
		description: 'Who owns new leads of the property, if no line says it. Empty: the default owner.',
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'options',
		options: [{ name: 'Same as the Company', value: '' }, ...timeZones],
		default: '',
		description: 'Only if the property lies in another time zone than the company',
	},
];

export const propertyFields: INodeProperties[] = [
	{
		displayName: 'Properties',
		name: 'properties',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Property' },
		default: {},
		placeholder: 'Add Property',
		description:
			'How leads find their property: addresses, other names, listing IDs. Also the place for a property without a phone line.',
		options: [{ displayName: 'Property', name: 'property', values: columns }],
	},
];
