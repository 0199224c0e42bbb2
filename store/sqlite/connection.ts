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
			found = { statement: db.prepare(text), expects: countPlaceholders(text) };
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
		all: (text, params) => prepared(text, params).statement.all(named(params)),
		run(text, params) {
			return { changes: Number(prepared(text, params).statement.run(named(params)).changes) };
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

/** `$1` is a named parameter to SQLite, so the portable placeholders need no rewriting. */
function named(params: readonly Param[]): Record<string, Param> {
	return Object.fromEntries(params.map((param, index) => [`$${index + 1}`, param]));
}

function countPlaceholders(text: string): number {
	return Math.max(0, ...Array.from(text.matchAll(/\$(\d+)/g), ([, number]) => Number(number)));
}
