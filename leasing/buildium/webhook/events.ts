import * as z from 'zod/v4';

import type { Millis } from '../../time';

const ALL = ['Created', 'Updated', 'Deleted'] as const;

/**
 * What Buildium reports, as of its specification of March 2026: record, what can happen to it, and the field with its id.
 * New names may appear at any time and are taken, too.
 */
const RECORDS: ReadonlyArray<readonly [record: string, happenings: readonly string[], idField: string]> = [
	['Applicant', ALL, 'ApplicantId'],
	['ApplicantApplication', ['Created', 'Updated'], 'ApplicationId'],
	['Application.Transaction', ['Created', 'Updated'], 'TransactionId'],
	['Association', ALL, 'AssociationId'],
	['Association.MeterReading', ALL, 'MeterReadingId'],
	['AssociationBoardMember', ALL, 'BoardMemberId'],
	['AssociationOwner', ALL, 'AssociationOwnerId'],
	['AssociationTenant', ALL, 'TenantId'],
	['AssociationUnit', ALL, 'UnitId'],
	['BankAccount', ALL, 'BankAccountId'],
	['BankAccount.Transaction', ALL, 'TransactionId'],
	['Bill', ALL, 'BillIds'],
	['Bill.Payment', ALL, 'PaymentId'],
	['Budget', ALL, 'BudgetId'],
	['GLAccount', ALL, 'GLAccountId'],
	['Installation', ALL, 'IntegrationName'],
	['Lease', ALL, 'LeaseId'],
	['Lease.MoveOut', ['Created'], 'LeaseId'],
	['LeaseTenant', ALL, 'TenantId'],
	['LeaseTransaction', ALL, 'TransactionId'],
	['Listing', ALL, 'UnitId'],
	['OwnershipAccount', ALL, 'OwnershipAccountId'],
	['OwnershipAccountTransaction', ALL, 'TransactionId'],
	['PhoneLog', ALL, 'PhoneLogId'],
	['Rental', ALL, 'PropertyId'],
	['Rental.MeterReading', ALL, 'MeterReadingId'],
	['RentalUnit', ALL, 'UnitId'],
	['Task', ALL, 'TaskId'],
	['Task.History', ALL, 'TaskHistoryId'],
	['TaskCategory', ALL, 'TaskCategoryId'],
	['Vendor', ALL, 'VendorId'],
	['Vendor.Transaction', ALL, 'TransactionId'],
	['VendorCategory', ALL, 'VendorCategoryId'],
	['WorkOrder', ALL, 'WorkOrderId'],
];

/** Every known event name. */
export const BUILDIUM_EVENTS: readonly string[] = RECORDS.flatMap(([record, happenings]) =>
	happenings.map((happening) => `${record}.${happening}`),
);

/** One delivery: a flat object with the ids of what changed and nothing of its content. */
export interface BuildiumEvent {
	eventName: string;
	/** `Task` of `Task.Created`. */
	record: string;
	/** Id of the record, as text; null when the event is of a kind that we do not know. */
	recordId: string | null;
	/** As sent: up to seven digits of a second. */
	eventDateTime: string;
	at: Millis;
	accountId: number;
	/** Everything as sent. */
	fields: Record<string, unknown>;
}

const eventSchema = z
	.object({
		EventName: z.string().regex(/^[A-Za-z]+(\.[A-Za-z]+)+$/),
		EventDateTime: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
		AccountId: z.number().int(),
	})
	.passthrough();

/** Reads a verified body. @returns null when it is no event */
export function readBuildiumEvent(body: unknown): BuildiumEvent | null {
	const parsed = eventSchema.safeParse(body);
	if (!parsed.success) return null;
	const { EventName, EventDateTime, AccountId } = parsed.data;
	const record = EventName.slice(0, EventName.lastIndexOf('.'));
	const idField = RECORDS.find(([known]) => known === record)?.[2];
	const id: unknown = idField === undefined ? undefined : parsed.data[idField];
	return {
		eventName: EventName,
		record,
		recordId: typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : null,
		eventDateTime: EventDateTime,
		at: Date.parse(EventDateTime),
		accountId: AccountId,
		fields: { ...parsed.data },
	};
}

/**
 * Tells one event from all others: Buildium gives no id, so account, name, time and all ids in it are taken together. A retry
 * or a repeat has the same key.
 */
export function buildiumEventKey({ accountId, eventName, eventDateTime, fields }: BuildiumEvent): string {
	const ids = Object.entries(fields)
		.filter(([name]) => !['EventName', 'EventDateTime', 'AccountId'].includes(name))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
	return `buildium:${accountId}:${eventName}:${eventDateTime}:${ids.join(',')}`;
}

/** Whether an event is among those chosen: by its name, or `Task.*` for all of a record. Nothing chosen: all. */
export function isChosen(eventName: string, chosen: readonly string[]): boolean {
	if (chosen.length === 0) return true;
	return chosen.some((one) => one === eventName || (one.endsWith('.*') && eventName.startsWith(one.slice(0, -1))));
}
