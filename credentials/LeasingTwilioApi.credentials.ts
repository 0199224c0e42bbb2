import type { IAuthenticate, Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * Our own Twilio credential. n8n's built-in one may hold an API key only, and Twilio signs its requests with the
 * account's auth token alone, so the token is required here even when REST calls use an API key.
 */
export class LeasingTwilioApi implements ICredentialType {
	name = 'leasingTwilioApi';

	displayName = 'Leasing Twilio API';

	icon: Icon = { light: 'file:twilio.svg', dark: 'file:twilio.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-leasing/n8n-nodes-leasing/blob/main/docs/credentials/twilio.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Account SID',
			name: 'accountSid',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'ACxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
			description: 'Starts with AC. On the first page of the Twilio Console, under Account Info.',
		},
		{
			displayName: 'Auth Token',
			name: 'authToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The primary auth token, beside the Account SID. Needed even if you use an API key below: Twilio signs its requests to n8n with it, and unsigned requests are refused.',
		},
		{
			displayName: 'Previous Auth Token',
			name: 'previousAuthToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only while you change the auth token: requests signed with the old one are accepted too. Empty it afterwards.',
		},
		{
			displayName: 'Webhook Signing Secrets',
			name: 'webhookSigningSecrets',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only if a Webhook Rule in your Twilio account signs requests with a SharedKey: its secret, which Twilio shows once. While you change the key, both, separated by a blank.',
		},
		{
			displayName: 'API Key SID',
			name: 'apiKeySid',
			type: 'string',
			default: '',
			placeholder: 'SKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
			description: 'Optional. If given, calls to Twilio use this key instead of the auth token.',
		},
		{
			displayName: 'API Key Secret',
			name: 'apiKeySecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Belongs to the API Key SID',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.twilio.com',
			description: 'Leave as it is, unless you point the nodes at a stand-in for tests',
		},
	];

	// A function and not n8n's expressions: n8n evaluates those inside executions and webhooks only, and a published trigger
	// calls Twilio by itself, long after n8n has put the expression engine away.
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		const { accountSid, authToken, apiKeySid, apiKeySecret } = credentials as Record<string, string | undefined>;
		const auth = apiKeySid
			? { username: apiKeySid, password: apiKeySecret ?? '' }
			: { username: accountSid ?? '', password: authToken ?? '' };
		return await Promise.resolve({ ...requestOptions, auth });
	};

	// Not the account itself: a standard API key may not read that, but it may read what the nodes read.
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl || "https://api.twilio.com" }}',
			url: '=/2010-04-01/Accounts/{{ $credentials.accountSid }}/IncomingPhoneNumbers.json?PageSize=1',
		},
	};
}
