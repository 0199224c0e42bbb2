import { clearImmediate, setImmediate } from 'node:timers';

import { StoreError } from '../port/errors';
import type { Database, Dialect, Param, Sql } from '../sql/executor';
import { makeNesting, type Level, type Life, type Nesting } from '../sql/nesting';
import { makeQueue } from '../sql/queue';
import type { Connection } from './connection';
import { translate } from './errors';
import { untilUnlocked } from './lockWait';

/** SQLite has one writer at a time, so rows need no locks of their own. */
const DIALECT: Dialect = {
	name: 'sqlite',
	readsJsonLists: true,
	through: (index) => `INDEXED BY ${index}`,
	forUpdate: '',
	skipLocked: '',
	decisionLock: '',
	migrationLock: '',
};

interface Scope extends Level {
	connection: Connection;
	location: string;
	lockWaitMs: number;
	nesting: Nesting;
	/** Throws when the file is no longer the one that was opened. */
	stillThere: () => void;
	onCommit: () => void;
}

/**
 * The outermost scope of a connection: statements here commit by themselves.
 *
 * SQLite's connection knows one transaction at a time, but our callers are asynchronous. So statements and transactions stand in
 * one queue, and a transaction keeps its place until it has ended: nobody else's statement can slip into it.
 */
export function makeRootScope(options: {
	connection: Connection;
	location: string;
	lockWaitMs: number;
	life: Life;
	stillThere: () => void;
	onCommit: () => void;
}): RootScope {
	return makeScope({ ...options, nesting: makeNesting(), depth: 0 });
}

export interface RootScope {
	sql: Sql;
	rebuild: Database['rebuild'];
}

function makeScope(scope: Scope): RootScope {
	const { connection, location, lockWaitMs, nesting, depth, life, stillThere, onCommit } = scope;
	const enqueue = makeQueue();

	const step = async <T>(job: () => Promise<T> | T): Promise<T> => {
		nesting.refusePast(scope);
		return await enqueue(async () => {
			if (!life.isOpen()) throw new Error(life.over);
			try {
				if (depth === 0) stillThere();
				return await job();
			} catch (error) {
				throw translate(error, location);
			}
		});
	};
	/** Only the outermost scope can meet a lock: deeper ones hold it. */
	const whenUnlocked = <T>(attempt: () => T): Promise<T> | T => (depth === 0 ? untilUnlocked(attempt, lockWaitMs) : attempt());

	const deeper = <T>(work: (sql: Sql) => Promise<T>) =>
		nesting.deeper(scope, async (level) => await work(makeScope({ ...scope, ...level }).sql));

	const transaction = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
		await untilUnlocked(() => connection.script('BEGIN IMMEDIATE'), lockWaitMs);
		const outstay = refuseToWait();
		const inner = deeper(work);
		try {
			const result = await Promise.race([inner.done, outstay.refused]);
			stillThere();
			connection.script('COMMIT');
			onCommit();
			return result;
		} catch (error) {
			inner.end();
			// A failed COMMIT leaves the transaction open; a full disk may have ended it already.
			if (connection.inTransaction()) connection.script('ROLLBACK');
			throw error;
		} finally {
			outstay.stop();
		}
	};

	/** A step within a transaction: undone by itself when it fails, so that the transaction may go on. */
	const savepoint = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
		const name = `step_${depth}`;
		connection.script(`SAVEPOINT ${name}`);
		try {
			const result = await deeper(work).done;
			if (life.isOpen()) connection.script(`RELEASE ${name}`);
			return result;
		} catch (error) {
			if (life.isOpen() && connection.inTransaction()) connection.script(`ROLLBACK TO ${name}; RELEASE ${name}`);
			throw error;
		}
	};

	const self: Sql = {
		dialect: DIALECT,
		all: <T>(text: string, params: readonly Param[] = []) =>
			// A cast, not a check: the statement itself names the columns of T.
			step(() => whenUnlocked(() => connection.all(text, params) as T[])),
		get: <T>(text: string, params: readonly Param[] = []) =>
			step(() => whenUnlocked(() => (connection.all(text, params) as T[])[0] ?? null)),
		run: (text, params = []) => step(() => whenUnlocked(() => connection.run(text, params))),
		script: (text) => step(() => whenUnlocked(() => connection.script(text))),
		atomically: (work) => step(() => (depth === 0 ? transaction(work) : savepoint(work))),
		// SQLite takes a failed statement back by itself and goes on with the transaction. A savepoint costs as much as a small write.
		oneWrite: (work) => (depth === 0 ? step(() => transaction(work)) : work(self)),
	};
	// The switch has no effect inside a transaction. No other statement of this connection comes in between: they stand in the queue.
	const rebuild = <T>(work: (sql: Sql) => Promise<T>): Promise<T> =>
		step(async () => {
			connection.script('PRAGMA foreign_keys = OFF');
			try {
				return await transaction(async (sql) => {
					const result = await work(sql);
					refuseDangling(connection, location);
					return result;
				});
			} finally {
				connection.script('PRAGMA foreign_keys = ON');
			}
		});
	return { sql: self, rebuild };
}

/** @throws StoreError when a record points to another one that does not exist */
function refuseDangling(connection: Connection, location: string): void {
	// A cast, not a check: these are the columns of the pragma.
	const found = connection.all('PRAGMA foreign_key_check', []) as Array<{ table: string; parent: string }>;
	const [first] = found;
	if (first === undefined) return;
	throw new StoreError(
		'constraint',
		`The tables of the store ${location} could not be brought up to date: ${found.length} record(s) would point to others that do not exist, such as one of ${first.table} to ${first.parent}. Nothing was changed; go back to the version of n8n-nodes-leasing before, and report this.`,
	);
}

/**
 * Rejects as soon as a transaction lets the event loop turn. Store calls are synchronous underneath and never do, so whoever does
 * is awaiting something else (a request, a timer) while all other writers wait for the lock.
 */
function refuseToWait(): { refused: Promise<never>; stop: () => void } {
	let immediate: NodeJS.Immediate | undefined;
	const refused = new Promise<never>((_, reject) => {
		immediate = setImmediate(() =>
			reject(
				new Error(
					'A store transaction awaited something other than the store and was undone. Do that before or after the transaction.',
				),
			),
		);
	});
	return { refused, stop: () => clearImmediate(immediate) };
}
