import { placeholders } from './columns';
import type { Param, Sql } from './executor';

/** Few sizes, so that the statements kept ready are few, whatever the length of the list. */
const SIZES = [64, 16, 4, 1];

/** Cuts a list into pieces of a few fixed sizes, in order. */
export function inPieces<T>(list: readonly T[]): T[][] {
	const pieces: T[][] = [];
	let at = 0;
	for (const size of SIZES) {
		while (list.length - at >= size) {
			pieces.push(list.slice(at, at + size));
			at += size;
		}
	}
	return pieces;
}

/** Inserts many rows that have the same columns. @param tail what follows the values, e.g. `ON CONFLICT DO NOTHING` */
export async function insertMany<T>(
	sql: Sql,
	table: string,
	rows: ReadonlyArray<Readonly<Record<string, Param>>>,
	tail = '',
): Promise<T[]> {
	const returned: T[] = [];
	const names = Object.keys(rows[0] ?? {});
	for (const piece of inPieces(rows)) {
		returned.push(
			...(await sql.all<T>(
				insertText(table, names, piece.length, tail),
				piece.flatMap((row) => Object.values(row)),
			)),
		);
	}
	return returned;
}

/** A statement for 64 leads has a thousand places; it is written once. */
function insertText(table: string, names: readonly string[], count: number, tail: string): string {
	const columns = names.join(', ');
	const form = `${table} ${columns} ${count} ${tail}`;
	const known = texts.get(form);
	if (known !== undefined) return known;
	const values = Array.from({ length: count }, (_, index) => `(${placeholders(names.length, index * names.length + 1)})`);
	const text = `INSERT INTO ${table} (${columns}) VALUES ${values.join(', ')} ${tail}`;
	texts.set(form, text);
	return text;
}

const texts = new Map<string, string>();

/**
 * Runs a statement for many values of one column, some at a time.
 * @param text gets the list for `IN (…)`, whose placeholders begin after `first`
 */
export async function forMany<T>(
	sql: Sql,
	first: readonly Param[],
	values: readonly string[],
	text: (list: string) => string,
): Promise<T[]> {
	const found: T[] = [];
	for (const piece of inPieces(values)) {
		found.push(...(await sql.all<T>(text(placeholders(piece.length, first.length + 1)), [...first, ...piece])));
	}
	return found;
}

/** As `forMany`, for pairs of values. @param text gets the rows for `VALUES …` */
export async function forManyPairs<T>(
	sql: Sql,
	first: readonly Param[],
	pairs: ReadonlyArray<readonly [string, string]>,
	text: (rows: string) => string,
): Promise<T[]> {
	const found: T[] = [];
	for (const piece of inPieces(pairs)) {
		const rows = piece.map((_, index) => `(${placeholders(2, first.length + 1 + index * 2)})`).join(', ');
		found.push(...(await sql.all<T>(text(rows), [...first, ...piece.flat()])));
	}
	return found;
}
