import { insertMany } from '../sql/bulk';
import type { Param, Sql } from '../sql/executor';
import { findMissing, MissingReferenceError, type References } from '../sql/references';

type Row = Record<string, Param>;

/** In an order in which each row finds what it points to. */
const TABLES = ['leads', 'identities', 'inquiries', 'touches', 'match_records', 'match_keys', 'match_reviews', 'tasks', 'timeline'] as const;
type Table = (typeof TABLES)[number];

/** Rows and changes that are yet to be written. */
export class WaitingRows {
	private readonly rows = new Map<Table, Map<string, Row>>(TABLES.map((table) => [table, new Map<string, Row>()]));
	/** What changes in rows that are in the table already, by id. */
	private readonly changes = new Map<Table, Map<string, Row>>();
	private count = 0;
	private failure: { error: unknown } | null = null;

	constructor(private readonly sql: Sql) {}

	/** @param name tells the row from others of its table */
	insert(table: Table, name: string, row: Row): void {
		this.rows.get(table)?.set(name, row);
		this.count++;
	}

	has(table: Table, name?: string): boolean {
		const rows = this.rows.get(table);
		return rows !== undefined && (name === undefined ? rows.size > 0 : rows.has(name));
	}

	/** Changes columns of the row with this id, whether it waits here or not. */
	change(table: Table, id: string, columns: Row): void {
		const waiting = this.rows.get(table)?.get(id);
		if (waiting !== undefined) {
			Object.assign(waiting, columns);
			return;
		}
		const ofTable = this.changes.get(table) ?? new Map<string, Row>();
		ofTable.set(id, { ...ofTable.get(id), ...columns });
		this.changes.set(table, ofTable);
		this.count++;
	}

	/** Writes everything; nothing waits any more. Once it has failed it fails for good: some of it is written, and nobody knows which. */
	async write(): Promise<void> {
		if (this.failure !== null) throw this.failure.error;
		if (this.count === 0) return;
		this.count = 0;
		try {
			await this.writeAll();
		} catch (error) {
			this.failure = { error };
			throw error;
		}
	}

	private async insertAll(table: Table, rows: readonly Row[]): Promise<void> {
		try {
			await this.sql.oneWrite(async (step) => await insertMany(step, table, rows));
		} catch (error) {
			if (!(error instanceof MissingReferenceError)) throw error;
			for (const row of rows) {
				const missing = await findMissing(this.sql, referencesOf(row), error);
				if (missing !== null) throw missing;
			}
			throw error;
		}
	}

	private async writeAll(): Promise<void> {
		for (const table of TABLES) {
			const rows = this.rows.get(table);
			if (rows === undefined || rows.size === 0) continue;
			const all = [...rows.values()];
			rows.clear();
			await this.insertAll(table, all);
		}
		for (const [table, byId] of this.changes) {
			for (const [id, columns] of byId) await this.sql.run(...update(table, id, columns));
		}
		this.changes.clear();
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
