import { Account } from './account';
import { dataOf, peopleOf } from './face';
import { listen, stopListening } from './server';
import type { AddressInfo } from 'node:net';
import type { BuildiumSandboxOptions, StartBuildiumSandbox } from './contract';

export type * from './contract';

/** Starts the Buildium stand-in on 127.0.0.1. @throws Error when the port is taken */
export const startBuildiumSandbox: StartBuildiumSandbox = async (options: BuildiumSandboxOptions = {}) => {
	const account = new Account(options);
	const server = await listen(account, options.port ?? 0);
	const { port } = server.address() as AddressInfo;
	account.url = `http://127.0.0.1:${port}`;
	return {
		url: account.url,
		baseUrl: `${account.url}/v1`,
		clientId: account.key.clientId,
		clientSecret: account.key.clientSecret,
		accountId: account.accountId,
		requests: account.requests,
		data: dataOf(account),
		people: peopleOf(account),
		faults: account.faults,
		webhooks: account.webhooks,
		setPlan: (plan) => {
			account.key.plan = plan;
		},
		setPermissions: (permissions) => {
			account.key.permissions = permissions;
		},
		setHabits: (habits) => {
			Object.assign(account.habits, habits);
		},
		stop: async () => {
			account.stop();
			await stopListening(server);
		},
	};
};
