import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret keys of webhooks that point to this n8n. Buildium makes one for each webhook; they are no API keys. */
export class BuildiumWebhookApi implements ICredentialType {
	name = 'buildiumWebhookApi';

	displayName = 'Buildium Webhook API';

	icon: Icon = { light: 'file:buildium.svg', dark: 'file:buildium.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-leasing/n8n-nodes-leasing/blob/main/docs/credentials/buildium-webhook.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'In Buildium open Settings > Developer Tools > Webhooks, add a webhook, paste the address that the Buildium Trigger shows, choose events, save, and copy its secret key.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Secret Key',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The secret key that Buildium shows for the webhook',
		},
		{
			displayName: 'Second Secret Key',
			name: 'secondSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Of another webhook that points to the same address, or the new one while a key is replaced',
		},
		{
			displayName: 'Third Secret Key',
			name: 'thirdSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'As the second one',
		},
	];
}
