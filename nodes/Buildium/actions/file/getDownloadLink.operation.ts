import type { BuildiumOperation } from '../../call';
import { requiredId } from '../../fields/read';
import { fileField } from './fields';

export const getDownloadLink: BuildiumOperation = {
	name: 'Get Download Link',
	value: 'getDownloadLink',
	action: 'Get a download link of a file',
	description: 'A link to the content that works for five minutes, without keys; an HTTP Request node can fetch it',
	properties: [fileField],
	async execute(call) {
		const id = requiredId(call, 'fileId', 'File ID');
		// Asking twice makes two links, and harms nobody: so it may be repeated, other than what else is posted.
		return { Id: id, ...(await call.client.ask(`/v1/files/${id}/downloadrequest`)) };
	},
};
