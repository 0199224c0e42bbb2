import type { Reason } from '../../leasing/reason';
import type { Millis } from '../../leasing/time';

export const REVIEW_STATES = ['open', 'merged', 'household', 'apart'] as const;
/** `open`, or what a person (or evidence that came later) made of it. */
export type ReviewState = (typeof REVIEW_STATES)[number];
export type ReviewAnswer = Exclude<ReviewState, 'open'>;

/** A pair of match records of which the software cannot tell whether they are one renter. */
export interface NewReview {
	portfolio: string;
	recordIds: readonly [string, string];
	score: number;
	/** How the score came about, one line for each field. */
	reasons: Reason[];
}

export interface StoredReview extends Omit<NewReview, 'recordIds'> {
	id: string;
	/** In the order of their ids, whoever was named first. */
	recordIds: [string, string];
	state: ReviewState;
	createdAt: Millis;
	resolvedAt: Millis | null;
	resolvedBy: string | null;
	note: string | null;
}

export interface ReviewFamily {
	/** Inserts, or returns the one already there for the pair, whatever became of it: nothing is asked twice. */
	open(review: NewReview): Promise<{ review: StoredReview; created: boolean }>;
	get(id: string): Promise<StoredReview | null>;
	/** Open ones oldest first, others newest first. */
	list(query: { portfolio: string; state: ReviewState; limit: number }): Promise<StoredReview[]>;
	/** Everything asked or answered about these records, in the order of the ids. */
	about(recordIds: readonly string[]): Promise<StoredReview[]>;
	/** @returns null when there is no such open review */
	resolve(id: string, answer: ReviewAnswer, by: string, note: string | null, at: Millis): Promise<StoredReview | null>;
	/** What a person says about a pair, asked or not. An earlier answer is replaced. */
	answer(review: NewReview, answer: ReviewAnswer, by: string, note: string | null, at: Millis): Promise<StoredReview>;
}
