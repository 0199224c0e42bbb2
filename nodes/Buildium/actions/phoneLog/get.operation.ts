import { getOneOf, idField } from '../../build/getOne';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a phone log',
	shape: 'phoneLog',
	description: 'One logged call',
	fields: [idField('phoneLogId', 'Phone Log ID', 'The ID of the phone log')],
	path: (call) => `/v1/communications/phonelogs/${requiredId(call, 'phoneLogId', 'Phone Log ID')}`,
});
