import type { Param } from './executor';

/** JSON columns are TEXT in both back ends. `undefined` becomes JSON null. */
export function toJson(value: unknown): string {
	return JSON.stringify(value ?? null);
}

/** Reads a JSON column. A cast, not a check: the store wrote the column itself, from the same type. */
export function fromJson<T>(text: string): T {
	return JSON.parse(text) as T;
}

/** `$3, $4, $5` for three values whose first placeholder is 3. */
export function placeholders(count: number, first: number): string {
	return Array.from({ length: count }, (_, index) => `$${first + index}`).join(', ');
}

/**
 * An `INSERT` of one row; names and values stand side by side, so that they cannot slip against each other.
 * @param tail what follows the values, e.g. `ON CONFLICT DO NOTHING RETURNING id`
 */
export function insert(table: string, row: Readonly<Record<string, Param>>, tail = ''): [text: string, params: Param[]] {
	const names = Object.keys(row);
	const text = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${placeholders(names.length, 1)}) ${tail}`;
	return [text, Object.values(row)];
}

/**
 * Conditions for the filters that were given, each ` AND column = $n`; their values are added to `params`.
 * The names come from our own code, never from outside.
 */
export function andEquals(filters: Readonly<Record<string, Param | undefined>>, params: Param[]): string {
	let text = '';
	for (const [column, value] of Object.entries(filters)) {
		if (value === undefined) continue;
		params.push(value);
		text += ` AND ${column} = $${params.length}`;
	}
	return text;
}

/** For `LIKE … ESCAPE '\'`: matches `text` anywhere, taking `%` and `_` for themselves. */
export function anywhere(text: string): string {
	return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
