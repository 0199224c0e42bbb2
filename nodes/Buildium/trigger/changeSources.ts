import { timeFilter, type TimeFormat } from '../../../leasing/buildium/dates';
import { isChosen, readBuildiumEvent } from '../../../leasing/buildium/webhook/events';
import { DAY, type Millis } from '../../../leasing/time';
import type { ChangeSource, FoundChange } from '../../../office/reconcile/changeSource';
import type { BuildiumClient, BuildiumRecord } from '../transport';
import { buildiumItem } from './item';

/** One list that can be asked for what changed. */
interface ChangeList {
	record: string;
	idField: string;
	path: string;
	format: TimeFormat;
	/** The record's own field for when it changed; null where it shows none. */
	changed: string | null;
}

const LISTS: readonly ChangeList[] = [
	{ record: 'Applicant', idField: 'ApplicantId', path: '/v1/applicants', format: 'instant', changed: 'LastUpdatedDateTime' },
	{ record: 'Task', idField: 'TaskId', path: '/v1/tasks', format: 'day', changed: 'LastUpdatedDateTime' },
	{ record: 'Lease', idField: 'LeaseId', path: '/v1/leases', format: 'instant', changed: 'LastUpdatedDateTime' },
	{ record: 'LeaseTenant', idField: 'TenantId', path: '/v1/leases/tenants', format: 'instant', changed: null },
	{ record: 'Rental', idField: 'PropertyId', path: '/v1/rentals', format: 'instant', changed: null },
	{ record: 'RentalUnit', idField: 'UnitId', path: '/v1/rentals/units', format: 'instant', changed: null },
	{ record: 'Vendor', idField: 'VendorId', path: '/v1/vendors', format: 'instant', changed: null },
	{ record: 'WorkOrder', idField: 'WorkOrderId', path: '/v1/workorders', format: 'day', changed: null },
];

export interface WhichChanges {
	/** Of the items. */
	portfolio: string;
	/** Event names, or `Task.*`; none: all. */
	chosen: readonly string[];
}

/** The lists of Buildium that show changes of the chosen kinds. */
export function buildiumChanges(client: BuildiumClient, which: WhichChanges): ChangeSource[] {
	const wanted = ({ record }: ChangeList): boolean =>
		['Created', 'Updated'].some((happening) => isChosen(`${record}.${happening}`, which.chosen));
	return LISTS.filter(wanted).map((list) => ({
		record: list.record,
		changesBetween: async function* (since, until) {
			const from = timeFilter(since - (list.format === 'day' ? DAY : 0), list.format);
			for await (const record of client.getAll(list.path, { lastupdatedfrom: from })) {
				const change = changeOf(list, record, { since, until, ...which });
				if (change !== null) yield change;
			}
		},
	}));
}

function changeOf(
	{ record: name, idField, changed }: ChangeList,
	record: BuildiumRecord,
	{ since, until, chosen, portfolio }: WhichChanges & { since: Millis; until: Millis },
): FoundChange | null {
	const at = changed === null ? since : Date.parse(String(record[changed]));
	if (Number.isNaN(at) || at < since || at > until || typeof record.Id !== 'number') return null;
	const created = Date.parse(String(record.CreatedDateTime));
	const eventName = `${name}.${created >= since ? 'Created' : 'Updated'}`;
	if (!isChosen(eventName, chosen)) return null;
	const type = name === 'Task' && typeof record.TaskType === 'string' ? { TaskType: record.TaskType } : {};
	const fields = { EventName: eventName, EventDateTime: new Date(at).toISOString(), AccountId: 0, [idField]: record.Id, ...type };
	const event = readBuildiumEvent(fields);
	if (event === null) return null;
	const item = buildiumItem(event, portfolio, 'poll');
	return { record: `${name}:${String(event.recordId)}`, at: event.at, eventId: item.eventId, item };
}
