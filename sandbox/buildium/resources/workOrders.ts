import { contains, idIn, number, oneOf, updated, type Filters } from '../rest/filters';
import { list, one } from '../rest/operations';
import { ENTITY_TYPES, entityIds, PRIORITIES, TASK_STATUSES, TASK_TYPES } from './tasks';
import type { Account } from '../account';
import type { TaskRecord, WorkOrderRecord } from '../data/records';
import type { Operation } from '../rest/exchange';
import type { Resource } from '../rest/resource';

const taskOf = ({ TaskId }: WorkOrderRecord, { tables }: Account): TaskRecord | null => tables.tasks.row(TaskId)?.fields ?? null;

export const workOrders: Resource<WorkOrderRecord> = {
	scope: 'workOrders',
	table: ({ tables }) => tables.workOrders,
	events: { name: 'WorkOrder', ids: ({ id }) => ({ WorkOrderId: id }) },
	view: ({ id, fields: { TaskId, ...fields } }, account) => {
		const task = account.tables.tasks.row(TaskId)?.fields;
		return {
			Id: id,
			Task:
				task === undefined
					? null
					: {
							Id: TaskId,
							Type: task.TaskType,
							UnitId: task.UnitId,
							UnitAgreement:
								task.LeaseId === null
									? null
									: { Id: task.LeaseId, Type: 'Lease', Href: `${account.url}/v1/leases/${task.LeaseId}` },
							Title: task.Title,
							DueDate: task.DueDate,
							Priority: task.Priority,
							Status: task.TaskStatus,
						},
			...fields,
			EntryContact: null,
			EntryContacts: [],
			BillTransactionId: null,
			BillTransactionIds: [],
			Amount: amountOf(fields.LineItems),
		};
	},
};

const amountOf = (items: WorkOrderRecord['LineItems']): number => items.reduce((sum, item) => sum + item.Quantity * item.UnitPrice, 0);

const filters: Filters<WorkOrderRecord> = {
	fields: {
		entitytype: oneOf(ENTITY_TYPES, () => ENTITY_TYPES),
		entityid: idIn(({ fields }, account, query) => entityIds(taskOf(fields, account)?.PropertyId ?? null, account, query)),
		statuses: oneOf([...TASK_STATUSES], ({ fields }) => [fields.Status]),
		type: oneOf(TASK_TYPES, ({ fields }, account) => [taskOf(fields, account)?.TaskType ?? '']),
		unitid: idIn(({ fields }, account) => [taskOf(fields, account)?.UnitId ?? null]),
		unitagreementid: idIn(({ fields }, account) => [taskOf(fields, account)?.LeaseId ?? null]),
		taskcategoryid: idIn(({ fields }, account) => [taskOf(fields, account)?.CategoryId ?? null]),
		priorities: oneOf([...PRIORITIES], ({ fields }) => [fields.Priority]),
		assignedtoid: idIn(({ fields }, account) => [taskOf(fields, account)?.AssignedToUserId ?? null]),
		vendorids: idIn(({ fields }) => [fields.VendorId]),
		amountfrom: number(
			({ fields }) => amountOf(fields.LineItems),
			(own, asked) => own >= asked,
		),
		amountto: number(
			({ fields }) => amountOf(fields.LineItems),
			(own, asked) => own <= asked,
		),
		isbilled: oneOf(['true', 'false'], () => ['false']),
		title: contains(({ fields }) => [fields.Title]),
		taskids: idIn(({ fields }) => [fields.TaskId]),
	},
	ranges: [updated('day'), { from: 'duedatefrom', to: 'duedateto', format: 'day', read: ({ fields }) => fields.DueDate }],
	pairs: [['entityid', 'entitytype']],
};

export const workOrderOperations: Operation[] = [
	list('/v1/workorders', workOrders, { filters }),
	one('/v1/workorders/{workOrderId}', workOrders),
];
