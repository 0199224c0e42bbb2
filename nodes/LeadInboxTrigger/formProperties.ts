import type { INodeProperties } from 'n8n-workflow';

const forForms = { show: { sender: ['public_form'] } };

/** What is asked only for a form that a browser sends to us itself. */
export const formProperties: INodeProperties[] = [
	{
		displayName:
			'A browser can hold no secret, so anybody can send such a form. Every lead is kept; what looks doubtful is texted only after a person has completed the task about it. If your website can send the form from its server, choose <b>Any Other Sender</b> instead.',
		name: 'formNotice',
		type: 'notice',
		default: '',
		displayOptions: forForms,
	},
	{
		displayName: 'Allowed Origins',
		name: 'allowedOrigins',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://www.maple.example, https://*.oakpark.example',
		displayOptions: forForms,
		description: 'Where the form stands: the beginning of the address, without a path. Several with commas between.',
	},
	{
		displayName: 'Hidden Field',
		name: 'trap',
		type: 'string',
		default: 'company_website',
		displayOptions: forForms,
		description: 'Name of a field that your page hides from people. Programs fill it in. Empty: there is none.',
	},
	{
		displayName: 'Captcha',
		name: 'captcha',
		type: 'options',
		options: [
			{ name: 'hCaptcha', value: 'hcaptcha' },
			{ name: 'None', value: 'none' },
			{ name: 'reCAPTCHA', value: 'recaptcha', description: 'Version 2, or version 3 with a score of at least 0.5' },
			{ name: 'Turnstile', value: 'turnstile', description: 'By Cloudflare' },
		],
		default: 'none',
		displayOptions: forForms,
		description: 'Which widget your page shows. When its service cannot be asked, the lead is kept and a person looks.',
	},
	{
		displayName: 'Thank-You Page',
		name: 'thankYouUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://www.maple.example/thank-you',
		displayOptions: forForms,
		description: "Where the browser goes after a plain form. Empty: it shows a short text. A page's own script gets JSON in any case.",
	},
];

/** Options of such a form. */
export const formOptions: INodeProperties[] = [
	{
		displayName: 'Forms per Address and Hour',
		name: 'perAddress',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10,
		displayOptions: { show: { '/sender': ['public_form'] } },
		description: 'How many forms from one internet address are texted without a person having looked',
	},
	{
		displayName: 'Forms per Hour',
		name: 'perForm',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 120,
		displayOptions: { show: { '/sender': ['public_form'] } },
		description: 'How many forms in all are texted without a person having looked',
	},
	{
		displayName: 'Forms per Phone Number and Hour',
		name: 'perNumber',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 3,
		displayOptions: { show: { '/sender': ['public_form'] } },
		description: 'How many forms with one phone number in them are texted without a person having looked',
	},
	{
		displayName: 'Thank-You Text',
		name: 'thankYouText',
		type: 'string',
		default: '',
		displayOptions: { show: { '/sender': ['public_form'] } },
		description: 'What the browser shows after a plain form when there is no thank-you page',
	},
];
