import type { ConsumerFamily } from '../port/consumers';
import { fromJson, insert, toJson } from '../sql/columns';
import type { Sql } from '../sql/executor';

interface Row {
	consumer: string;
	serves: string;
	beats: number;
}

/** Nobody takes over what an editor heard while it listened. */
const NOT_AN_EDITOR = "consumer NOT LIKE 'test:%'";

export function makeConsumers(sql: Sql): ConsumerFamily {
	return {
		async beat(consumer, serves, at) {
			await sql.run(
				...insert(
					'consumers',
					{ consumer, serves: toJson(serves), beats: 1, seen_at: at },
					'ON CONFLICT (consumer) DO UPDATE SET serves = excluded.serves, beats = consumers.beats + 1, seen_at = excluded.seen_at',
				),
			);
		},

		async list() {
			const rows = await sql.all<Row>('SELECT consumer, serves, beats FROM consumers ORDER BY consumer', []);
			// A cast, not a check: it is ours.
			return rows.map(({ consumer, serves, beats }) => ({ consumer, serves: fromJson(serves) as string[], beats }));
		},

		async lastSeen(consumer) {
			const row = await sql.get<{ seen_at: number }>('SELECT seen_at FROM consumers WHERE consumer = $1', [consumer]);
			return row?.seen_at ?? null;
		},

		async withUnfinished() {
			const rows = await sql.all<{ consumer: string }>(
				`SELECT DISTINCT consumer FROM events WHERE state IN ('waiting', 'running') AND ${NOT_AN_EDITOR}
				UNION SELECT DISTINCT consumer FROM calls WHERE state IN ('open', 'unclear') AND ${NOT_AN_EDITOR}`,
				[],
			);
			return rows.map(({ consumer }) => consumer);
		},
	};
}
