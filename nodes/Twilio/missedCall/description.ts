import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_GREETING, DEFAULT_SCREENING_TEXT } from './parameters';

const owns = { show: { mode: ['ring_staff'] } };
const answers = { show: { mode: ['ring_staff', 'forwarded'] } };

/** The trigger's form, in the order in which an operations manager fills it. */
export const missedCallProperties: INodeProperties[] = [
	{
		displayName: 'How Calls Reach This Number',
		name: 'mode',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Ring Staff First',
				value: 'ring_staff',
				description: 'This number is the one you publish. Twilio rings your staff; if nobody takes the call, it is missed.',
			},
			{
				name: 'Calls Reach This Number Only When Nobody Answered',
				value: 'forwarded',
				description: 'Your phone system forwards unanswered or busy calls to this number. Every call that arrives is missed.',
			},
			{
				name: 'Another App Answers This Number',
				value: 'watch',
				description: 'A Twilio Studio flow or another app goes on answering. We only listen for how calls end.',
			},
		],
		default: 'ring_staff',
		description: 'Decides what Twilio is told to do with a call, and when a call counts as missed',
	},
	{
		displayName: 'Line Names or IDs',
		name: 'lines',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getLines' },
		required: true,
		default: [],
		description:
			'Your Twilio numbers that this workflow takes care of. Each must be in your portfolio settings. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Staff Numbers',
		name: 'staffNumbers',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. (512) 555-0110, (512) 555-0111',
		displayOptions: owns,
		description: 'Phones to ring, separated by commas, at most 10',
	},
	{
		displayName: 'Ring for (Seconds)',
		name: 'ringSeconds',
		type: 'number',
		typeOptions: { minValue: 5, maxValue: 60 },
		default: 18,
		displayOptions: owns,
		description:
			'How long staff phones ring before the call counts as missed. Most carrier mailboxes pick up after 20 to 25 seconds, so stay below that.',
	},
	{
		displayName: 'Ring Order',
		name: 'ringOrder',
		type: 'options',
		options: [
			{ name: 'All at Once', value: 'all' },
			{ name: 'One After Another', value: 'sequence' },
		],
		default: 'all',
		displayOptions: owns,
		description: 'Whether all staff phones ring together or each in turn',
	},
	{
		displayName: 'Staff Must Press 1',
		name: 'screening',
		type: 'boolean',
		default: true,
		displayOptions: owns,
		description:
			"Whether a staff member must press 1 to take the call. Without it, a call that a staff phone's mailbox picks up counts as answered and the renter gets no text.",
	},
	{
		displayName: 'Voicemail',
		name: 'voicemail',
		type: 'boolean',
		default: true,
		displayOptions: answers,
		description: 'Whether the caller may leave a message after the greeting. It appears on the call-back task.',
	},
	{
		displayName: 'Greeting',
		name: 'greeting',
		type: 'string',
		typeOptions: { rows: 3 },
		default: DEFAULT_GREETING,
		displayOptions: answers,
		description: 'What a caller hears whom nobody answered. [property] and [brand] are filled in.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: "Keep Renters' Texts",
				name: 'replies',
				type: 'boolean',
				default: true,
				description:
					'Whether texts that renters send to the lines are kept on their record and shown on the call-back, and "stop" in any wording is obeyed. A chat tool that already takes these texts in Twilio keeps them.',
			},
			{
				displayName: 'Longest Voicemail (Seconds)',
				name: 'maxVoicemailSeconds',
				type: 'number',
				typeOptions: { minValue: 10, maxValue: 600 },
				default: 120,
				description: 'After this the recording stops',
			},
			{
				displayName: 'Screening Text',
				name: 'screeningText',
				type: 'string',
				default: DEFAULT_SCREENING_TEXT,
				description: 'What staff hear when they pick up. [property] and [brand] are filled in.',
			},
			{
				displayName: 'Transcribe Voicemail',
				name: 'transcribe',
				type: 'boolean',
				default: false,
				description:
					'Whether Twilio transcribes messages (English, extra cost). The transcript follows minutes later; the text does not wait for it.',
			},
			{
				displayName: 'Voice',
				name: 'voice',
				type: 'string',
				default: 'alice',
				description: 'Twilio voice that speaks the greeting and the screening text, such as Polly.Joanna',
			},
		],
	},
	{
		displayName:
			'Publishing sets the voice and status addresses of these lines in Twilio and remembers what stood there; unpublishing gives it back. As a safety net for times when this n8n is down, give each line a fallback in the Twilio Console: see the documentation.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
];
