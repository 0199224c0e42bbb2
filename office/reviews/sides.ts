import { toIso } from '../../leasing/time';
import type { StoredMatchRecord, StoredReview, StoreFamilies, TimelineEntry } from '../../store/port';
import { leadItem, type ItemSettings } from '../shared/items/leadItem';
import { storyOf } from '../../office/leads/story';

/** One end of a review: a lead, or an inquiry that waits for the answer. */
export interface ReviewSide {
	recordId: string;
	leadId: string | null;
	inquiryId: string | null;
}

/** The two ends of a review as they stand today. */
export async function sidesOf(store: StoreFamilies, review: StoredReview): Promise<ReviewSide[]> {
	const records = await store.matching.get(review.recordIds);
	return records.map(({ id, leadId, inquiryId }: StoredMatchRecord) => ({
		recordId: id,
		leadId,
		inquiryId: leadId === null ? inquiryId : null,
	}));
}

/** What a person needs to see of one end: who it is and what happened, with reasons. */
export async function sideItem(store: StoreFamilies, { leadId, inquiryId }: ReviewSide, settings: ItemSettings, timeZone: string) {
	const entries =
		leadId !== null ? await store.timeline.ofLead(leadId) : inquiryId !== null ? await store.timeline.ofInquiry(inquiryId) : [];
	const lead = leadId === null ? null : await store.leads.get(leadId);
	const inquiry = inquiryId === null ? null : await store.inquiries.get(inquiryId);
	return {
		lead: lead && leadItem(lead, settings),
		inquiryId,
		inquiry: inquiry?.inquiry ?? null,
		story: storyOf(entries, timeZone),
		timeline: entries.map(entryItem),
	};
}

function entryItem({ at, kind, sentence, reasons }: TimelineEntry) {
	return { at: toIso(at), kind, sentence, reasons };
}

export function reviewItem(review: StoredReview) {
	const { id, portfolio, state, score, reasons, createdAt, resolvedAt, resolvedBy, note } = review;
	return {
		id,
		portfolio,
		state,
		score,
		reasons,
		createdAt: toIso(createdAt),
		resolvedAt: resolvedAt === null ? null : toIso(resolvedAt),
		resolvedBy,
		note,
	};
}
