import { getOneOf, idField } from '../../build/getOne';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get a work order',
	shape: 'workOrder',
	description: 'One work order',
	fields: [idField('workOrderId', 'Work Order ID', 'The ID of the work order')],
	path: (call) => `/v1/workorders/${requiredId(call, 'workOrderId', 'Work Order ID')}`,
});
