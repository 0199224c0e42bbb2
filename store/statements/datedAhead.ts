import { CLOCKS_DIFFER, furthest } from '../../leasing/lease';
import { MINUTE } from '../../leasing/time';
import type { DatedAheadFamily } from '../port/datedAhead';
import type { Param, Sql } from '../sql/executor';

/** A call whose last word came at an unknown time counts as silent for so long: it is asked after at once. */
const SILENT_FOR = 2 * MINUTE;

export function makeDatedAhead(sql: Sql): DatedAheadFamily {
	/** Looked for first: nearly always there is nothing, and an UPDATE of nothing takes the write lock all the same. */
	const ifAny = async (table: string, where: string, set: string, params: Param[]): Promise<number> => {
		if ((await sql.get(`SELECT id FROM ${table} WHERE ${where} LIMIT 1`, params.slice(0, 1))) === null) return 0;
		return (await sql.run(`UPDATE ${table} SET ${set} WHERE ${where}`, params)).changes;
	};
	return {
		async bringBack(now) {
			const later = now + CLOCKS_DIFFER;
			const calls = await ifAny('calls', "state IN ('open', 'unclear') AND updated_at > $1", 'updated_at = $2', [
				later,
				now - SILENT_FOR,
			]);
			const texts = await ifAny(
				'texts',
				"state IN ('planned', 'held', 'claimed') AND updated_at > $1",
				'due_at = CASE WHEN due_at > $2 THEN $2 ELSE due_at END, updated_at = $2',
				[later, now],
			);
			const work = await ifAny('work', 'due_within IS NOT NULL AND due_at - due_within > $1', 'due_at = $2', [furthest(now), now]);
			return calls + texts + work;
		},
	};
}
