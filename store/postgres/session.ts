import type { Param } from '../sql/executor';

/**
 * The little that we need of a Postgres client, so that the same driver runs over a pool of connections and, in tests, over a
 * Postgres inside the process. Errors are those of the client; what is asked runs in the order in which it was asked.
 */
export interface Session {
	/** One statement with its values. */
	query(text: string, params: readonly Param[]): Promise<{ rows: unknown[]; changes: number }>;
	/** Statements without values that take milliseconds: BEGIN, SAVEPOINT, locks. */
	control(text: string): Promise<void>;
	/** Statements without values that may take as long as they need: migrations. */
	script(text: string): Promise<void>;
	/** @throws also when the server undid the transaction instead, which it tells in a side note only */
	commit(): Promise<void>;
}

export interface Sessions {
	/** Lends a session to `work` for as long as that runs; nobody else has it meanwhile. */
	lend<T>(work: (session: Session) => Promise<T>): Promise<T>;
	/** To be called once, when nothing is lent any more. */
	close(): Promise<void>;
}
