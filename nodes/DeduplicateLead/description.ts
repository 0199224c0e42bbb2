import type { INodeProperties } from 'n8n-workflow';

/** What stands in the field Inquiry unless somebody points it elsewhere. */
export const INQUIRY_OF_ITEM = '={{ $json.inquiry }}';

export const deduplicateLeadProperties: INodeProperties[] = [
	{
		displayName: 'Inquiry',
		name: 'inquiry',
		type: 'json',
		default: INQUIRY_OF_ITEM,
		required: true,
		description: 'The inquiry that Normalize Lead made. Leave as it is when that node stands before this one.',
	},
	{
		displayName: 'Call-Back Task',
		name: 'callBackTask',
		type: 'options',
		options: [
			{ name: 'For Missed Calls', value: 'calls' },
			{ name: 'For Every Inquiry', value: 'all', description: 'Forms too' },
			{ name: 'Never', value: 'never', description: 'Another step of the workflow tells your team' },
		],
		default: 'calls',
		description: 'When to open a task for a person to get back to the renter. A renter who calls again while one is open gets it moved up, not a second one.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Default Owner',
				name: 'defaultOwner',
				type: 'string',
				default: '',
				placeholder: 'e.g. Weekend Team',
				description: 'Who owns a new lead when its property names nobody. Empty: the default owner in the Portfolio settings.',
			},
			{
				displayName: 'Match Only (Dry Run)',
				name: 'dryRun',
				type: 'boolean',
				default: false,
				description: 'Whether to decide and write nothing, to see what would happen',
			},
		],
	},
];
