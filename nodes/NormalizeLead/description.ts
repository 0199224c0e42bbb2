import type { INodeProperties } from 'n8n-workflow';

import { FORMATS } from '../../leasing/inquiry/formats/registry';
import { portfolioProperty } from '../shared/description';
import { fieldMapProperty } from './fieldMap';
import { tableProperties } from './tables';

const forForms = { hide: { input: ['missedCall'] } };

/** Formats that a user may choose, by name; what most people need stands in front. */
const formats = FORMATS.filter(({ id }) => id !== 'form')
	.map(({ id, name }) => ({ name, value: id }))
	.sort((a, b) => a.name.localeCompare(b.name));

export const normalizeLeadProperties: INodeProperties[] = [
	{
		displayName: 'Input',
		name: 'input',
		type: 'options',
		options: [
			{
				name: 'Detect Automatically',
				value: 'auto',
				description: 'Tells the format by what stands in the item; anything unknown is read like a form',
			},
			{ name: 'Missed Call', value: 'missedCall', description: 'Items of a Missed Call Trigger' },
			{ name: 'Web Form or Any JSON', value: 'form', description: 'For example the item of a Webhook or a form tool' },
			...formats,
		],
		default: 'auto',
		description: 'What kind of item comes in. Choose one only if it is not detected rightly.',
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
					{ name: 'Email', value: 'email' },
					{ name: 'Form', value: 'form' },
					{ name: 'Listing Site', value: 'listing' },
					{ name: 'Other', value: 'other' },
					{ name: 'Text', value: 'text' },
					{ name: 'Walk-In', value: 'walk_in' },
				],
				default: 'form',
				description: 'How the renter got in touch, if the format does not tell it rightly',
			},
			{
				displayName: 'Form Name',
				name: 'provider',
				type: 'string',
				default: 'form',
				description: 'Tells forms apart whose submission IDs might be the same, for example website and tour-page',
			},
			...tableProperties,
		].sort((a, b) => a.displayName.localeCompare(b.displayName)) as INodeProperties[],
	},
];
