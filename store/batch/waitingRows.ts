import { insertMany } from '../sql/bulk';
import type { Param, Sql } from '../sql/executor';
import { findMissing, MissingReferenceError, type References } from '../sql/references';

type Row = Record<string, Param>;

/** In an order in which each row finds what it points to. */
const TABLES = [
	'leads',
	'identities',
	'inquiries',
	'touches',
	'match_records',
	'match_keys',
	'match_reviews',
	'tasks',
	'timeline',
] as const;
export type Table = (typeof TABLES)[number];

class Waiting {
	readonly rows: Row[] = [];
	readonly named = new Map<string, Row>();
	/** What changes in rows that are in the table already, by id. */
	readonly changes = new Map<string, Row>();
}

/** Rows and changes that are yet to be written. */
export class WaitingRows {
	private readonly tables = new Map<Table, Waiting>(TABLES.map((table) => [table, new Waiting()]));
	private failure: { error: unknown } | null = null;

	constructor(private readonly sql: Sql) {}

	/** @param name for rows that are asked for while they wait; for those that may be changed it is the id */
	insert(table: Table, row: Row, name?: string): void {
		const waiting = this.of(table);
		waiting.rows.push(row);
		if (name !== undefined) waiting.named.set(name, row);
	}

	has(table: Table, name?: string): boolean {
		const { rows, named } = this.of(table);
		return name === undefined ? rows.length > 0 : named.has(name);
	}

	/** Whether a row tells of this inquiry, or of a call, which may be that of the inquiry. */
	tellsOf(inquiryId: string): boolean {
		const tells = ({ id, inquiry_id, call_id }: Row): boolean =>
			id === inquiryId || inquiry_id === inquiryId || (call_id ?? null) !== null;
		return TABLES.some((table) => this.of(table).rows.some(tells));
	}

	/** Changes columns of the row with this id, whether it waits here or not. */
	change(table: Table, id: string, columns: Row): void {
		const { named, changes } = this.of(table);
		const row = named.get(id);
		if (row !== undefined) {
			Object.assign(row, columns);
			return;
		}
		const before = changes.get(id);
		changes.set(id, before === undefined ? columns : { ...before, ...columns });
	}

	/**
	 * Writes what waits, or only what waits for some tables; these may point to others that are named as well or have nothing waiting. Once it has failed it fails
	 * for good: some of it is written, and nobody knows which.
	 */
	async write(tables: readonly Table[] = TABLES): Promise<void> {
		if (this.failure !== null) throw this.failure.error;
		try {
			for (const table of tables) await this.insertAll(table);
			for (const table of tables) await this.changeAll(table);
		} catch (error) {
			this.failure = { error };
			throw error;
		}
	}

	private async insertAll(table: Table): Promise<void> {
		const { rows, named } = this.of(table);
		if (rows.length === 0) return;
		const all = rows.splice(0);
		named.clear();
		try {
			await this.sql.oneWrite(async (step) => await insertMany(step, table, all));
		} catch (error) {
			if (!(error instanceof MissingReferenceError)) throw error;
			for (const row of all) {
				const missing = await findMissing(this.sql, referencesOf(row), error);
				if (missing !== null) throw missing;
			}
			throw error;
		}
	}

	private async changeAll(table: Table): Promise<void> {
		const { changes } = this.of(table);
		if (changes.size === 0) return;
		const all = [...changes];
		changes.clear();
		for (const [id, columns] of all) await this.sql.run(...update(table, id, columns));
	}

	private of(table: Table): Waiting {
		const waiting = this.tables.get(table);
		if (waiting === undefined) throw new Error(`No rows of ${table} wait.`);
		return waiting;
	}
}

/** Columns that point to other records have the same name in every table. */
function referencesOf({ portfolio, lead_id, call_id, inquiry_id }: Row): References {
	const text = (value: Param | undefined): string | null => (typeof value === 'string' ? value : null);
	return { portfolio: text(portfolio), leadId: text(lead_id), callId: text(call_id), inquiryId: text(inquiry_id) };
}

function update(table: Table, id: string, columns: Row): [text: string, params: Param[]] {
	const assignments = Object.keys(columns).map((name, index) => `${name} = $${index + 2}`);
	return [`UPDATE ${table} SET ${assignments.join(', ')} WHERE id = $1`, [id, ...Object.values(columns)]];
}
