import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** Where the durable state lives. Nodes work without it; Postgres joins with its own fields in a later version. */
export class LeasingStoreApi implements ICredentialType {
	name = 'leasingStoreApi';

	displayName = 'Leasing Store API';

	icon: Icon = { light: 'file:store.svg', dark: 'file:store.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-leasing/n8n-nodes-leasing/blob/main/docs/credentials/store.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Kept In',
			name: 'backend',
			type: 'options',
			options: [{ name: 'A File on This Machine (SQLite)', value: 'sqlite' }],
			default: 'sqlite',
			description: 'Where leads, texts and tasks are kept',
		},
		{
			displayName: 'File',
			name: 'file',
			type: 'string',
			default: '',
			placeholder: '/home/node/.n8n/leasing/leasing.sqlite',
			description:
				'Absolute path of the database file. Leave empty for leasing/leasing.sqlite beside n8n\'s own data. Must be on a local disk that survives a restart, not on a network share.',
		},
	];
}
