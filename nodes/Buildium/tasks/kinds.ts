import { changedContactRequest, changedToDo, newContactRequest, newToDo, type TaskChanges } from '../../../leasing/buildium/bodies/task';
import type { Body } from '../../../leasing/buildium/bodies/body';
import { readContactFields } from '../fields/taskFields';
import type { BuildiumRecord } from '../transport';

/** The two kinds of tasks that we write. Each is changed at its own path; the common one refuses. */
export interface TaskKind {
	/** As in "Create a contact request". */
	label: string;
	path: string;
	idName: string;
	idLabel: string;
	hasContact: boolean;
	newBody(task: TaskChanges, given: Record<string, unknown>): Body;
	changedBody(record: BuildiumRecord, changes: TaskChanges, given: Record<string, unknown>): Body;
}

export const contactRequest: TaskKind = {
	label: 'contact request',
	path: '/v1/tasks/contactrequests',
	idName: 'contactRequestId',
	idLabel: 'Contact Request ID',
	hasContact: true,
	newBody: (task, given) => newContactRequest(task, readContactFields(given)),
	changedBody: (record, changes, given) => changedContactRequest(record, changes, readContactFields(given)),
};

export const toDo: TaskKind = {
	label: 'to-do',
	path: '/v1/tasks/todorequests',
	idName: 'toDoId',
	idLabel: 'To-Do ID',
	hasContact: false,
	newBody: (task) => newToDo(task),
	changedBody: (record, changes) => changedToDo(record, changes),
};
