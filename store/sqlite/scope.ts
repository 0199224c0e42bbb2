import { AsyncLocalStorage } from 'node:async_hooks';
import { clearImmediate, setImmediate } from 'node:timers';

import type { Dialect, Param, Sql } from '../sql/executor';
import type { Connection } from './connection';
import { translate } from './errors';
import { untilUnlocked } from './lockWait';
import { makeQueue } from './queue';

/** SQLite has one writer at a time, so rows need no locks of their own. */
const DIALECT: Dialect = { forUpdate: '', skipLocked: '', migrationLock: '' };

/** Whether a scope may still be used: a transaction ends its own, and with it every scope inside. */
export interface Life {
	isOpen(): boolean;
	/** What to say to a caller who comes afterwards. */
	readonly over: string;
}

const TRANSACTION_OVER = 'This store transaction is over. Await every store call inside the function of the transaction.';

interface Scope {
	connection: Connection;
	location: string;
	lockWaitMs: number;
	/** The deepest transaction or savepoint whose function is running in this asynchronous context. */
	inside: AsyncLocalStorage<{ depth: number; life: Life }>;
	/** 0 outside of a transaction, 1 in a transaction, more in savepoints. */
	depth: number;
	life: Life;
}

/**
 * The outermost scope of a connection: statements here commit by themselves.
 *
 * SQLite's connection knows one transaction at a time, but our callers are asynchronous. So statements and transactions stand in
 * one queue, and a transaction keeps its place until it has ended: nobody else's statement can slip into it.
 */
export function makeRootScope(options: { connection: Connection; location: string; lockWaitMs: number; life: Life }): Sql {
	return makeScope({ ...options, inside: new AsyncLocalStorage(), depth: 0 });
}

function makeScope(scope: Scope): Sql {
	const { connection, location, lockWaitMs, inside, depth, life } = scope;
	const enqueue = makeQueue();

	const step = async <T>(job: () => Promise<T> | T): Promise<T> => {
		const around = inside.getStore();
		if (around !== undefined && around.depth > depth && around.life.isOpen()) {
			// It would wait for a transaction that waits for it.
			throw new Error('A store call inside a transaction went past it. Use the `tx` that the transaction hands to its function; transactions do not nest.');
		}
		return await enqueue(async () => {
			if (!life.isOpen()) throw new Error(life.over);
			try {
				return await job();
			} catch (error) {
				throw translate(error, location);
			}
		});
	};
	/** Only the outermost scope can meet a lock: deeper ones hold it. */
	const whenUnlocked = <T>(attempt: () => T): Promise<T> | T => (depth === 0 ? untilUnlocked(attempt, lockWaitMs) : attempt());

	/** Hands `work` a scope one deeper, which ends when `work` does or when `end` is called. */
	const deeper = <T>(work: (sql: Sql) => Promise<T>): { done: Promise<T>; end: () => void } => {
		let running = true;
		const inner = { depth: depth + 1, life: { isOpen: () => running && life.isOpen(), over: TRANSACTION_OVER } };
		const end = () => {
			running = false;
		};
		return { done: inside.run(inner, async () => await work(makeScope({ ...scope, ...inner }))).finally(end), end };
	};

	const transaction = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
		await untilUnlocked(() => connection.script('BEGIN IMMEDIATE'), lockWaitMs);
		const outstay = refuseToWait();
		const inner = deeper(work);
		try {
			const result = await Promise.race([inner.done, outstay.refused]);
			connection.script('COMMIT');
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

	return {
		dialect: DIALECT,
		all: <T>(text: string, params: readonly Param[] = []) =>
			// A cast, not a check: the statement itself names the columns of T.
			step(() => whenUnlocked(() => connection.all(text, params) as T[])),
		get: <T>(text: string, params: readonly Param[] = []) =>
			step(() => whenUnlocked(() => (connection.all(text, params) as T[])[0] ?? null)),
		run: (text, params = []) => step(() => whenUnlocked(() => connection.run(text, params))),
		script: (text) => step(() => whenUnlocked(() => connection.script(text))),
		atomically: (work) => step(() => (depth === 0 ? transaction(work) : savepoint(work))),
	};
}

/**
 * Rejects as soon as a transaction lets the event loop turn. Store calls are synchronous underneath and never do, so whoever does
 * is awaiting something else (a request, a timer) while all other writers wait for the lock.
 */
function refuseToWait(): { refused: Promise<never>; stop: () => void } {
	let immediate: NodeJS.Immediate | undefined;
	const refused = new Promise<never>((_, reject) => {
		immediate = setImmediate(() =>
			reject(new Error('A store transaction awaited something other than the store and was undone. Do that before or after the transaction.')),
		);
	});
	return { refused, stop: () => clearImmediate(immediate) };
}
