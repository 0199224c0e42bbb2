import type { NewLead, StoredLead } from '../port/leads';
import { fromJson, toJson } from '../sql/columns';

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
	owner: string;
	next_action: string;
	next_action_at: number;
	property_key: string | null;
	interest: string;
	created_at: number;
	updated_at: number;
}

export const COLUMNS = `id, portfolio, first_name, last_name, full_name, phone, email, source, status, owner, next_action,
	next_action_at, property_key, interest, created_at, updated_at`;

/** Everything of a lead that may change, by column. */
export function toColumns(lead: Omit<NewLead, 'portfolio'>) {
	return {
		first_name: lead.firstName,
		last_name: lead.lastName,
		full_name: lead.fullName,
		phone: lead.phone,
		email: lead.email,
		source: lead.source,
		status: lead.status,
		owner: lead.owner,
		next_action: lead.nextAction,
		next_action_at: lead.nextActionAt,
		property_key: lead.propertyKey,
		interest: toJson(lead.interest),
		search_text: fold([lead.fullName, lead.firstName, lead.lastName, lead.phone, lead.email].filter((part) => part !== null).join(' ')),
		search_digits: digitsOf(lead.phone ?? ''),
	};
}

/** What is inserted for a new lead. */
export function leadRow(lead: NewLead, id: string, now: number) {
	return { id, portfolio: lead.portfolio, ...toColumns(lead), created_at: now, updated_at: now };
}

/**
 * Lower case, and one spelling for letters that Unicode can spell in two ways. Done here and not in SQL, because SQLite
 * lower-cases ASCII only.
 */
export function fold(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}

export function digitsOf(text: string): string {
	return text.replace(/\D/g, '');
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
		owner: row.owner,
		nextAction: row.next_action,
		nextActionAt: row.next_action_at,
		propertyKey: row.property_key,
		interest: fromJson(row.interest),
		createdAt: row.created_at,
		updatedAt: row.updated_at,
	};
}
