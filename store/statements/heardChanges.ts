import type { HeardChangeFamily } from '../port/heardChanges';
import { insert } from '../sql/columns';
import type { Sql } from '../sql/executor';

export function makeHeardChanges(sql: Sql): HeardChangeFamily {
	return {
		async note(consumer, record, changedAt) {
			// Reports come in any order.
			await sql.run(
				...insert(
					'heard_changes',
					{ consumer, record, changed_at: changedAt },
					`ON CONFLICT (consumer, record) DO UPDATE SET changed_at = excluded.changed_at WHERE heard_changes.changed_at < excluded.changed_at`,
				),
			);
		},

		async lastHeard(consumer, record) {
			const row = await sql.get<{ changed_at: number }>('SELECT changed_at FROM heard_changes WHERE consumer = $1 AND record = $2', [
				consumer,
				record,
			]);
			return row?.changed_at ?? null;
		},
	};
}
