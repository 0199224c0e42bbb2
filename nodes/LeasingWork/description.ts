import type { INodeProperties } from 'n8n-workflow';

export const workTriggerProperties: INodeProperties[] = [
	{
		displayName: 'Kinds of Work',
		name: 'kinds',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. follow_up, write_back',
		description: 'Which work this workflow does, separated by commas, spelled exactly as where the work is added',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'At Once',
				name: 'atOnce',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 50 },
				default: 4,
				description: 'How many executions this trigger keeps running at the same time at most',
			},
			{
				displayName: 'Attempts',
				name: 'attempts',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 50 },
				default: 10,
				description: 'How often the workflow may fail for one piece of work before a person gets a task about it',
			},
			{
				displayName: 'First Pause (Seconds)',
				name: 'firstPauseSeconds',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 86400 },
				default: 30,
				description: 'How long to wait after the first failure. Each further pause is twice as long, give or take a fifth.',
			},
			{
				displayName: 'Longest Pause (Minutes)',
				name: 'longestPauseMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10080 },
				default: 60,
				description: 'Pauses grow no longer than this',
			},
		],
	},
	{
		displayName:
			'A piece of work is done when its execution ends without an error. One that fails is tried again later; after the last attempt it becomes a task for a person. Add work with the Lead node: resource Work, operation Add.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
];
