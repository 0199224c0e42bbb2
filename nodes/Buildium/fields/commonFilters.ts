import type { TimeFormat } from '../../../leasing/buildium/dates';
import type { Filter } from './filters';

export const APPLICATION_STATUSES = [
	'Undecided',
	'Approved',
	'Rejected',
	'AddedToLease',
	'Cancelled',
	'Deferred',
	'New',
	'Draft',
	'AddedToDraftLease',
];
export const TASK_STATUSES = ['New', 'InProgress', 'Completed', 'Deferred', 'Closed'];
export const TASK_TYPES = ['ContactRequest', 'ResidentRequest', 'Todo', 'RentalOwnerRequest'];
export const PRIORITIES = ['Low', 'Normal', 'High'];
export const ACTIVE = ['Active', 'Inactive'];

/** Changed since and until. @param field where Buildium compares days only: what the record shows of the time */
export function lastUpdated(format: TimeFormat, field?: string): Filter[] {
	const more = field === undefined ? {} : { field };
	return [
		{ kind: 'from', param: 'lastupdatedfrom', label: 'Updated Since', format, ...more },
		{ kind: 'to', param: 'lastupdatedto', label: 'Updated Until', format, ...more },
	];
}

/** What a record belongs to; Buildium takes one of the two. */
export function belongsTo(property: 'Property' | 'Rental'): Filter[] {
	return [
		{ kind: 'picker', param: 'property', sendAs: 'entityid', label: 'Property', source: 'property', needs: { entitytype: property } },
		{
			kind: 'picker',
			param: 'rentalOwner',
			sendAs: 'entityid',
			label: 'Rental Owner',
			source: 'rentalOwner',
			needs: { entitytype: 'RentalOwner' },
		},
	];
}

export const unitIds: Filter = { kind: 'picker', param: 'unitids', label: 'Unit', source: 'unit' };
export const propertyIds: Filter = { kind: 'picker', param: 'propertyids', label: 'Property', source: 'property' };
export const ownerIds: Filter = { kind: 'picker', param: 'rentalownerids', label: 'Rental Owner', source: 'rentalOwner' };

/** What all kinds of tasks, and work orders, can be filtered by. */
const taskAndWorkOrder: Filter[] = [
	...belongsTo('Rental'),
	{ kind: 'picker', param: 'assignedtoid', label: 'Assigned To', source: 'staff' },
	{ kind: 'picker', param: 'taskcategoryid', label: 'Category', source: 'taskCategory' },
	{ kind: 'picker', param: 'unitid', label: 'Unit', source: 'unit' },
	{ kind: 'choices', param: 'priorities', label: 'Priority', values: PRIORITIES },
	{ kind: 'choices', param: 'statuses', label: 'Status', values: TASK_STATUSES },
	{ kind: 'day', param: 'duedatefrom', label: 'Due From' },
	{ kind: 'day', param: 'duedateto', label: 'Due Until' },
];

export const taskFilters: Filter[] = [
	...taskAndWorkOrder,
	{ kind: 'text', param: 'tasktitle', label: 'Title Contains' },
	...lastUpdated('day', 'LastUpdatedDateTime'),
];

export const anyTaskFilters: Filter[] = [
	...taskFilters,
	{ kind: 'choice', param: 'type', label: 'Kind of Task', values: TASK_TYPES },
	{ kind: 'id', param: 'unitagreementid', label: 'Lease ID', description: 'Only tasks of this lease' },
];

export const workOrderFilters: Filter[] = [
	...taskAndWorkOrder,
	{ kind: 'text', param: 'title', label: 'Title Contains' },
	...lastUpdated('day').map((filter) => ({ ...filter, description: 'Buildium compares the date only: the whole day counts' })),
	{ kind: 'choice', param: 'type', label: 'Kind of Task', values: TASK_TYPES },
	{ kind: 'id', param: 'unitagreementid', label: 'Lease ID', description: 'Only work orders of this lease' },
	{ kind: 'picker', param: 'vendorids', label: 'Vendor', source: 'vendor' },
	{ kind: 'ids', param: 'taskids', label: 'Task IDs' },
	{ kind: 'number', param: 'amountfrom', label: 'Amount From' },
	{ kind: 'number', param: 'amountto', label: 'Amount Until' },
	{ kind: 'boolean', param: 'isbilled', label: 'Billed', description: 'Whether a bill was made for it' },
];
