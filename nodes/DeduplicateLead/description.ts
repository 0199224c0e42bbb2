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
		description:
			'When to open a task for a person to get back to the renter. A renter who calls again while one is open gets it moved up, not a second one.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Ask a Person From',
				name: 'review',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
				default: 30,
				description:
					'How likely, in percent, two records must be one renter for a person to be asked. Higher: fewer questions, more renters with two leads.',
			},
			{
				displayName: 'Default Owner',
				name: 'defaultOwner',
				type: 'string',
				default: '',
				placeholder: 'e.g. Weekend Team',
				description: 'Who owns a new lead when its property names nobody. Empty: the default owner in the Portfolio settings.',
			},
			{
				displayName: 'Fields That May Decide',
				name: 'fields',
				type: 'multiOptions',
				options: [
					{ name: 'Birth Date', value: 'birth_date' },
					{ name: 'City and Postcode', value: 'place' },
					{ name: 'Contact ID of the Provider', value: 'provider_contact' },
					{ name: 'E-Mail', value: 'email' },
					{ name: 'First Name', value: 'first_name' },
					{ name: 'Last Name', value: 'last_name' },
					{ name: 'Phone', value: 'phone' },
					{ name: 'Property Asked For', value: 'property' },
					{ name: 'Relay Address', value: 'relay', description: 'A conversation on a listing site' },
					{ name: 'Street', value: 'street' },
				],
				default: [],
				description:
					'What may speak for or against two records being one renter. Empty: everything. What forbids a merge, such as two clearly different first names, does so in any case.',
			},
			{
				displayName: 'Look Among',
				name: 'scope',
				type: 'options',
				options: [
					{ name: 'All Leads of the Company', value: 'portfolio' },
					{
						name: 'Leads of the Same Property',
						value: 'property',
						description: 'A renter who asks about two properties is two leads',
					},
				],
				default: 'portfolio',
				description: 'Where to look for a renter who is known',
			},
			{
				displayName: 'Match Only (Dry Run)',
				name: 'dryRun',
				type: 'boolean',
				default: false,
				description: 'Whether to decide and write nothing, to see what would happen',
			},
			{
				displayName: 'Merge Without Asking From',
				name: 'automatic',
				type: 'number',
				typeOptions: { minValue: 50, maxValue: 100, numberPrecision: 1 },
				default: 95,
				description:
					'How likely, in percent, two records must be one renter to be merged without a person. 100: never by itself; only a number that one person uses still finds its lead.',
			},
			{
				displayName: 'Simplify',
				name: 'simplify',
				type: 'boolean',
				default: true,
				description: 'Whether to return a simplified version of the response instead of the raw data',
				hint: 'One flat line for each item: result, name, leadId, candidates, repeated, score and why. For reports of long lists.',
			},
		],
	},
];
