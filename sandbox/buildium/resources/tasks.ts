import { isoSeconds } from '../data/dates';
import { contains, idIn, oneOf, updated, type Filters } from '../rest/filters';
import { list, one } from '../rest/operations';
import { taskCategoryView } from './taskCategories';
import type { Account } from '../account';
import type { Fields } from '../contract';
import type { TaskRecord, TaskType } from '../data/records';
import type { Row } from '../data/table';
import type { Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

export const TASK_STATUSES = ['New', 'InProgress', 'Completed', 'Deferred', 'Closed'] as const;
export const PRIORITIES = ['Low', 'Normal', 'High'] as const;
export const TASK_TYPES = ['ContactRequest', 'ResidentRequest', 'Todo', 'RentalOwnerRequest'];

/** What tasks of every kind show. */
function common({ id, fields, createdAt, updatedAt }: Row<TaskRecord>, account: Account): Fields {
	const { Title, Description, UnitId, AssignedToUserId, TaskStatus, Priority, DueDate } = fields;
	return {
		Id: id,
		Category: fields.CategoryId === null ? null : taskCategoryView(account, fields.CategoryId, fields.SubCategoryId),
		Title,
		Description,
		Property:
			fields.PropertyId === null
				? null
				: { Id: fields.PropertyId, Type: 'Rental', Href: `${account.url}/v1/rentals/${fields.PropertyId}` },
		UnitId,
		AssignedToUserId,
		TaskStatus,
		Priority,
		DueDate,
		CreatedDateTime: isoSeconds(createdAt),
		LastUpdatedDateTime: isoSeconds(updatedAt),
	};
}

const unitAgreement = ({ LeaseId }: TaskRecord, { url }: Account): Fields | null =>
	LeaseId === null ? null : { Id: LeaseId, Type: 'Lease', Href: `${url}/v1/leases/${LeaseId}` };

function requestedBy({ TaskType, RequestedById, ContactDetail }: TaskRecord, { tables, url }: Account): Fields | null {
	if (ContactDetail !== null) {
		return {
			Type: 'ContactRequestor',
			Id: null,
			FirstName: ContactDetail.FirstName,
			LastName: ContactDetail.LastName,
			IsCompany: false,
			Href: null,
		};
	}
	if (RequestedById === null) return null;
	const isTenant = TaskType === 'ResidentRequest';
	const person = isTenant ? tables.tenants.row(RequestedById)?.fields : tables.rentalOwners.row(RequestedById)?.fields;
	return {
		Type: isTenant ? 'RentalTenant' : 'RentalOwner',
		Id: RequestedById,
		FirstName: person?.FirstName ?? null,
		LastName: person?.LastName ?? null,
		IsCompany: false,
		Href: `${url}/v1/${isTenant ? 'leases/tenants' : 'rentals/owners'}/${RequestedById}`,
	};
}

/** What each kind shows beyond the common fields. Only a contact request has its contact's details. */
const EXTRA: Record<TaskType, (task: TaskRecord, account: Account) => Fields> = {
	ContactRequest: ({ ContactDetail }) => ({ ContactDetail }),
	Todo: () => ({}),
	ResidentRequest: (task, account) => ({
		UnitAgreement: unitAgreement(task, account),
		RequestedByUserEntity: requestedBy(task, account),
		Appliance: null,
		IsEntryPermittedByResident: task.IsEntryPermittedByResident,
		DoesResidentHavePets: task.DoesResidentHavePets,
		ResidentEntryNotes: task.ResidentEntryNotes,
	}),
	RentalOwnerRequest: (task, account) => ({ RequestedByUserEntity: requestedBy(task, account) }),
};

const base = {
	scope: 'tasks',
	table: ({ tables }: Account) => tables.tasks,
	events: { name: 'Task', ids: ({ id, fields }: Row<TaskRecord>) => ({ TaskId: id, TaskType: fields.TaskType }) },
} as const;

function ofType(type: TaskType): Resource<TaskRecord> {
	return {
		...base,
		only: (task) => task.TaskType === type,
		view: (row, account) => ({ ...common(row, account), ...EXTRA[type](row.fields, account) }),
	};
}

export const contactRequests = ofType('ContactRequest');
export const todos = ofType('Todo');
export const residentRequests = ofType('ResidentRequest');
export const rentalOwnerRequests = ofType('RentalOwnerRequest');

/** All kinds in one list, without the contact's details. */
export const tasks: Resource<TaskRecord> = {
	...base,
	view: (row, account) => ({
		...common(row, account),
		TaskType: row.fields.TaskType,
		UnitAgreement: unitAgreement(row.fields, account),
		RequestedByUserEntity: requestedBy(row.fields, account),
	}),
};

/** Of the properties of an owner, or of one property. The sandbox has no associations. */
export function entityIds(propertyId: number | null, { tables }: Account, query: URLSearchParams): number[] {
	if (propertyId === null || query.get('entitytype') === 'Association') return [];
	return query.get('entitytype') === 'RentalOwner' ? (tables.rentals.row(propertyId)?.fields.RentalOwnerIds ?? []) : [propertyId];
}

export const ENTITY_TYPES = ['Rental', 'RentalOwner', 'Association'];

/** Dates of tasks are days: an update asked for since today brings all of today. */
const filters: Filters<TaskRecord> = {
	fields: {
		entitytype: oneOf(ENTITY_TYPES, () => ENTITY_TYPES),
		entityid: idIn(({ fields }, account, query) => entityIds(fields.PropertyId, account, query)),
		statuses: oneOf([...TASK_STATUSES], ({ fields }) => [fields.TaskStatus]),
		unitid: idIn(({ fields }) => [fields.UnitId]),
		taskcategoryid: idIn(({ fields }) => [fields.CategoryId]),
		priorities: oneOf([...PRIORITIES], ({ fields }) => [fields.Priority]),
		assignedtoid: idIn(({ fields }) => [fields.AssignedToUserId]),
		tasktitle: contains(({ fields }) => [fields.Title]),
	},
	ranges: [updated('day'), { from: 'duedatefrom', to: 'duedateto', format: 'day', read: ({ fields }) => fields.DueDate }],
	pairs: [['entityid', 'entitytype']],
};

const byLease = { unitagreementid: idIn<TaskRecord>(({ fields }) => [fields.LeaseId]) };
const allKinds: Filters<TaskRecord> = {
	...filters,
	fields: { ...filters.fields, ...byLease, type: oneOf(TASK_TYPES, ({ fields }) => [fields.TaskType]) },
};

export const taskReadOperations: Operation[] = [
	list('/v1/tasks', tasks, { filters: allKinds }),
	one('/v1/tasks/{taskId}', tasks),
	list('/v1/tasks/contactrequests', contactRequests, { filters }),
	one('/v1/tasks/contactrequests/{contactRequestTaskId}', contactRequests),
	list('/v1/tasks/todorequests', todos, { filters }),
	one('/v1/tasks/todorequests/{toDoTaskId}', todos),
	list('/v1/tasks/residentrequests', residentRequests, { filters: { ...filters, fields: { ...filters.fields, ...byLease } } }),
	one('/v1/tasks/residentrequests/{residentRequestTaskId}', residentRequests),
	list('/v1/tasks/rentalownerrequests', rentalOwnerRequests, { filters }),
	one('/v1/tasks/rentalownerrequests/{rentalOwnerRequestTaskId}', rentalOwnerRequests),
];
