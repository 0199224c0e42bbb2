import type { INodeProperties } from 'n8n-workflow';

/** The form of Leasing Text, in the order in which it is filled. */
export const leasingTextProperties: INodeProperties[] = [
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 5 },
		default: '',
		required: true,
		hint: 'Filled in for you: [brand], [property], [first name], [tour link], [line]',
		placeholder: 'Hi [first name], this is [brand] at [property]. Sorry we missed your call. How can we help? Reply STOP to opt out.',
		description:
			'What the renter reads. A word in brackets that has no value disappears together with its gap. Say who you are, and how to stop.',
	},
	{
		displayName: 'Kind of Text',
		name: 'purpose',
		type: 'string',
		default: 'missed_call_reply',
		required: true,
		description: 'A name for this text. For one event, one text of each kind is sent, however often the workflow runs.',
	},
	{
		displayName: 'Outside Permitted Hours',
		name: 'afterHours',
		type: 'options',
		options: [
			{ name: 'Hold Until Permitted', value: 'hold', description: 'The text goes out by itself at the next permitted minute' },
			{ name: 'Leave It to a Person', value: 'person', description: 'No text; the call-back task says why' },
			{
				name: 'Send Anyway',
				value: 'send',
				description: 'Only for the direct reply to a renter who just called or wrote, without any advertising. Ask your counsel.',
			},
		],
		default: 'hold',
		description: 'Permitted is 9 AM to 8 PM, Sundays from noon, tightened by the states of the phone number and of the property',
	},
	{
		displayName: 'No Second Text For (Hours)',
		name: 'repeatWindowHours',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 720 },
		default: 12,
		description:
			'Someone who got a text from a line gets no other from it for so long: who redials three times gets one text. 0 turns this off.',
	},
	{
		displayName: 'Too Old After (Minutes)',
		name: 'maxEventAgeMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10_080 },
		default: 10,
		description:
			'A reply to an older event is not sent, so that a backlog after an outage does not text people about yesterday. A person calls instead.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Allow Numbers Outside North America',
				name: 'allowInternational',
				type: 'boolean',
				default: false,
				description: 'Whether numbers of other countries may be texted',
			},
			{
				displayName: "Answers the Renter's Own Call or Message",
				name: 'directReply',
				type: 'boolean',
				default: true,
				description:
					'Whether this text answers what the renter just did. Turn it off for follow-ups: those always wait for permitted hours.',
			},
			{
				displayName: 'Event Key',
				name: 'eventKey',
				type: 'string',
				default: '',
				description: 'What this text is about, if the item does not say. Two texts with the same key and kind are one text.',
			},
			{
				displayName: 'Event Time',
				name: 'eventTime',
				type: 'dateTime',
				default: '',
				description: 'When the event happened, if the item does not say',
			},
			{
				displayName: 'From Line',
				name: 'from',
				type: 'string',
				default: '',
				placeholder: '+1 512 555 0100',
				description: 'The line that sends, if not the one that was called',
			},
			{
				displayName: 'Longest Text (Segments)',
				name: 'maxSegments',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10 },
				default: 4,
				description:
					'A longer text is not sent. A segment holds 153 plain characters, or 67 if an emoji or another special character is in it.',
			},
			{
				displayName: 'Look Up Line Type',
				name: 'lookUp',
				type: 'boolean',
				default: false,
				description:
					'Whether Twilio Lookup is asked once per number if it is a landline (a small fee each). No answer within 2 seconds counts as a mobile phone.',
			},
			{
				displayName: 'Permitted From',
				name: 'opens',
				type: 'string',
				default: '09:00',
				description: "Earliest time on Monday to Saturday, at the renter's place",
			},
			{
				displayName: 'Permitted From on Sundays',
				name: 'sundayOpens',
				type: 'string',
				default: '12:00',
				description: "Earliest time on Sundays, at the renter's place",
			},
			{
				displayName: 'Permitted Until',
				name: 'closes',
				type: 'string',
				default: '20:00',
				description: "Latest time on every day, at the renter's place",
			},
			{
				displayName: 'Text Fixed Internet Phones',
				name: 'textFixedVoip',
				type: 'boolean',
				default: true,
				description: 'Whether numbers that Lookup calls fixedVoip are texted; many business phones among them cannot receive texts',
			},
			{
				displayName: 'To Number',
				name: 'to',
				type: 'string',
				default: '',
				placeholder: '+1 512 555 0123',
				description: 'Who is texted, if not the renter of this item',
			},
		],
	},
];
