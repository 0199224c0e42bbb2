import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** What the senders of leads prove themselves with. One credential for each sender, so that no sender can speak for another. */
export class LeadInboxApi implements ICredentialType {
	name = 'leadInboxApi';

	displayName = 'Lead Inbox API';

	icon: Icon = { light: 'file:leadInbox.svg', dark: 'file:leadInbox.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-leasing/n8n-nodes-leasing/blob/main/docs/credentials/lead-inbox.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'Make one credential for each sender. The documentation says where each of them shows its secret, or where you enter one of your own.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'What the sender signs with, or sends along: a signing key, an app secret, a password. One of your own has at least 8 characters.',
		},
		{
			displayName: 'Second Secret',
			name: 'secondSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The new one while a secret is replaced; either is accepted',
		},
		{
			displayName: 'Third Secret',
			name: 'thirdSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'As the second one',
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			description: 'For Basic authentication only; the secret is the password',
		},
		{
			displayName: 'Verify Token',
			name: 'verifyToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'For Meta only: a word of your own that you also enter where the app asks for the callback URL',
		},
	];
}
