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
			// `$1` would be a name to SQLite, and looking up names takes longer than a small statement.
			found = { statement: db.prepare(text.replace(/\$(\d+)/g, '?$1')), expects: countPlaceholders(text) };
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

function countPlaceholders(text: string): number {
	return Math.max(0, ...Array.from(text.matchAll(/\$(\d+)/g), ([, number]) => Number(number)));
}
