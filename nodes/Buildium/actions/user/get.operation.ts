import { getOneOf } from '../../build/getOne';
import { picker } from '../../fields/pickers';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a user',
	shape: 'user',
	description: 'One user of Buildium',
	fields: [
		picker({
			source: 'staff',
			name: 'userId',
			label: 'User',
			required: true,
			description: 'A member of staff from the list, or any user by the ID',
		}),
	],
	path: (call) => `/v1/users/${requiredId(call, 'userId', 'User')}`,
});
