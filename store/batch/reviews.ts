import type { ReviewFamily, StoredReview } from '../port/reviews';
import { inPieces } from '../sql/bulk';
import { fromJson } from '../sql/columns';
import { inOrder, reviewRow } from '../statements/reviews';
import type { BatchContext, Part } from './part';

/** What was asked about records. */
export function batchReviews({ direct, waiting, clock, ids }: BatchContext): Part<ReviewFamily> {
	const byRecord = new Map<string, StoredReview[]>();

	const load = async (recordIds: readonly string[]): Promise<void> => {
		const unknown = recordIds.filter((id) => !byRecord.has(id));
		for (const id of unknown) byRecord.set(id, []);
		const isUnknown = new Set(unknown);
		const found = new Map<string, StoredReview>();
		for (const piece of inPieces(unknown)) for (const review of await direct.reviews.about(piece)) found.set(review.id, review);
		for (const review of found.values()) for (const id of review.recordIds) if (isUnknown.has(id)) byRecord.get(id)?.push(review);
	};

	return {
		methods: {
			async about(recordIds) {
				await load(recordIds);
				const found = new Map(recordIds.flatMap((id) => byRecord.get(id) ?? []).map((review) => [review.id, review]));
				return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
			},

			async open(review) {
				const row = reviewRow(review, ids.next('review'), clock.now());
				const recordIds = inOrder(review.recordIds);
				await load(recordIds);
				const known = byRecord.get(recordIds[0])?.find(({ recordIds: [, second] }) => second === recordIds[1]);
				if (known !== undefined) return { review: known, created: false };
				const opened: StoredReview = {
					id: row.id,
					portfolio: review.portfolio,
					recordIds,
					score: row.score / 100,
					reasons: fromJson(row.reasons),
					state: row.state,
					createdAt: row.created_at,
					resolvedAt: null,
					resolvedBy: null,
					note: null,
				};
				waiting.insert('match_reviews', row);
				for (const id of recordIds) byRecord.get(id)?.push(opened);
				return { review: opened, created: true };
			},
		},

		forget() {
			byRecord.clear();
		},
	};
}
