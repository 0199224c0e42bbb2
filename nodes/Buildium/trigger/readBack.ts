import { asReply, RefusedError } from '../../../leasing/rest/refusedError';
import type { BuildiumClient, BuildiumRecord } from '../transport';
import type { BuildiumItem } from './item';

type Ids = Record<string, unknown>;

/** Where a record is read. What is not here has no endpoint of its own, or nothing that a leasing team needs. */
const PATHS: Readonly<Record<string, (ids: Ids) => string | null>> = {
	Applicant: by('/v1/applicants', 'ApplicantId'),
	ApplicantApplication: (ids) =>
		isId(ids.ApplicantId) && isId(ids.ApplicationId) ? `/v1/applicants/${ids.ApplicantId}/applications/${ids.ApplicationId}` : null,
	Lease: by('/v1/leases', 'LeaseId'),
	'Lease.MoveOut': by('/v1/leases', 'LeaseId'),
	LeaseTenant: by('/v1/leases/tenants', 'TenantId'),
	Listing: (ids) => (isId(ids.UnitId) ? `/v1/rentals/units/${ids.UnitId}/listing` : null),
	PhoneLog: by('/v1/communications/phonelogs', 'PhoneLogId'),
	Rental: by('/v1/rentals', 'PropertyId'),
	RentalUnit: by('/v1/rentals/units', 'UnitId'),
	Task: (ids) =>
		isId(ids.TaskId)
			? ids.TaskType === 'ContactRequest'
				? `/v1/tasks/contactrequests/${ids.TaskId}`
				: `/v1/tasks/${ids.TaskId}`
			: null,
	'Task.History': (ids) => (isId(ids.TaskId) && isId(ids.TaskHistoryId) ? `/v1/tasks/${ids.TaskId}/history/${ids.TaskHistoryId}` : null),
	Vendor: by('/v1/vendors', 'VendorId'),
	WorkOrder: by('/v1/workorders', 'WorkOrderId'),
};

/**
 * Reads what an event is about. @returns null when there is nothing to read, or not any more
 * @throws RefusedError when it is to be tried again
 */
export async function readBack(client: BuildiumClient, { record, ids, eventName }: BuildiumItem): Promise<BuildiumRecord | null> {
	const path = eventName.endsWith('.Deleted') ? null : (PATHS[record]?.(ids) ?? null);
	if (path === null) return null;
	const reply = await asReply(client.get(path));
	if (reply.ok) return reply.value;
	// Deleted in between: the workflow hears of that by itself.
	if (reply.refusal.code === 'not_found') return null;
	throw new RefusedError(reply.refusal);
}

function by(path: string, idField: string): (ids: Ids) => string | null {
	return (ids) => (isId(ids[idField]) ? `${path}/${String(ids[idField])}` : null);
}

function isId(value: unknown): value is number | string {
	return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
}
