import { timeFilter, type TimeFormat } from '../../../leasing/buildium/dates';
import { DAY, MINUTE, type Clock, type Millis } from '../../../leasing/time';
import { isChosen, readBuildiumEvent } from '../../../leasing/buildium/webhook/events';
import type { DirectoryOf, Store } from '../../../store/port';
import type { BuildiumClient, BuildiumRecord } from '../transport';
import { cursorOf } from '../cursorOf';
import { buildiumItem } from './item';

/** One list that can be asked for what changed. */
interface Source {
	record: string;
	idField: string;
	path: string;
	format: TimeFormat;
	/** The record's own field for when it changed; null where it shows none. */
	changed: string | null;
}

const SOURCES: readonly Source[] = [
	{ record: 'Applicant', idField: 'ApplicantId', path: '/v1/applicants', format: 'instant', changed: 'LastUpdatedDateTime' },
	{ record: 'Task', idField: 'TaskId', path: '/v1/tasks', format: 'day', changed: 'LastUpdatedDateTime' },
	{ record: 'Lease', idField: 'LeaseId', path: '/v1/leases', format: 'instant', changed: 'LastUpdatedDateTime' },
	{ record: 'LeaseTenant', idField: 'TenantId', path: '/v1/leases/tenants', format: 'instant', changed: null },
	{ record: 'Rental', idField: 'PropertyId', path: '/v1/rentals', format: 'instant', changed: null },
	{ record: 'RentalUnit', idField: 'UnitId', path: '/v1/rentals/units', format: 'instant', changed: null },
	{ record: 'Vendor', idField: 'VendorId', path: '/v1/vendors', format: 'instant', changed: null },
	{ record: 'WorkOrder', idField: 'WorkOrderId', path: '/v1/workorders', format: 'day', changed: null },
];

/** An event takes up to a few minutes; whoever looks earlier would report what is still on its way. */
const STILL_COMING: Millis = 10 * MINUTE;
/** Two clocks; and one change may move the time of a record more than once. */
const SAME_CHANGE: Millis = 2 * MINUTE;

export interface Reconciling {
	store: Store;
	clock: Clock;
	client: BuildiumClient;
	consumer: string;
	of: DirectoryOf;
	chosen: readonly string[];
}

/**
 * Looks for changes that no event told of, and records them as events. A change counts as heard when an event about the record
 * came after it. @returns how many were found
 */
export async function reconcile(what: Reconciling): Promise<number> {
	let found = 0;
	for (const source of SOURCES) {
		const names = ['Created', 'Updated'].map((happening) => `${source.record}.${happening}`);
		if (names.some((name) => isChosen(name, what.chosen))) found += await look(source, what);
	}
	return found;
}

async function look(source: Source, { store, clock, client, consumer, of, chosen }: Reconciling): Promise<number> {
	const resource = `events:${consumer}:${source.record}`;
	const cursor = await store.cursors.get(cursorOf(of, resource));
	const until = clock.now() - STILL_COMING;
	const since = typeof cursor?.position === 'number' ? cursor.position : null;
	let found = 0;
	if (since !== null) {
		const from = timeFilter(since - (source.format === 'day' ? DAY : 0), source.format);
		for await (const record of client.getAll(source.path, { lastupdatedfrom: from })) {
			const event = missedEvent(source, record, { since, until, chosen });
			if (event === null) continue;
			const name = `${source.record}:${String(event.recordId)}`;
			const heard = await store.heardChanges.lastHeard(consumer, name);
			if (heard !== null && heard >= event.at - SAME_CHANGE) continue;
			const item = buildiumItem(event, of.portfolio, 'poll');
			const isNew = await store.transaction(async (tx) => {
				await tx.heardChanges.note(consumer, name, event.at);
				return await tx.events.record({ consumer, key: item.eventId, kind: 'buildium', payload: item, receivedAt: clock.now() });
			});
			if (isNew) found += 1;
		}
	}
	// Only when all pages were read: after an error the same stretch is looked through again.
	await store.cursors.move(cursorOf(of, resource), until, cursor?.revision ?? 0);
	return found;
}

function missedEvent(
	{ record: name, idField, changed }: Source,
	record: BuildiumRecord,
	{ since, until, chosen }: { since: Millis; until: Millis; chosen: readonly string[] },
) {
	const at = changed === null ? since : Date.parse(String(record[changed]));
	if (Number.isNaN(at) || at < since || at > until || typeof record.Id !== 'number') return null;
	const created = Date.parse(String(record.CreatedDateTime));
	const eventName = `${name}.${created >= since ? 'Created' : 'Updated'}`;
	if (!isChosen(eventName, chosen)) return null;
	const type = name === 'Task' && typeof record.TaskType === 'string' ? { TaskType: record.TaskType } : {};
	return readBuildiumEvent({
		EventName: eventName,
		EventDateTime: new Date(at).toISOString(),
		AccountId: 0,
		[idField]: record.Id,
		...type,
	});
}
