import type { INodeProperties } from 'n8n-workflow';

import { BUILDIUM_EVENTS } from '../../../leasing/buildium/webhook/events';
import { portfolioProperty } from '../../shared/description';

export const triggerProperties: INodeProperties[] = [
	{
		displayName:
			'Buildium cannot be told by software where to report. Copy the <b>Production URL</b> above, and in Buildium paste it under Settings > Developer Tools > Webhooks > Add webhook. Then copy the secret key from there into the Buildium Webhook credential.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: [...BUILDIUM_EVENTS].sort().map((name) => ({ name, value: name })),
		default: [],
		description: 'Which events start the workflow. None chosen: every event that Buildium sends. Choose them in Buildium as well.',
	},
	{
		displayName: 'Our Own Changes',
		name: 'ownChanges',
		type: 'options',
		options: [
			{ name: 'Leave Out', value: 'skip', description: 'What the operation Write has just written does not start the workflow' },
			{ name: 'Mark', value: 'mark', description: 'The item says whether it was us' },
		],
		default: 'skip',
		description: 'Buildium may report what this n8n has written there; a workflow that writes again would then go round in circles',
	},
	{
		displayName: 'Read the Record',
		name: 'readRecord',
		type: 'boolean',
		default: false,
		description: 'Whether to read the record from Buildium, since an event holds its ID only. Needs the Buildium API credential.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Look for Missed Events Every (Minutes)',
				name: 'pollMinutes',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 1440 },
				default: 0,
				description:
					'Asks Buildium what changed and reports what no event told of: applicants, leases, properties, residents, tasks, units, vendors and work orders. 0: never. Buildium drops an event after three retries. Needs the Buildium API credential.',
			},
			{
				displayName: 'Other Events',
				name: 'otherEvents',
				type: 'string',
				default: '',
				placeholder: 'e.g. Showing.Created, Task.*',
				description: 'Names that are not in the list, separated by commas, or all of a record with a star',
			},
			// n8n would refuse to publish while a required field of a collection was not added.
			{ ...portfolioProperty, required: false },
			{
				displayName: 'Replay Window (Minutes)',
				name: 'replayMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 1440 },
				default: 90,
				description: 'How old a delivery may be. The default outlasts the last retry, which comes after about 71 minutes.',
			},
		],
	},
];
