import type { Param, Sql } from './executor';

/** Runs a statement that must return a row, such as an `INSERT … RETURNING` without conflict clause. */
export async function one<T>(sql: Sql, text: string, params: readonly Param[]): Promise<T> {
	const row = await sql.get<T>(text, params);
	if (row === null) throw new Error(`The database returned no row for: ${text}`);
	return row;
}
