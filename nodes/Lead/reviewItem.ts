import { toIso } from '../../leasing/time';
import { storyOf } from '../../office/leads/story';
import type { ReviewSide } from '../../office/reviews/sides';
import type { StoredReview, TimelineEntry } from '../../store/port';
import { leadItem, type ItemSettings } from '../shared/items/leadItem';

/** A review as this node shows it. Times are ISO 8601 in UTC. */
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

/** @param timeZone IANA zone in which the story is told */
export function sideItem({ lead, inquiryId, inquiry, entries }: ReviewSide, settings: ItemSettings, timeZone: string) {
	return {
		lead: lead && leadItem(lead, settings),
		inquiryId,
		inquiry,
		story: storyOf(entries, timeZone),
		timeline: entries.map(entryItem),
	};
}

function entryItem({ at, kind, sentence, reasons }: TimelineEntry) {
	return { at: toIso(at), kind, sentence, reasons };
}
