import type { NewReview, ReviewFamily, StoredReview } from '../port/reviews';
import { fromJson, insert, placeholders, toJson } from '../sql/columns';
import type { Sql } from '../sql/executor';
import { one } from '../sql/one';
import { withReferences } from '../sql/references';
import type { StatementContext } from './context';

export interface Row {
	id: string;
	portfolio: string;
	one_record: string;
	other_record: string;
	score: number;
	reasons: string;
	state: StoredReview['state'];
	created_at: number;
	resolved_at: number | null;
	resolved_by: string | null;
	note: string | null;
}

const COLUMNS = 'id, portfolio, one_record, other_record, score, reasons, state, created_at, resolved_at, resolved_by, note';

export function makeReviews(sql: Sql, { clock, ids }: StatementContext): ReviewFamily {
	return {
		async open(review) {
			const row = reviewRow(review, ids.next('review'), clock.now());
			return await withReferences(sql, { portfolio: review.portfolio }, async (step) => {
				const created = await step.get<Row>(
					...insert('match_reviews', row, `ON CONFLICT (one_record, other_record) DO NOTHING RETURNING ${COLUMNS}`),
				);
				if (created !== null) return { review: toReview(created), created: true };
				const known = await one<Row>(
					step,
					`SELECT ${COLUMNS} FROM match_reviews WHERE one_record = $1 AND other_record = $2`,
					inOrder(review.recordIds),
				);
				return { review: toReview(known), created: false };
			});
		},

		async get(id) {
			const row = await sql.get<Row>(`SELECT ${COLUMNS} FROM match_reviews WHERE id = $1`, [id]);
			return row && toReview(row);
		},

		async list({ portfolio, state, limit }) {
			const wanted = state === 'open' ? "state = 'open' ORDER BY created_at, id" : 'state = $3 ORDER BY resolved_at DESC, id DESC';
			const rows = await sql.all<Row>(
				`SELECT ${COLUMNS} FROM match_reviews WHERE portfolio = $1 AND ${wanted} LIMIT $2`,
				state === 'open' ? [portfolio, limit] : [portfolio, limit, state],
			);
			return rows.map(toReview);
		},

		async about(recordIds) {
			if (recordIds.length === 0) return [];
			// Filled up, so that the database sees few different statements.
			const places = Math.ceil(recordIds.length / 16) * 16;
			const wanted = placeholders(places, 1);
			const rows = await sql.all<Row>(
				`SELECT ${COLUMNS} FROM match_reviews WHERE one_record IN (${wanted})
				UNION SELECT ${COLUMNS} FROM match_reviews WHERE other_record IN (${wanted}) ORDER BY id`,
				Array.from({ length: places }, (_, index) => recordIds[index] ?? ''),
			);
			return rows.map(toReview);
		},

		async resolve(id, answer, by, note, at) {
			const row = await sql.get<Row>(
				`UPDATE match_reviews SET state = $2, resolved_by = $3, note = $4, resolved_at = $5 WHERE id = $1 AND state = 'open' RETURNING ${COLUMNS}`,
				[id, answer, by, note, at],
			);
			return row && toReview(row);
		},

		async answer(review, answer, by, note, at) {
			const row = { ...reviewRow(review, ids.next('review'), clock.now()), state: answer, resolved_at: at, resolved_by: by, note };
			return await withReferences(sql, { portfolio: review.portfolio }, async (step) =>
				toReview(
					await one<Row>(
						step,
						...insert(
							'match_reviews',
							row,
							`ON CONFLICT (one_record, other_record) DO UPDATE SET state = excluded.state, resolved_at = excluded.resolved_at,
								resolved_by = excluded.resolved_by, note = excluded.note RETURNING ${COLUMNS}`,
						),
					),
				),
			);
		},
	};
}

/** What is inserted for a new question. */
export function reviewRow({ portfolio, recordIds, score, reasons }: NewReview, id: string, now: number) {
	const [first, second] = inOrder(recordIds);
	return {
		id,
		portfolio,
		one_record: first,
		other_record: second,
		score: Math.round(score * 100),
		reasons: toJson(reasons),
		state: 'open' as const,
		created_at: now,
	};
}

export function inOrder([one, other]: readonly [string, string]): [string, string] {
	return one < other ? [one, other] : [other, one];
}

export function toReview(row: Row): StoredReview {
	return {
		id: row.id,
		portfolio: row.portfolio,
		recordIds: [row.one_record, row.other_record],
		score: row.score / 100,
		reasons: fromJson(row.reasons),
		state: row.state,
		createdAt: row.created_at,
		resolvedAt: row.resolved_at,
		resolvedBy: row.resolved_by,
		note: row.note,
	};
}
