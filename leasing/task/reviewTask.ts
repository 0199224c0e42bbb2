import type { Inquiry } from '../inquiry/inquiry';
import type { MatchDecision } from '../match/match';
import type { PortfolioSettings } from '../portfolio/portfolio';
import { ownerOf } from '../portfolio/properties';
import { reason, type Reason } from '../reason';
import { DAY, type Millis } from '../time';
import { callBackDueAt } from './callBackDue';
import { contactTitle } from './contactTitle';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

export interface ReviewInput {
	inquiry: Inquiry;
	match: MatchDecision;
	settings: PortfolioSettings;
	callId: string | null;
	now: Millis;
	/** When the office opens next; null while it is open, or when no hours are set. */
	officeOpensAt: Millis | null;
}

/**
 * The task to decide whose inquiry it is. As urgent as a call-back, because until then nobody gets back to the renter.
 * It belongs to no lead yet.
 */
export function reviewTask({ inquiry, match, settings, callId, now, officeOpensAt }: ReviewInput): TaskDraft {
	const who = contactTitle(inquiry, settings);
	const names = match.candidates.length;
	const title =
		names === 0 ? `Look at the ${inquiry.call === null ? 'inquiry' : 'call'} from ${who}` : `Decide whose inquiry this is: ${who}`;
	const voicemail = inquiry.call?.voicemail ?? null;
	return {
		portfolio: inquiry.portfolio,
		key: taskKeys.inquiryReview(inquiry),
		kind: 'review_match',
		title,
		leadId: null,
		callId,
		owner: ownerOf(settings, inquiry.interest.propertyKey),
		dueAt: callBackDueAt(now, officeOpensAt),
		priority: officeOpensAt !== null && officeOpensAt > now ? 2 : 1,
		reasons: [
			...match.reasons,
			...(voicemail === null ? [] : [reason('voicemail', 'The caller left a voicemail; it may say who it was.')]),
		],
	};
}

export interface PairReviewInput {
	review: { id: string; reasons: Reason[] };
	lead: { id: string; portfolio: string; name: string; owner: string };
	/** Null when the other one is an inquiry that waits. */
	otherName: string | null;
	now: Millis;
	/** When the office opens next; null while it is open, or when no hours are set. */
	officeOpensAt: Millis | null;
}

/** The task to decide whether two are one renter. Less urgent than an inquiry without a lead: both are looked after. */
export function pairReviewTask({ review, lead, otherName, now, officeOpensAt }: PairReviewInput): TaskDraft {
	return {
		portfolio: lead.portfolio,
		key: taskKeys.pairReview(review.id),
		kind: 'review_match',
		title: `Decide whether ${lead.name} and ${otherName ?? 'an inquiry that waits'} are one renter`,
		leadId: lead.id,
		callId: null,
		owner: lead.owner,
		dueAt: officeOpensAt ?? now + DAY,
		priority: 3,
		reasons: review.reasons,
	};
}
