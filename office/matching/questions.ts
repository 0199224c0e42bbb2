import type { Reason } from '../../leasing/reason';
import type { StoredReview, StoreFamilies } from '../../store/port';
import { pairName, type Gathered } from './neighbourhood';

/** A pair of stored records of which only a person can say whether they are one renter. */
export interface Question {
	recordIds: readonly [string, string];
	/** The leads or waiting inquiries at its two ends. */
	sides: readonly [string, string];
	score: number;
	reasons: Reason[];
}

/**
 * Opens what was not asked before. About two leads (or a lead and a waiting inquiry) one question is enough, and an answer
 * holds for all their records. @param questions the surest first
 */
export async function openQuestions(
	tx: StoreFamilies,
	portfolio: string,
	gathered: Gathered,
	questions: readonly Question[],
): Promise<StoredReview[]> {
	const sideOf = (recordId: string): string => {
		const neighbour = gathered.neighbours.get(recordId);
		return neighbour?.leadId ?? neighbour?.inquiryId ?? recordId;
	};
	const asked = new Set(gathered.reviews.map(({ recordIds: [one, other] }) => pairName(sideOf(one), sideOf(other))));
	const opened: StoredReview[] = [];
	for (const { recordIds, sides, score, reasons } of questions) {
		const name = pairName(...sides);
		if (sides[0] === sides[1] || asked.has(name)) continue;
		asked.add(name);
		const { review, created } = await tx.reviews.open({ portfolio, recordIds, score, reasons });
		if (created) opened.push(review);
	}
	return opened;
}
