import { isOfficeOpen } from '../../leasing/hours/officeHours';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import type { ReviewAnswer, StoredLead, StoredReview } from '../../store/port';
import { resolveReview } from '../matching/resolve';
import type { Decided, Office } from '../office';
import { savedPortfolio } from '../portfolio/savedPortfolio';
import { unknownReview } from './unknownReview';

export interface ResolvedPair {
	review: StoredReview;
	settings: PortfolioSettings;
	/** True when somebody had decided it before; nothing was done now. */
	alreadyResolved: boolean;
	/** The leads at the two ends as they are now; one and the same after a merge. */
	leads: StoredLead[];
	mergeId: string | null;
}

/** A person says of two whether they are one renter, one household, or two renters. @throws UserMistake when there is no such review */
export async function resolvePair(
	{ store, clock }: Office,
	reviewId: string,
	{ answer, by, note }: Decided & { answer: ReviewAnswer },
): Promise<ResolvedPair> {
	const known = await store.reviews.get(reviewId);
	if (!known) throw unknownReview('review', reviewId, 'It starts with review_ and comes from Get Many of this node.');
	const { settings } = await savedPortfolio(store, known.portfolio);
	const at = clock.now();
	const { opensAt } = isOfficeOpen(at, settings);
	const resolved = await store.transaction(
		async (tx) => await resolveReview(tx, reviewId, { answer, by, note, settings, at, officeOpensAt: opensAt }),
	);
	if (resolved !== null) return { ...resolved, settings, alreadyResolved: false };
	return { review: (await store.reviews.get(reviewId)) ?? known, settings, alreadyResolved: true, leads: [], mergeId: null };
}
