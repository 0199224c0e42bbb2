import * as z from 'zod/v4';
import { isoSeconds } from '../data/dates';
import * as body from '../rest/bodies';
import { list, one, replace, rowInPath } from '../rest/operations';
import { tasks } from './tasks';
import { API_USER, userReference } from './users';
import type { Account } from '../account';
import type { TaskHistoryRecord, TaskRecord } from '../data/records';
import type { Row } from '../data/table';
import type { Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

export const taskHistory: Resource<TaskHistoryRecord> = {
	scope: 'tasks',
	table: ({ tables }) => tables.taskHistory,
	events: { name: 'Task.History', ids: ({ id, fields }) => ({ TaskId: fields.TaskId, TaskHistoryId: id }) },
	view: ({ id, fields: { TaskId: _task, UserId, ...fields }, createdAt, updatedAt }, account) => {
		const user = { ...userReference(account, UserId), UserType: 'Staff' };
		return {
			Id: id,
			...fields,
			SharedWith: [],
			FileIds: [],
			// Spelled so by Buildium.
			CreatedDateTIme: isoSeconds(createdAt),
			CreatedByUser: user,
			LastUpdatedDateTime: isoSeconds(updatedAt),
			LastUpdatedByUser: user,
		};
	},
};

/** What an update of a task leaves behind. There is no other way to make an entry. */
export function addHistory(account: Account, { id, fields }: Row<TaskRecord>, message: string | null): void {
	const { Priority, TaskStatus, AssignedToUserId, DueDate } = fields;
	const entry = { TaskId: id, Priority, TaskStatus, AssignedToUserId, DueDate, Message: message, UserId: API_USER };
	const row = account.tables.taskHistory.insert(entry, account.now());
	account.fireForOwnWrite('Task.History.Created', { TaskId: id, TaskHistoryId: row.id });
}

const ofTask = ({ fields }: Row<TaskHistoryRecord>, { ids }: { ids: number[] }): boolean => fields.TaskId === ids[0];

export const taskHistoryOperations: Operation[] = [
	list('/v1/tasks/{taskId}/history', taskHistory, {
		within: (exchange) => {
			const { id } = rowInPath(exchange, tasks);
			return ({ fields }) => fields.TaskId === id;
		},
	}),
	one('/v1/tasks/{taskId}/history/{taskHistoryId}', taskHistory, ofTask),
	replace('/v1/tasks/{taskId}/history/{taskHistoryId}', taskHistory, z.object({ Message: body.requiredText() }), ({ Message }) => ({
		Message,
	})),
];
