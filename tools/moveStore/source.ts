import { existsSync } from 'node:fs';

import type { Param } from '../../store/sql/executor';
import { connect } from '../../store/sqlite/connection';
import { LOCK_WAIT_MS, untilUnlocked } from '../../store/sqlite/lockWait';

export interface Table {
	name: string;
	columns: string[];
}

/** A SQLite store that nobody can write to while it is read. */
export interface Source {
	/** All but the list of migrations and what a search looks at, which the new place makes by itself; what a table refers to comes before it. */
	tables(): Table[];
	/** Some rows at a time, values in the order of the columns. */
	batches(table: Table, size: number): Iterable<Param[][]>;
	/** Gives the file free again. */
	close(): void;
}

/** @throws Error when the file is not there; what SQLite throws when somebody else is writing */
export async function openSource(file: string): Promise<Source> {
	if (!existsSync(file))
		throw new Error(`There is no file ${file}. Give the path of the store as the Leasing Store credential names it.`);
	const connection = connect(file);
	try {
		await untilUnlocked(() => connection.script('BEGIN IMMEDIATE'), LOCK_WAIT_MS);
	} catch (error) {
		connection.close();
		throw error;
	}
	const all = (text: string, params: readonly Param[] = []) => connection.all(text, params) as Record<string, Param>[];
	const strings = (rows: Record<string, Param>[], column: string) => rows.map((row) => String(row[column]));

	return {
		tables() {
			const names = strings(
				all(
					"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search\\_%' ESCAPE '\\' AND name <> 'schema_version' ORDER BY name",
				),
				'name',
			);
			const references = new Map(names.map((name) => [name, strings(all(`PRAGMA foreign_key_list(${name})`), 'table')]));
			return inOrder(references).map((name) => ({ name, columns: strings(all(`PRAGMA table_info(${name})`), 'name') }));
		},

		*batches({ name, columns }, size) {
			let last: Param = -1;
			for (;;) {
				const rows = all(
					`SELECT rowid AS moved_row, ${columns.join(', ')} FROM ${name} WHERE rowid > $1 ORDER BY rowid LIMIT ${size}`,
					[last],
				);
				if (rows.length === 0) return;
				last = rows.at(-1)?.moved_row ?? last;
				yield rows.map((row) => columns.map((column) => row[column] ?? null));
			}
		},

		close() {
			connection.script('ROLLBACK');
			connection.close();
		},
	};
}

/** Each name after everything that it refers to. */
function inOrder(references: ReadonlyMap<string, string[]>): string[] {
	const ordered: string[] = [];
	const waiting = new Set(references.keys());
	while (waiting.size > 0) {
		const ready = [...waiting].filter((name) => (references.get(name) ?? []).every((other) => other === name || !waiting.has(other)));
		if (ready.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...waiting].join(', ')}`);
		for (const name of ready) {
			ordered.push(name);
			waiting.delete(name);
		}
	}
	return ordered;
}
