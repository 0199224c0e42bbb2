import { getManyOf } from '../../build/getMany';
import { notesPath, parentFields } from './parents';

export const getMany = getManyOf({
	many: 'notes',
	shape: 'note',
	path: notesPath,
	fields: parentFields,
	first: 'newest',
	description: 'List the notes on a record, newest first',
	filters: [
		{ kind: 'picker', param: 'lastupdatedbyuserid', label: 'Written By', source: 'staff' },
		{ kind: 'from', param: 'updateddatetimefrom', label: 'Updated Since', format: 'spaced' },
		{ kind: 'to', param: 'updateddatetimeto', label: 'Updated Until', format: 'spaced' },
	],
});
