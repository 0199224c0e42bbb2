import { DatabaseSync, type StatementSync } from 'node:sqlite';

import type { Param } from '../sql/executor';

/** Statements kept ready. Families use about a hundred; lists of varying length make a few more. */
const CACHED_STATEMENTS = 300;

/** The synchronous half: one open file. Throws what SQLite throws. */
export interface Connection {
	all(text: string, params: readonly Param[]): unknown[];
	run(text: string, params: readonly Param[]): { changes: number };
	script(text: string): void;
	inTransaction(): boolean;
	close(): void;
}

export function connect(file: string): Connection {
	// No busy wait inside SQLite: it is synchronous, so it would stop all of n8n, and if the lock is held by another connection of
	// this very process it could never end. Waiting is done by lockWait.ts, which lets the process go on meanwhile.
	const db = new DatabaseSync(file, { timeout: 0 });
	const statements = new Map<string, Prepared>();

	const prepared = (text: string, params: readonly Param[]): Prepared => {
		let found = statements.get(text);
		if (found === undefined) {
			found = prepare(db, text);
			const oldest = statements.size >= CACHED_STATEMENTS ? statements.keys().next() : undefined;
			if (oldest?.value !== undefined) statements.delete(oldest.value);
		} else {
			statements.delete(text);
		}
		statements.set(text, found);
		// SQLite would quietly bind NULL to a forgotten placeholder.
		if (found.expects !== params.length) {
			throw new Error(`Statement expects ${found.expects} values but got ${params.length}: ${text}`);
		}
		return found;
	};

	return {
		all: (text, params) => prepared(text, params).statement.all(...params),
		run(text, params) {
			return { changes: Number(prepared(text, params).statement.run(...params).changes) };
		},
		script: (text) => db.exec(text),
		inTransaction: () => db.isTransaction,
		close: () => db.close(),
	};
}

interface Prepared {
	statement: StatementSync;
	expects: number;
}

/**
 * `$1` is a name to SQLite, and so is `?1`: at each run Node asks for the name of every place, and SQLite seeks each from the first one on. A statement
 * that inserts 64 rows of 10 columns takes 0.51 ms with such names and 0.05 ms without. Places that are used once and in order need none.
 */
function prepare(db: DatabaseSync, text: string): Prepared {
	const places = Array.from(text.matchAll(/\$(\d+)/g), ([, number]) => Number(number));
	const inOrder = places.every((place, index) => place === index + 1);
	return { statement: db.prepare(text.replace(/\$(\d+)/g, inOrder ? '?' : '?$1')), expects: Math.max(0, ...places) };
}
