import { StoreError } from '../port/errors';
import type { Sql } from './executor';

/** A record named another record that does not exist, as the driver saw it. Families turn it into a sharper error. */
export class MissingReferenceError extends StoreError {
	constructor(cause: unknown) {
		super(
			'constraint',
			'The store refused a record that points to another record which does not exist (or belongs to another portfolio). Check the ids that were passed in.',
			{ cause },
		);
	}
}

/** What a record points to; as far as it does. */
export interface References {
	portfolio?: string | null;
	leadId?: string | null;
	callId?: string | null;
	inquiryId?: string | null;
}

/**
 * Runs a write as one step; when the database refuses it because something it points to is missing, finds out what.
 * The look-up happens only after a refusal, so that the usual way costs nothing.
 * @param how `atomically` for a write of several statements
 * @throws StoreError `unknown_portfolio`, `unknown_lead`, `unknown_record`
 */
export async function withReferences<T>(
	sql: Sql,
	references: References,
	write: (sql: Sql) => Promise<T>,
	how: 'oneWrite' | 'atomically' = 'oneWrite',
): Promise<T> {
	try {
		return await sql[how](write);
	} catch (error) {
		if (!(error instanceof MissingReferenceError)) throw error;
		throw (await findMissing(sql, references, error)) ?? error;
	}
}

/**
 * Finds out which of these is not there. @param cause the refusal
 * @returns null when all of them are
 */
export async function findMissing(sql: Sql, references: References, cause: Error): Promise<StoreError | null> {
	const { portfolio, leadId, callId, inquiryId } = references;
	const exists = async (table: string, column: string, value: string) =>
		(await sql.get(`SELECT 1 AS found FROM ${table} WHERE ${column} = $1`, [value])) !== null;

	if (portfolio != null && !(await exists('portfolios', 'key', portfolio))) {
		return new StoreError(
			'unknown_portfolio',
			`There is no portfolio "${portfolio}" in the store. Save its settings once with the Portfolio node (in the template: run the settings branch by hand), or correct the portfolio's key.`,
			{ cause },
		);
	}
	if (leadId != null) {
		const lead = await sql.get<{ portfolio: string }>('SELECT portfolio FROM leads WHERE id = $1', [leadId]);
		if (lead === null || (portfolio != null && lead.portfolio !== portfolio)) return unknownLead(leadId, cause);
	}
	if (callId != null && !(await exists('calls', 'id', callId))) return unknownRecord('call', callId, cause);
	if (inquiryId != null && !(await exists('inquiries', 'id', inquiryId))) return unknownRecord('inquiry', inquiryId, cause);
	return null;
}

export function unknownLead(id: string, cause?: unknown): StoreError {
	return new StoreError(
		'unknown_lead',
		`There is no lead "${id}" in this portfolio. Take the id from the output of Deduplicate Lead or from a search with the Lead node.`,
		{ cause },
	);
}

export function unknownRecord(what: string, id: string, cause?: unknown): StoreError {
	return new StoreError(
		'unknown_record',
		`There is no ${what} "${id}" in the store. Check that the id comes from the same store as this node uses.`,
		{ cause },
	);
}
