import * as z from 'zod/v4';
import { unusable } from '../refusal';
import * as body from '../rest/bodies';
import { create, mustExist, replace } from '../rest/operations';
import { checkCategory } from './taskCategories';
import { addHistory } from './taskHistory';
import { contactRequests, PRIORITIES, rentalOwnerRequests, residentRequests, TASK_STATUSES, todos } from './tasks';
import { leases, tenants } from './leases';
import { rentalOwners } from './contacts';
import { rentals, units } from './rentals';
import { mustBeStaff } from './users';
import type { Account } from '../account';
import type { TaskRecord, TaskType } from '../data/records';
import type { Row } from '../data/table';
import type { Exchange, Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

const Common = z.object({
	Title: body.requiredText(127),
	CategoryId: body.id(),
	SubCategoryId: body.id(),
	TaskStatus: z.enum(TASK_STATUSES),
	Priority: z.enum(PRIORITIES),
	DueDate: body.day(),
});
const place = { PropertyId: body.id(), UnitId: body.id() };
const described = { Description: body.text(65_500) };
const message = { Message: body.text(65_500) };
const contact = {
	ContactDetail: z.object({
		FirstName: body.requiredText(127),
		LastName: body.text(127),
		Email: body.text(),
		PhoneNumbers: body.contactPhoneNumbers(),
	}),
};
const resident = {
	UnitAgreementId: body.requiredId(),
	RequestedByEntityId: body.requiredId(),
	IsEntryPermittedByResident: body.flag(),
	DoesResidentHavePets: body.flag(),
	ResidentEntryNotes: body.text(),
	ShareWithRentalOwners: body.flag(),
	ShareWithBoardMembers: body.flag(),
};

const Todo = Common.extend({ ...place, AssignedToUserId: body.requiredId() });
const Contact = Todo.extend(contact);
const Assignable = Common.extend({ AssignedToUserId: body.id() });
const Resident = Assignable.extend(resident);
const Owner = Assignable.extend({ ...place });

type Given = z.infer<typeof Common> & { AssignedToUserId: number | null; PropertyId?: number | null; UnitId?: number | null };

/** Checks what a body refers to. @returns the fields that every kind has. @throws Refusal 422 */
function checked(given: Given, account: Account) {
	const { Title, CategoryId, SubCategoryId, TaskStatus, Priority, DueDate, AssignedToUserId } = given;
	const [PropertyId, UnitId] = [given.PropertyId ?? null, given.UnitId ?? null];
	checkCategory(account, CategoryId, SubCategoryId);
	if (AssignedToUserId !== null) mustBeStaff(account, 'AssignedToUserId', AssignedToUserId);
	const property = mustExist(rentals, account, 'PropertyId', PropertyId);
	if (property?.fields.IsActive === false) throw unusable('PropertyId', `The property '${property.id}' is not active.`);
	const unit = mustExist(units, account, 'UnitId', UnitId);
	if (unit !== null && unit.fields.PropertyId !== PropertyId)
		throw unusable('UnitId', `The unit '${unit.id}' does not belong to the property.`);
	return { Title, CategoryId, SubCategoryId, TaskStatus, Priority, DueDate, PropertyId, UnitId, AssignedToUserId: AssignedToUserId ?? 0 };
}

const EMPTY = {
	Description: null,
	ContactDetail: null,
	LeaseId: null,
	RequestedById: null,
	IsEntryPermittedByResident: null,
	DoesResidentHavePets: null,
	ResidentEntryNotes: null,
};

const task = (TaskType: TaskType, given: Given & { Description: string | null }, account: Account): TaskRecord => ({
	...EMPTY,
	TaskType,
	Description: given.Description,
	...checked(given, account),
});

/** An update leaves an entry in the history, with its message. */
function noteUpdate(row: Row<TaskRecord>, given: { Message: string | null }, { account }: Exchange): void {
	addHistory(account, row, given.Message);
}

/** Each kind has to be updated on its own path: another one is refused with 422, not 404. */
function onOwnPath(operation: Operation, resource: Resource<TaskRecord>): Operation {
	return {
		...operation,
		handle: (exchange) => {
			const row = exchange.account.tables.tasks.row(exchange.ids[0] ?? 0);
			if (row !== null && resource.only?.(row.fields) === false) throw unusable('Id', `The task '${row.id}' is of another type.`);
			return operation.handle(exchange);
		},
	};
}

/** The place of a resident request follows from the lease. Nobody checks that the tenant belongs to it. */
function residentPlace({ UnitAgreementId, RequestedByEntityId }: z.infer<typeof Resident>, account: Account) {
	const lease = mustExist(leases, account, 'UnitAgreementId', UnitAgreementId);
	mustExist(tenants, account, 'RequestedByEntityId', RequestedByEntityId);
	return {
		LeaseId: UnitAgreementId,
		RequestedById: RequestedByEntityId,
		PropertyId: lease?.fields.PropertyId ?? null,
		UnitId: lease?.fields.UnitId ?? null,
	};
}

const paths = {
	contact: '/v1/tasks/contactrequests',
	todo: '/v1/tasks/todorequests',
	resident: '/v1/tasks/residentrequests',
	owner: '/v1/tasks/rentalownerrequests',
};

export const taskWriteOperations: Operation[] = [
	create(paths.contact, contactRequests, Contact.extend(described), (given, { account }) => ({
		...task('ContactRequest', given, account),
		ContactDetail: given.ContactDetail,
	})),
	// The description is no part of an update; it stays.
	onOwnPath(
		replace(
			`${paths.contact}/{contactRequestTaskId}`,
			contactRequests,
			Contact.extend(message),
			(given, _row, { account }) => ({ ...checked(given, account), ContactDetail: given.ContactDetail }),
			noteUpdate,
		),
		contactRequests,
	),
	create(paths.todo, todos, Todo.extend(described), (given, { account }) => task('Todo', given, account)),
	onOwnPath(
		replace(
			`${paths.todo}/{toDoTaskId}`,
			todos,
			Todo.extend(message),
			(given, _row, { account }) => checked(given, account),
			noteUpdate,
		),
		todos,
	),
	create(paths.resident, residentRequests, Resident.extend(described), (given, { account }) => ({
		...task('ResidentRequest', given, account),
		...residentPlace(given, account),
		IsEntryPermittedByResident: given.IsEntryPermittedByResident,
		DoesResidentHavePets: given.DoesResidentHavePets,
		ResidentEntryNotes: given.ResidentEntryNotes,
	})),
	onOwnPath(
		replace(
			`${paths.resident}/{residentRequestTaskId}`,
			residentRequests,
			Assignable.extend(message),
			(given, { fields }, { account }) => ({ ...checked(given, account), PropertyId: fields.PropertyId, UnitId: fields.UnitId }),
			noteUpdate,
		),
		residentRequests,
	),
	create(
		paths.owner,
		rentalOwnerRequests,
		Owner.extend({ ...described, RequestedByRentalOwnerId: body.requiredId() }),
		(given, { account }) => {
			mustExist(rentalOwners, account, 'RequestedByRentalOwnerId', given.RequestedByRentalOwnerId);
			return { ...task('RentalOwnerRequest', given, account), RequestedById: given.RequestedByRentalOwnerId };
		},
	),
	onOwnPath(
		replace(
			`${paths.owner}/{rentalOwnerRequestTaskId}`,
			rentalOwnerRequests,
			Owner.extend(message),
			(given, _row, { account }) => checked(given, account),
			noteUpdate,
		),
		rentalOwnerRequests,
	),
];
