import type { INodeProperties } from 'n8n-workflow';

/** In the order of a week, not of the alphabet; values are what the settings reader takes. */
const weekdays = [
	{ name: 'Monday', value: 'Monday' },
	{ name: 'Tuesday', value: 'Tuesday' },
	{ name: 'Wednesday', value: 'Wednesday' },
	{ name: 'Thursday', value: 'Thursday' },
	{ name: 'Friday', value: 'Friday' },
	{ name: 'Saturday', value: 'Saturday' },
	{ name: 'Sunday', value: 'Sunday' },
];

const mondayToSaturday = weekdays.slice(0, 6).map(({ value }) => value);

export const hoursFields: INodeProperties[] = [
	{
		displayName: 'Office Hours',
		name: 'officeHours',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Hours' },
		default: { hours: [{ days: mondayToSaturday, opens: '09:00', closes: '18:00' }] },
		placeholder: 'Add Hours',
		description: 'When somebody is in the office, in the time zone of the company. A day that stands in no row is closed.',
		options: [
			{
				displayName: 'Hours',
				name: 'hours',
				values: [
					{
						displayName: 'Days',
						name: 'days',
						type: 'multiOptions',
						options: weekdays,
						default: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
						description: 'Days with these hours',
					},
					{
						displayName: 'Opens',
						name: 'opens',
						type: 'string',
						default: '09:00',
						placeholder: 'e.g. 09:00',
						description: 'Time of day, such as 09:00 or 9 AM',
					},
					{
						displayName: 'Closes',
						name: 'closes',
						type: 'string',
						default: '18:00',
						placeholder: 'e.g. 18:00',
						description: 'Time of day, such as 18:00 or 6 PM',
					},
				],
			},
		],
	},
	{
		displayName: 'Holidays',
		name: 'holidays',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-26, 2026-12-25',
		description: 'Comma-separated list of dates on which the office is closed',
	},
];
