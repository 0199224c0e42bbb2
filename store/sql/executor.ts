/**
 * The narrow waist between statements (written once, in SQL that both back ends understand) and drivers.
 * A driver does nothing but this; a family knows nothing but this.
 */

/** What may be bound to a placeholder. Flags are 0 or 1, JSON is text, times are epoch ms. */
export type Param = string | number | null;

export interface Dialect {
	name: 'sqlite' | 'postgres';
	/** Whether a JSON list that is bound to one place can be read as rows, with `json_each`. */
	readsJsonLists: boolean;
	/** Behind a table's name: the index to go through, where the planner would rather take one that reads the table too. */
	through(index: string): string;
	/** Ends a `SELECT` whose rows are about to be changed in the same step; empty where a writer is alone anyway. */
	forUpdate: string;
	/** As `forUpdate`, for claims: rows that another claimer is taking right now are passed over. */
	skipLocked: string;
	/**
	 * Run at the start of a step that reads, decides and writes, so that such steps follow one another in all processes; empty
	 * where every write transaction does. `Database.transaction` runs it by itself.
	 */
	decisionLock: string;
	/** Run at the start of a migration so that only one process migrates; empty where a write transaction does that. */
	migrationLock: string;
}

export interface Sql {
	readonly dialect: Dialect;
	/**
	 * Runs one statement and returns its rows (of a `SELECT` or of `RETURNING`).
	 * Placeholders are `$1`, `$2`, …; one may be used several times. `T` names the columns of the statement.
	 * @throws StoreError
	 */
	all<T>(text: string, params?: readonly Param[]): Promise<T[]>;
	/** As `all`, the first row or null. */
	get<T>(text: string, params?: readonly Param[]): Promise<T | null>;
	/** Runs one statement and tells how many rows it changed. */
	run(text: string, params?: readonly Param[]): Promise<{ changes: number }>;
	/** Runs several statements without parameters; for migrations. */
	script(text: string): Promise<void>;
	/**
	 * Makes several statements one step: all are kept, or none if `work` throws. Outside of a transaction it opens one,
	 * inside it sets a savepoint. Only statements on the `sql` it is given may be awaited inside.
	 */
	atomically<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
	/**
	 * As `atomically`, for `work` that writes with one statement at most: where a failed statement leaves nothing behind by itself, it
	 * needs no savepoint.
	 */
	oneWrite<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
}

export interface Database {
	/** Each statement by itself is committed when its promise resolves. */
	readonly sql: Sql;
	/**
	 * One write transaction; in all processes one after another, so that what it reads stays true until it ends. Only
	 * statements on the `sql` it is given may be awaited inside.
	 */
	transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
	/**
	 * As `transaction`, for a migration that makes a table anew which others point to. Where a table cannot be changed in place, nothing is held to what
	 * it points to until the end; then every record is looked at, and if one points to nothing all of it is undone.
	 */
	rebuild<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
	/** Waits for what is under way, then lets go of the database. May be called twice. */
	close(): Promise<void>;
}
