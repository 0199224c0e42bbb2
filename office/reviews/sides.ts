import type { Inquiry } from '../../leasing/inquiry/inquiry';
import type { StoredLead, StoredMatchRecord, StoredReview, StoreFamilies, TimelineEntry } from '../../store/port';

/** One end of a review, with what a person needs to see of it: who it is and what happened, with reasons. */
export interface ReviewSide {
	lead: StoredLead | null;
	/** Set only for an inquiry that waits for the answer and has no lead. */
	inquiryId: string | null;
	inquiry: Inquiry | null;
	/** Oldest first; storyOf (office/leads/story.ts) makes it a text. */
	entries: TimelineEntry[];
}

/** The two ends of a review as they stand today. @returns null when a record of it is gone */
export async function reviewSides(
	store: StoreFamilies,
	{ recordIds }: StoredReview,
): Promise<{ one: ReviewSide; other: ReviewSide } | null> {
	const [one, other] = await store.matching.get(recordIds);
	if (one === undefined || other === undefined) return null;
	return { one: await sideOf(store, one), other: await sideOf(store, other) };
}

async function sideOf(store: StoreFamilies, { leadId, inquiryId }: StoredMatchRecord): Promise<ReviewSide> {
	if (leadId !== null) {
		const lead = await store.leads.get(leadId);
		return { lead, inquiryId: null, inquiry: null, entries: await store.timeline.ofLead(leadId) };
	}
	if (inquiryId === null) return { lead: null, inquiryId: null, inquiry: null, entries: [] };
	const stored = await store.inquiries.get(inquiryId);
	return { lead: null, inquiryId, inquiry: stored?.inquiry ?? null, entries: await store.timeline.ofInquiry(inquiryId) };
}
