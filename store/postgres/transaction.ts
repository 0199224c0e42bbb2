import type { Dialect, Param, Sql } from '../sql/executor';
import type { Level, Nesting } from '../sql/nesting';
import { makeQueue } from '../sql/queue';
import { holdable } from './params';
import type { Session } from './session';

interface Transaction {
	session: Session;
	dialect: Dialect;
	nesting: Nesting;
	translate(error: unknown): unknown;
	/** The level around the transaction. */
	level: Level;
	/** `BEGIN`, and what must stand before everything else. */
	opening: string;
	onBegun(): void;
}

/** Runs `work` in one transaction on one session: all of it is kept, or nothing. */
export async function runTransaction<T>(given: Transaction, work: (sql: Sql) => Promise<T>): Promise<T> {
	const { session, nesting, level, opening } = given;
	const health = makeHealth();
	try {
		await session.control(opening);
		given.onBegun();
		const result = await nesting.deeper(level, async (inner) => await work(makeScope({ ...given, level: inner, health }))).done;
		health.check();
		await session.commit();
		return result;
	} catch (error) {
		// If the connection is gone, the server undoes the transaction by itself.
		await session.control('ROLLBACK').catch(() => undefined);
		throw error;
	}
}

/**
 * In Postgres a failed statement ends the transaction around it, unless a savepoint is gone back to; everything after it fails
 * too, and COMMIT quietly undoes. So the first failure is kept, for whoever goes on as if nothing had been.
 */
interface Health {
	note(error: unknown): void;
	/** @throws the failure, if there is one */
	check(): void;
	/** A savepoint has been gone back to: what failed since is undone. */
	restore(): void;
}

function makeHealth(): Health {
	let failure: { error: unknown } | null = null;
	return {
		note(error) {
			failure ??= { error };
		},
		check() {
			if (failure !== null) throw failure.error;
		},
		restore() {
			failure = null;
		},
	};
}

type Scope = Omit<Transaction, 'opening' | 'onBegun'> & { health: Health };

/** What a transaction hands to its function, or a step of it to its own: one statement after another. */
function makeScope(scope: Scope): Sql {
	const { session, dialect, nesting, level, health, translate } = scope;
	const enqueue = makeQueue();

	const step = async <T>(job: () => Promise<T>): Promise<T> => {
		nesting.refusePast(level);
		return await enqueue(async () => {
			if (!level.life.isOpen()) throw new Error(level.life.over);
			health.check();
			return await job().catch((error: unknown) => Promise.reject(translate(error)));
		});
	};
	const noting = async <T>(asked: Promise<T>): Promise<T> => {
		try {
			return await asked;
		} catch (error) {
			health.note(error);
			throw error;
		}
	};
	const ask = async (text: string, params: readonly Param[] = []) =>
		await step(async () => await noting(session.query(text, params.map(holdable))));
	/** Not awaited: the next statement is sent right behind it, which saves a way to the server and back. Should it fail, so does that. */
	const sendAhead = (text: string) => void noting(session.control(text)).catch(() => undefined);

	/** Undone by itself when it fails, so that the transaction may go on. */
	const savepoint = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
		const name = `step_${level.depth}`;
		sendAhead(`SAVEPOINT ${name}`);
		try {
			const result = await nesting.deeper(level, async (inner) => await work(makeScope({ ...scope, level: inner }))).done;
			health.check();
			if (level.life.isOpen()) sendAhead(`RELEASE ${name}`);
			return result;
		} catch (error) {
			if (level.life.isOpen()) await session.control(`ROLLBACK TO ${name}; RELEASE ${name}`).then(health.restore, health.note);
			throw error;
		}
	};

	const atomically = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => await step(async () => await savepoint(work));
	return {
		dialect,
		// Casts, not checks: the statement itself names the columns of T.
		all: async <T>(text: string, params?: readonly Param[]) => (await ask(text, params)).rows as T[],
		get: async <T>(text: string, params?: readonly Param[]) => ((await ask(text, params)).rows as T[])[0] ?? null,
		run: async (text, params) => ({ changes: (await ask(text, params)).changes }),
		script: async (text) => await step(async () => await noting(session.script(text))),
		atomically,
		oneWrite: atomically,
	};
}
