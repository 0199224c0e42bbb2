import type { StoredMerge } from '../port/merges';
import { fromJson } from '../sql/columns';
import type { Param } from '../sql/executor';

/** A row of `lead_merges` as the database returns it. */
export interface Row {
	id: string;
	portfolio: string;
	kept_id: string;
	merged_id: string;
	merged_by: string;
	reasons: string;
	at: number;
	changed: string;
	undone_at: number | null;
	undone_by: string | null;
}

export const COLUMNS = 'id, portfolio, kept_id, merged_id, merged_by, reasons, at, changed, undone_at, undone_by';

/** Columns of a row that the merge changed, before and after. */
export interface ChangedRow {
	id: string;
	before: Record<string, Param>;
	after: Record<string, Param>;
}

/** What undoing a merge needs to know. */
export interface Changed {
	kept: ChangedRow;
	tasks: ChangedRow[];
	/** Leads that had been merged into the merged one; they stand for themselves in it again after an undo. */
	passedOn: string[];
}

export function toMerge(row: Row): StoredMerge {
	return {
		id: row.id,
		portfolio: row.portfolio,
		keptId: row.kept_id,
		mergedId: row.merged_id,
		by: row.merged_by,
		reasons: fromJson(row.reasons),
		at: row.at,
		undoneAt: row.undone_at,
		undoneBy: row.undone_by,
	};
}

/** Only what differs. */
export function changedColumns(id: string, before: Record<string, Param>, after: Record<string, Param>): ChangedRow {
	const names = Object.keys(before).filter((name) => before[name] !== after[name]);
	const pick = (row: Record<string, Param>) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
	return { id, before: pick(before), after: pick(after) };
}

/**
 * The columns to set so that a row is again as it was: those that still are as the merge left them. What somebody changed since
 * stays; then `updated_at` does not go back either.
 */
export function columnsToRestore({ before, after }: ChangedRow, present: Record<string, Param>): Record<string, Param> {
	return Object.fromEntries(Object.entries(before).filter(([name]) => present[name] === after[name]));
}
