import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

const inPostgres = { show: { backend: ['postgres'] } };

/** Where the durable state lives. Nodes work without it, in a file beside n8n's own data. */
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
			options: [
				{ name: 'A File on This Machine (SQLite)', value: 'sqlite' },
				{ name: 'A Postgres Database', value: 'postgres' },
			],
			default: 'sqlite',
			description: 'Where leads, texts and tasks are kept. Postgres is needed when n8n runs on several machines (queue mode).',
		},
		{
			displayName: 'File',
			name: 'file',
			type: 'string',
			default: '',
			placeholder: '/home/node/.n8n/leasing/leasing.sqlite',
			description:
				"Absolute path of the database file. Leave empty for leasing/leasing.sqlite beside n8n's own data. Must be on a local disk that survives a restart, not on a network share.",
			displayOptions: { show: { backend: ['sqlite'] } },
		},
		{
			displayName: 'Host',
			name: 'host',
			type: 'string',
			default: '',
			placeholder: 'db.example.com',
			description: 'Address of the Postgres server, as n8n reaches it',
			displayOptions: inPostgres,
		},
		{
			displayName: 'Port',
			name: 'port',
			type: 'number',
			default: 5432,
			displayOptions: inPostgres,
		},
		{
			displayName: 'Database',
			name: 'database',
			type: 'string',
			default: '',
			placeholder: 'leasing',
			description:
				'Name of a database that exists on the server. It may be the one that n8n itself uses: our tables are kept apart in a schema.',
			displayOptions: inPostgres,
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			placeholder: 'n8n',
			description: 'Needs the right to create a schema in the database, or a schema of its own',
			displayOptions: inPostgres,
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: inPostgres,
		},
		{
			displayName: 'SSL',
			name: 'ssl',
			type: 'options',
			options: [
				{ name: 'Off', value: 'off', description: 'For a server on the same machine or private network' },
				{ name: 'On', value: 'on', description: "Encrypted, and the server's certificate is checked" },
				{ name: 'On, Certificate Not Checked', value: 'onUnchecked', description: 'Encrypted, but without proof of who answers' },
			],
			default: 'off',
			displayOptions: inPostgres,
		},
		{
			displayName: 'Schema',
			name: 'schema',
			type: 'string',
			default: 'leasing',
			description:
				'Holds our tables and nothing else; made at the first use. Two n8n that share a database but not their leads need two schemas.',
			displayOptions: inPostgres,
		},
	];
}
