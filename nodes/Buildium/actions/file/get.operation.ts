import { getOneOf } from '../../build/getOne';
import { requiredId } from '../../fields/read';
import { fileField } from './fields';

export const get = getOneOf({
	action: 'Get a file',
	shape: 'file',
	description: 'What is known about a file; its content comes with Get Download Link',
	fields: [fileField],
	path: (call) => `/v1/files/${requiredId(call, 'fileId', 'File ID')}`,
});
