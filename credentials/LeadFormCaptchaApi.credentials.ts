import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret half of a captcha: with it our side asks the service what its widget found. */
export class LeadFormCaptchaApi implements ICredentialType {
	name = 'leadFormCaptchaApi';

	displayName = 'Lead Form Captcha API';

	icon: Icon = { light: 'file:leadInbox.svg', dark: 'file:leadInbox.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-leasing/n8n-nodes-leasing/blob/main/docs/credentials/lead-form-captcha.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The secret key that Turnstile, reCAPTCHA or hCaptcha shows beside the site key. Your website has the site key.',
		},
		{
			displayName: 'Verify URL',
			name: 'verifyUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://www.recaptcha.net/recaptcha/api/siteverify',
			description: "Only if the service is to be asked at another address than its usual one. Empty: the service's own.",
		},
	];
}
