import type { INodeProperties } from 'n8n-workflow';

import { portfolioProperty } from '../../../shared/description';
import { picker } from '../../fields/pickers';

export const dryRunField: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to show what would be written and write nothing',
};

/** What happened, for events that the item does not tell of. */
const happenings: INodeProperties = {
	displayName: 'What Happened',
	name: 'what',
	type: 'options',
	options: [
		{ name: 'As the Item Says', value: 'auto', description: 'A missed call, with the text that answered it, or an inquiry' },
		{ name: 'Inquiry', value: 'inquiry' },
		{ name: 'Missed Call', value: 'missed_call' },
		{ name: 'No-Show', value: 'no_show', description: 'The renter did not come to a tour' },
		{ name: 'Something Else', value: 'other' },
		{ name: 'Status Changed', value: 'status_changed' },
		{ name: 'Text Received', value: 'text_received' },
		{ name: 'Text Sent', value: 'text_sent' },
		{ name: 'Tour Booked', value: 'tour_booked' },
	],
	default: 'auto',
	description: 'What is written down. Anything but the first choice needs a Summary.',
};

const text = (displayName: string, name: string, description: string, placeholder = ''): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
	...(placeholder === '' ? {} : { placeholder }),
});

export const queueFields: INodeProperties[] = [
	{ ...portfolioProperty, default: "={{ $json.portfolio ?? $json.inquiry?.portfolio ?? 'main' }}" },
	happenings,
	{
		...text(
			'Summary',
			'summary',
			'One line for the people who read it in Buildium. Empty: made from the item.',
			'e.g. Did not come to the tour at 3 PM',
		),
	},
	picker({
		source: 'staff',
		name: 'assignTo',
		label: 'Assign To',
		description: 'Who gets contact requests of people whom Buildium does not know, when the property has no manager among the staff',
	}),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			picker({
				source: 'taskCategory',
				name: 'category',
				label: 'Category',
				description: 'Category of contact requests, such as one named Leasing',
			}),
			text('Details', 'details', 'Further lines to write down'),
			{ ...dryRunField },
			{
				displayName: 'Due in Days',
				name: 'dueInDays',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 365 },
				default: 0,
				description: 'When a contact request is due; 0 is today',
			},
			text('Email', 'email', 'E-mail address of the person, when the item does not tell', 'name@example.com'),
			text(
				'Event Key',
				'eventKey',
				'Unique for the event. The same key is written once, however often this runs. Empty: made from the item.',
			),
			text('Event Time', 'eventTime', 'When it happened. Empty: as the item says, or now.'),
			text('First Name', 'firstName', 'First name of the person, when the item does not tell'),
			text('Last Name', 'lastName', 'Last name of the person, when the item does not tell'),
			text('Lead ID', 'leadId', 'The lead it is about, when the item does not tell'),
			{
				displayName: 'Make Applicants',
				name: 'makeApplicant',
				type: 'boolean',
				default: false,
				description:
					'Whether a renter with first and last name becomes an applicant instead of a contact request. Applicants cannot be deleted by the API.',
			},
			text('Phone', 'phone', 'Phone number of the person, when the item does not tell', '(512) 555-0123'),
			{
				displayName: 'Priority',
				name: 'priority',
				type: 'options',
				options: [
					{ name: 'High', value: 'High' },
					{ name: 'Low', value: 'Low' },
					{ name: 'Normal', value: 'Normal' },
				],
				default: 'Normal',
				description: 'Of contact requests',
			},
			picker({
				source: 'property',
				name: 'property',
				label: 'Property',
				description: 'The property in Buildium. Empty: the one with the name that the Portfolio settings use.',
			}),
			{
				displayName: 'Send Application',
				name: 'sendApplication',
				type: 'boolean',
				default: false,
				description: 'Whether Buildium e-mails the rental application to a new applicant',
			},
		],
	},
];
