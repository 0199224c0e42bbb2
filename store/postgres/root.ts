import type { Dialect, Param, Sql } from '../sql/executor';
import { makeNesting, type Level, type Life } from '../sql/nesting';
import { makeQueue } from '../sql/queue';
import { isConnectionLoss } from './connectionLoss';
import { holdable } from './params';
import type { Session, Sessions } from './session';
import { runTransaction } from './transaction';

/** What may be asked again when the connection was lost: it changes nothing. */
const READ = /^\s*SELECT\b/i;

export interface Root {
	/** Statements here commit by themselves; each on whatever connection is free. */
	sql: Sql;
	/** As `sql.atomically`, and one after another in all processes. */
	decide<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
	/** Settles when nothing is under way any more. */
	idle(): Promise<void>;
}

/** The outermost scope of a store. @param given.life says when it has been closed to new calls */
export function makeRoot(given: { sessions: Sessions; dialect: Dialect; life: Life; translate(error: unknown): unknown }): Root {
	const { sessions, dialect, life, translate } = given;
	const nesting = makeNesting();
	// What was begun may go on while the store is being closed.
	const level: Level = { depth: 0, life: { isOpen: () => true, over: life.over } };
	const underWay = new Set<Promise<unknown>>();
	// In this process decisions stand in a queue, so that one connection waits for the lock and not all of them.
	const oneDecisionAtATime = makeQueue();

	const step = async <T>(job: () => Promise<T>): Promise<T> => {
		nesting.refusePast(level);
		if (!life.isOpen()) throw new Error(life.over);
		const running = job().catch((error: unknown) => Promise.reject(translate(error)));
		underWay.add(running);
		return await running.finally(() => underWay.delete(running));
	};

	const ask = async (text: string, params: readonly Param[] = []) =>
		await step(
			async () =>
				await again(
					async (session) => await session.query(text, params.map(holdable)),
					() => READ.test(text),
				),
		);

	const transaction = async <T>(opening: string, work: (sql: Sql) => Promise<T>): Promise<T> => {
		let begun = false;
		const onBegun = () => (begun = true);
		const attempt = async (session: Session) =>
			await runTransaction({ session, dialect, nesting, translate, level, opening, onBegun }, work);
		// A connection that was lost while nobody used it shows that at BEGIN. Later the work has begun, and is not run twice.
		return await again(attempt, () => !begun);
	};

	/** Once more, on another connection, when the first was lost in use and `harmless` says that trying again does nothing twice. */
	const again = async <T>(attempt: (session: Session) => Promise<T>, harmless: () => boolean): Promise<T> => {
		let inUse = false;
		try {
			return await sessions.lend(async (session) => {
				inUse = true;
				return await attempt(session);
			});
		} catch (error) {
			if (!inUse || !isConnectionLoss(error) || !harmless()) throw error;
			return await sessions.lend(attempt);
		}
	};

	return {
		sql: {
			dialect,
			// Casts, not checks: the statement itself names the columns of T.
			all: async <T>(text: string, params?: readonly Param[]) => (await ask(text, params)).rows as T[],
			get: async <T>(text: string, params?: readonly Param[]) => ((await ask(text, params)).rows as T[])[0] ?? null,
			run: async (text, params) => ({ changes: (await ask(text, params)).changes }),
			script: async (text) => await step(async () => await sessions.lend(async (session) => await session.script(text))),
			atomically: async (work) => await step(async () => await transaction('BEGIN', work)),
			oneWrite: async (work) => await step(async () => await transaction('BEGIN', work)),
		},
		decide: async (work) =>
			await step(async () => await oneDecisionAtATime(async () => await transaction(`BEGIN; ${dialect.decisionLock}`, work))),
		async idle() {
			while (underWay.size > 0) await Promise.allSettled(underWay);
		},
	};
}
