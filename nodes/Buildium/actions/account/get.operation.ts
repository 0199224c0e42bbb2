import { getOneOf } from '../../build/getOne';

export const get = getOneOf({
	action: 'Get the account',
	shape: 'account',
	description: 'The company behind the API keys; its ID is the AccountId of webhooks',
	fields: [],
	path: () => '/v1/administration/account',
});
