import { isOfficeOpen } from '../../leasing/hours/officeHours';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { UserMistake } from '../../leasing/userMistake';
import type { ReviewAnswer, StoredLead } from '../../store/port';
import { existingLead } from '../leads/existingLead';
import { resolveInquiry } from '../matching/resolve';
import type { Decided, Office } from '../office';
import { savedPortfolio } from '../portfolio/savedPortfolio';
import { unknownReview } from './unknownReview';

export interface ResolvedWaiting {
	settings: PortfolioSettings;
	/** True when it had a lead before; nothing was done now. */
	alreadyResolved: boolean;
	lead: StoredLead;
}

/**
 * A person says whose an inquiry is that waits without a candidate.
 * @param decision `merged`: it belongs to the lead `leadId`; `apart`: it becomes a lead of its own
 * @throws UserMistake when there is no such inquiry or lead, or the answer makes no sense for one inquiry
 */
export async function resolveWaiting(
	{ store, clock }: Office,
	inquiryId: string,
	{ answer, by, note, leadId }: Decided & { answer: ReviewAnswer; leadId: string | null },
): Promise<ResolvedWaiting> {
	const stored = await store.inquiries.get(inquiryId);
	if (!stored) {
		const where = 'It starts with inquiry_ and comes from one.inquiryId or other.inquiryId of Get Many, or from a task.';
		throw unknownReview('inquiry', inquiryId, where);
	}
	if (answer === 'household')
		throw new UserMistake(
			'An inquiry alone cannot be a household.',
			'Choose Same Renter with a Lead ID, or Keep Apart, which makes a new lead.',
		);
	if (answer === 'merged' && leadId === null)
		throw new UserMistake('Lead ID is empty.', 'Enter whose inquiry it is, or choose Keep Apart, which makes a new lead.');
	const { settings } = await savedPortfolio(store, stored.inquiry.portfolio);
	const chosen = answer === 'merged' && leadId !== null ? await existingLead(store, leadId) : null;
	if (stored.leadId !== null) return { settings, alreadyResolved: true, lead: await existingLead(store, stored.leadId) };
	const at = clock.now();
	const { opensAt } = isOfficeOpen(at, settings);
	const lead = await store.transaction(
		async (tx) => await resolveInquiry(tx, stored, { settings, leadId: chosen?.id ?? null, by, note, at, officeOpensAt: opensAt }),
	);
	return { settings, alreadyResolved: false, lead };
}
