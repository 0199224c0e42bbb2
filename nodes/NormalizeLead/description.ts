import type { INodeProperties } from 'n8n-workflow';

import { portfolioProperty } from '../shared/description';
import { fieldMapProperty } from './fieldMap';

const forForms = { hide: { input: ['missedCall'] } };

export const normalizeLeadProperties: INodeProperties[] = [
	{
		displayName: 'Input',
		name: 'input',
		type: 'options',
		options: [
			{ name: 'Detect Automatically', value: 'auto', description: 'A missed call if the item comes from a Missed Call Trigger, any JSON otherwise' },
			{ name: 'Missed Call', value: 'missedCall', description: 'Items of a Missed Call Trigger' },
			{ name: 'Web Form or Any JSON', value: 'form', description: 'For example the item of a Webhook or a form tool' },
		],
		default: 'auto',
		description: 'What kind of item comes in',
	},
	{ ...portfolioProperty, displayOptions: forForms, description: `${portfolioProperty.description} A missed call brings its own.` },
	{ ...fieldMapProperty, displayOptions: forForms },
	{
		displayName: 'Source if the Form Names None',
		name: 'defaultSource',
		type: 'string',
		default: '',
		placeholder: 'e.g. Zillow',
		description: 'Where these renters come from, for example Zillow or Facebook. Empty: website.',
		displayOptions: forForms,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: forForms,
		options: [
			{
				displayName: 'Channel',
				name: 'channel',
				type: 'options',
				options: [
					{ name: 'Ad', value: 'ad' },
					{ name: 'Chat', value: 'chat' },
					{ name: 'Form', value: 'form' },
					{ name: 'Listing Site', value: 'listing' },
					{ name: 'Other', value: 'other' },
					{ name: 'Walk-In', value: 'walk_in' },
				],
				default: 'form',
				description: 'How the renter got in touch',
			},
			{
				displayName: 'Form Name',
				name: 'provider',
				type: 'string',
				default: 'form',
				description: 'Tells forms apart whose submission IDs might be the same, for example website and tour-page',
			},
		],
	},
];
