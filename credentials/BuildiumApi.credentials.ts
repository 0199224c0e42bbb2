import type { IAuthenticate, Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The two keys of Buildium's Open API. There is no sign-in and no token: both go with every request. */
export class BuildiumApi implements ICredentialType {
	name = 'buildiumApi';

	displayName = 'Buildium API';

	icon: Icon = { light: 'file:buildium.svg', dark: 'file:buildium.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-leasing/n8n-nodes-leasing/blob/main/docs/credentials/buildium.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'Buildium has an API on its Premium plan only. An administrator switches it on under Settings > Application settings > System preferences > Api settings, and makes keys under Settings > Developer Tools. Tick for the key: <b>to know who calls</b> Rentals > Tenants, Rentals > Property Rental Owners, Rentals > Rental properties and units, Maintenance > Vendors and Administration > Users (View); <b>to write calls and inquiries back</b> Tasks > Tasks, Communications > Timelines (Phone Logs) and Rentals > Applicants (View and Edit); <b>for the rest</b> Rentals > Leases, Rentals > Listings, Maintenance > Work Orders and Documents > Files (View). Administration > Account Information (View) lets n8n test the keys.',
			name: 'permissionsNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Production', value: 'production', description: 'Your real account, at api.buildium.com' },
				{
					name: 'Sandbox',
					value: 'sandbox',
					description: 'The test account with sample data, at apisandbox.buildium.com. It has keys of its own.',
				},
				{ name: 'Another Address', value: 'custom', description: 'A proxy of your own, or a stand-in for tests' },
			],
			default: 'production',
			description: 'Where the keys were made. Keys of one environment do not work in the other.',
		},
		{
			displayName: 'Address',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'https://buildium.example.com',
			description: 'Begins with https:// and ends before /v1',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'Under Settings > Developer Tools in Buildium',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Shown once, when the key is made. If it is lost, make a new key.',
		},
		{
			displayName: 'Requests per Second',
			name: 'requestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0.5, maxValue: 9, numberPrecision: 1 },
			default: 7,
			description:
				'The most that one n8n process sends with this key. Buildium allows 10 a second in all. Divide if several n8n workers or other programs use the same key.',
		},
	];

	// A function and not n8n's expressions: n8n evaluates those inside executions and webhooks only, and a published trigger
	// calls Buildium by itself.
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		const { clientId, clientSecret } = credentials as Record<string, string | undefined>;
		const keys = { 'x-buildium-client-id': clientId?.trim() ?? '', 'x-buildium-client-secret': clientSecret?.trim() ?? '' };
		return await Promise.resolve({ ...requestOptions, headers: { ...requestOptions.headers, ...keys } });
	};

	// The account: the smallest answer there is, and the only one that names the account. A narrow key gets 403, which is not 401.
	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ $credentials.environment === "custom" ? $credentials.baseUrl.replace(/\\/+$/, "") : $credentials.environment === "sandbox" ? "https://apisandbox.buildium.com" : "https://api.buildium.com" }}',
			url: '/v1/administration/account',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Wrong keys: Buildium does not know this Client ID and Client Secret. Check both, and that Environment is the one they were made in.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'The keys are right, but may not read the account, so this test cannot go further. Tick Administration > Account Information (View) for the key, or save and go on: the nodes that need other permissions work without it.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'There is no Buildium API at this address. Check Environment and Address; the address ends before /v1.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 429,
					message: 'Buildium has too many requests with these keys just now. The keys are right; try again in a few seconds.',
				},
			},
		],
	};
}
