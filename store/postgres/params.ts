import type { Param } from '../sql/executor';

/** Postgres has no such character in its texts, and refuses a statement with one; a caller's name may hold anything. */
const NUL = /\0/g;
const REPLACEMENT = '\uFFFD';

/**
 * What Postgres can hold of a value. All our numbers are whole (times, counts, flags): SQLite also takes a fraction of a
 * millisecond that a calculation has left, Postgres does not.
 */
export function holdable(param: Param): Param {
	if (typeof param === 'string') return param.replace(NUL, REPLACEMENT);
	return typeof param === 'number' ? Math.round(param) : param;
}
