import type { INodeProperties } from 'n8n-workflow';

import { OTHER_SENDER, PUBLIC_FORM, SENDERS } from '../../leasing/inbox/senders/senders.data';
import { portfolioProperty } from '../shared/description';
import { formOptions, formProperties } from './formProperties';
import { proofProperties } from './proofProperties';

const DESCRIPTIONS: Readonly<Record<string, string>> = {
	acuity: 'Signed with the API key of the account. Its requests hold IDs only.',
	calendly: 'Signed with the key that was set when the webhook was made',
	callrail: 'Signed with the signing key of the company',
	cal_com: 'Signed with the secret of the webhook',
	google_ads: 'The key of the lead form stands in each request',
	jotform: 'Signs nothing: put ?secret=… behind the URL',
	meta: "Signed with the app's secret. Its requests hold IDs only.",
	showmojo: 'Sends a bearer token',
	tally: 'Signed with the signing secret of the webhook',
	typeform: 'Signed with the secret of the webhook',
	webflow: "Signed with the app's client secret; webhooks that were made in the dashboard are not signed",
	wufoo: 'The handshake key stands in each request',
	zillow: 'Signs nothing: a header that its support adds, or ?secret=… behind the URL',
	other: 'A form of your website, a listing site, a chat, another program',
	public_form: 'Without a server in between. Anybody can send it, so doubtful ones wait for a person.',
};

const senderOptions = [...SENDERS, OTHER_SENDER, PUBLIC_FORM]
	.map(({ id, name }) => ({ name, value: id, description: DESCRIPTIONS[id] ?? '' }))
	.sort((a, b) => a.name.localeCompare(b.name));

/** The trigger's form, in the order in which an operations manager fills it. */
export const inboxProperties: INodeProperties[] = [
	{
		displayName:
			'Copy the <b>Production URL</b> above and enter it where the sender asks for a webhook. What was answered is stored, and the workflow runs from the store: a restart loses nothing.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Sender',
		name: 'sender',
		type: 'options',
		noDataExpression: true,
		options: senderOptions,
		default: 'other',
		description: 'Who sends leads to this address. Use one trigger for each.',
	},
	...proofProperties,
	...formProperties,
	{
		displayName: 'Form or Site Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Tour page',
		description: 'Stands in items and tasks, so that people know where a lead came from',
	},
	{
		displayName: 'Source if It Names None',
		name: 'source',
		type: 'string',
		default: '',
		placeholder: 'e.g. Apartments.com',
		description: 'Where these renters come from, if the lead itself does not say it. Empty: as the sender usually is.',
	},
	{
		displayName: 'Options',
		name: 'settings',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Delivery ID',
				name: 'deliveryId',
				type: 'string',
				default: '',
				placeholder: 'e.g. event_id, data.id',
				description:
					'Where in the content the sender numbers its deliveries, so that a repeated one runs once. Several with commas between; the first that is there counts.',
			},
			...formOptions,
			{
				displayName: 'Oldest Request (Minutes)',
				name: 'oldestMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10_080 },
				default: 15,
				description: 'How long ago a signed request may have been sent, if it says when. Older ones are refused as recordings.',
			},
			// n8n would refuse to publish while a required field of a collection was not added.
			{ ...portfolioProperty, required: false },
			{
				displayName: 'Same Content Within (Minutes)',
				name: 'sameMinutes',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 10_080 },
				default: 10,
				description: 'Without a delivery ID: exactly the same content within so long is one delivery. 0: never.',
			},
		],
	},
	// n8n reads the body of a request for its nodes, and answers 422 itself when it cannot. With this it leaves the bytes to us.
	{ displayName: 'Raw Body', name: 'options', type: 'hidden', default: { binaryData: true } },
];
