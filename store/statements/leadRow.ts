import { LEAD_STATUSES } from '../../leasing/pipeline/status';
import type { LeadPatch, NewLead, StoredLead } from '../port/leads';
import { fromJson, toJson } from '../sql/columns';
import { requireWord } from './words';

/** A row of `leads` as the database returns it. */
export interface Row {
	id: string;
	portfolio: string;
	first_name: string | null;
	last_name: string | null;
	full_name: string | null;
	phone: string | null;
	email: string | null;
	source: string;
	status: StoredLead['status'];
	status_since: number;
	lost_reason: string | null;
	owner: string;
	next_action: string;
	next_action_at: number;
	property_key: string | null;
	interest: string;
	taken_over_by: string | null;
	taken_over_at: number | null;
	erased_at: number | null;
	created_at: number;
	updated_at: number;
}

export const COLUMNS = `id, portfolio, first_name, last_name, full_name, phone, email, source, status, status_since, lost_reason,
	owner, next_action, next_action_at, property_key, interest, taken_over_by, taken_over_at, erased_at, created_at, updated_at`;

/** What a lead is besides what is said of a new one. */
type Standing = Pick<StoredLead, 'statusSince' | 'lostReason' | 'takenOver'>;

/** Everything of a lead that may change, by column. */
export function toColumns(lead: Omit<NewLead, 'portfolio'> & Standing) {
	return {
		first_name: lead.firstName,
		last_name: lead.lastName,
		full_name: lead.fullName,
		phone: lead.phone,
		email: lead.email,
		source: lead.source,
		status: lead.status,
		status_since: lead.statusSince,
		lost_reason: lead.lostReason,
		owner: lead.owner,
		next_action: lead.nextAction,
		next_action_at: lead.nextActionAt,
		property_key: lead.propertyKey,
		interest: toJson(lead.interest),
		taken_over_by: lead.takenOver?.by ?? null,
		taken_over_at: lead.takenOver?.at ?? null,
	};
}

/** What is inserted for a new lead. */
export function leadRow(lead: NewLead, id: string, now: number) {
	requireStatus(lead.status);
	const standing: Standing = { statusSince: now, lostReason: null, takenOver: null };
	return { id, portfolio: lead.portfolio, ...toColumns({ ...lead, ...standing }), created_at: now, updated_at: now };
}

/** A lead as it is after a change; what the patch does not name stays. */
export function patched(before: StoredLead, patch: LeadPatch, now: number): StoredLead {
	if (patch.status !== undefined) requireStatus(patch.status);
	const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as LeadPatch;
	const statusSince = given.status !== undefined && given.status !== before.status ? now : before.statusSince;
	return { ...before, ...given, statusSince };
}

function requireStatus(status: string): void {
	requireWord(LEAD_STATUSES, status, "A lead's status");
}

export function toLead(row: Row): StoredLead {
	return {
		id: row.id,
		portfolio: row.portfolio,
		firstName: row.first_name,
		lastName: row.last_name,
		fullName: row.full_name,
		phone: row.phone,
		email: row.email,
		source: row.source,
		status: row.status,
		statusSince: row.status_since,
		lostReason: row.lost_reason,
		owner: row.owner,
		nextAction: row.next_action,
		nextActionAt: row.next_action_at,
		propertyKey: row.property_key,
		interest: fromJson(row.interest),
		takenOver: row.taken_over_by === null || row.taken_over_at === null ? null : { by: row.taken_over_by, at: row.taken_over_at },
		erasedAt: row.erased_at,
		createdAt: row.created_at,
		updatedAt: row.updated_at,
	};
}
