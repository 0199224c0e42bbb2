import * as z from 'zod/v4';

import { toIso, type Millis } from '../../time';
import { isRecord } from '../../isRecord';

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
		EventName: z
			.string()
			.max(100)
			.regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/),
		EventDateTime: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
		// A gateway that writes large numbers as text is common enough.
		AccountId: z.union([
			z.number().int(),
			z
				.string()
				.regex(/^\d{1,15}$/)
				.transform(Number),
		]),
	})
	.passthrough();

/** A verified body, read as far as it can be. */
export interface BuildiumDelivery {
	/** One, as Buildium documents it; several, should it ever send a list. */
	events: BuildiumEvent[];
	/** How many entries are no event; 1 when nothing in the body is. */
	unread: number;
}

/**
 * Reads a verified body, also with a byte order mark or with a list of events, which nobody has seen Buildium send: what it
 * signed and we cannot read must not be left out in silence.
 * @param sentAt when the request was sent: stands in for the time of an event that names none
 */
export function readBuildiumBody(body: string, sentAt: Millis): BuildiumDelivery {
	const entries = entriesOf(body);
	const events = entries.flatMap((entry) => readBuildiumEvent(withTime(withUsualNames(entry), sentAt)) ?? []);
	return { events, unread: Math.max(entries.length, 1) - events.length };
}

function entriesOf(body: string): unknown[] {
	let read: unknown;
	try {
		read = JSON.parse(body.replace(/^\uFEFF/, ''));
	} catch {
		return [];
	}
	if (Array.isArray(read)) return read;
	const usual = withUsualNames(read);
	if (isRecord(usual) && usual.EventName === undefined && Array.isArray(usual.Events)) return usual.Events;
	return [read];
}

/** Field names that we look at, in Buildium's own writing. */
const USUAL_NAMES = new Map(['EventName', 'EventDateTime', 'AccountId', 'Events'].map((name) => [name.toLowerCase(), name]));

function withUsualNames(entry: unknown): unknown {
	if (!isRecord(entry)) return entry;
	return Object.fromEntries(Object.entries(entry).map(([name, value]) => [USUAL_NAMES.get(name.toLowerCase()) ?? name, value]));
}

function withTime(entry: unknown, sentAt: Millis): unknown {
	if (!isRecord(entry)) return entry;
	const { EventDateTime: time } = entry;
	return typeof time === 'string' && !Number.isNaN(Date.parse(time)) ? entry : { ...entry, EventDateTime: toIso(sentAt) };
}

/** @returns null when it is no event */
export function readBuildiumEvent(entry: unknown): BuildiumEvent | null {
	const parsed = eventSchema.safeParse(entry);
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
