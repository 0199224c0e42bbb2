import type { INodeProperties } from 'n8n-workflow';

import { policyProperties } from './policy';

const ownOptions: INodeProperties[] = [
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
		displayName: 'Look Up Line Type',
		name: 'lookUp',
		type: 'boolean',
		default: false,
		description:
			'Whether Twilio Lookup is asked once per number if it is a landline (a small fee each). No answer within 2 seconds counts as a mobile phone.',
	},
	{
		displayName: 'To Number',
		name: 'to',
		type: 'string',
		default: '',
		placeholder: '+1 512 555 0123',
		description: 'Who is texted, if not the renter of this item',
	},
];

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
	...policyProperties('form'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...ownOptions, ...policyProperties('options')].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	},
];
