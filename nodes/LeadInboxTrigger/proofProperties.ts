import type { INodeProperties } from 'n8n-workflow';

const OPEN = ['other', 'zillow'];
const byWord = { show: { sender: OPEN, provenBy: ['word'] } };
const byHmac = { show: { sender: OPEN, provenBy: ['hmac'] } };

/** How a sender whose habits we do not know proves itself. */
export const proofProperties: INodeProperties[] = [
	{
		displayName: 'Proven By',
		name: 'provenBy',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Basic Authentication',
				value: 'basic',
				description: 'User and password; the password is the secret of the credential',
			},
			{
				name: 'HMAC Signature',
				value: 'hmac',
				description: 'The sender signs each request with the secret. The surest, if it can.',
			},
			{
				name: 'Secret in a Header or the URL',
				value: 'word',
				description: 'The sender sends the secret along. Whoever sees one request can send others.',
			},
		],
		default: 'word',
		displayOptions: { show: { sender: OPEN } },
		description: 'How a request shows that it is from this sender. What does not is refused.',
	},
	{
		displayName: 'Header',
		name: 'headerName',
		type: 'string',
		default: 'x-lead-secret',
		displayOptions: byWord,
		description: 'The header in which the sender puts the secret. Under Authorization the word Bearer stands before it.',
	},
	{
		displayName: 'URL Parameter',
		name: 'queryName',
		type: 'string',
		default: 'secret',
		displayOptions: byWord,
		description:
			'For senders that can set no header: write ?secret=… behind the URL. Addresses stand in the logs of proxies, so a header is better.',
	},
	{
		displayName: 'Signature Header',
		name: 'signatureHeader',
		type: 'string',
		default: 'x-signature',
		displayOptions: byHmac,
		description: 'The header that holds the signature',
	},
	{
		displayName: 'Algorithm',
		name: 'algorithm',
		type: 'options',
		options: [
			{ name: 'SHA-1', value: 'sha1' },
			{ name: 'SHA-256', value: 'sha256' },
			{ name: 'SHA-512', value: 'sha512' },
		],
		default: 'sha256',
		displayOptions: byHmac,
		description: 'Of the HMAC',
	},
	{
		displayName: 'Encoding',
		name: 'encoding',
		type: 'options',
		options: [
			{ name: 'Base64', value: 'base64' },
			{ name: 'Base64 for URLs', value: 'base64url' },
			{ name: 'Hex', value: 'hex' },
		],
		default: 'hex',
		displayOptions: byHmac,
		description: 'How the signature is written',
	},
	{
		displayName: 'Prefix',
		name: 'prefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. sha256=',
		displayOptions: byHmac,
		description: 'What stands before the signature',
	},
	{
		displayName: 'Part',
		name: 'part',
		type: 'string',
		default: '',
		placeholder: 'e.g. v1',
		displayOptions: byHmac,
		description: "The signature's name, if the header holds several parts such as t=1700000000,v1=5f2c…",
	},
	{
		displayName: 'What Is Signed',
		name: 'signed',
		type: 'options',
		options: [
			{ name: 'The Body', value: 'body' },
			{ name: 'Time, Colon, Body', value: 'timeColonBody' },
			{ name: 'Time, Full Stop, Body', value: 'timeDotBody' },
			{ name: 'Something Else', value: 'custom' },
		],
		default: 'body',
		displayOptions: byHmac,
		description: 'What the signature covers',
	},
	{
		displayName: 'Signed Text',
		name: 'signedCustom',
		type: 'string',
		default: '{body}',
		placeholder: 'e.g. {webhook-id}.{time}.{body}',
		displayOptions: { show: { ...byHmac.show, signed: ['custom'] } },
		description: 'With {body}, {time}, and the name of any header in braces',
	},
	{
		displayName: 'Time Stands In',
		name: 'timeFrom',
		type: 'options',
		options: [
			{ name: 'A Header', value: 'header' },
			{ name: 'A Part of the Signature Header', value: 'part' },
			{ name: 'There Is None', value: 'none' },
		],
		default: 'none',
		displayOptions: byHmac,
		description: 'Where the request says when it was sent, in seconds or milliseconds. Older ones than Oldest Request are refused.',
	},
	{
		displayName: 'Name of the Time',
		name: 'timeName',
		type: 'string',
		default: '',
		placeholder: 'e.g. x-request-timestamp, or t',
		displayOptions: { show: { ...byHmac.show, timeFrom: ['header', 'part'] } },
		description: 'Of the header, or of the part',
	},
	{
		displayName: 'Secret Is Written As',
		name: 'keyForm',
		type: 'options',
		options: [
			{ name: 'Base64', value: 'base64' },
			{ name: 'Hex', value: 'hex' },
			{ name: 'Text', value: 'text' },
		],
		default: 'text',
		displayOptions: byHmac,
		description: 'Text nearly always. Some senders show the key in base64 and sign with the bytes.',
	},
];
