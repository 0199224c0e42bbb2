import { getOneOf, idField } from '../../build/getOne';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a contact request',
	shape: 'contactRequest',
	description: 'One contact request',
	fields: [idField('contactRequestId', 'Contact Request ID', 'The ID of the contact request')],
	path: (call) => `/v1/tasks/contactrequests/${requiredId(call, 'contactRequestId', 'Contact Request ID')}`,
});
