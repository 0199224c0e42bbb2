import type { Case, Deduplicated } from './case';
import { addToLead, createLead } from './steps/lead';
import { decide } from './steps/decide';
import { decidedBefore } from './steps/decidedBefore';
import { openCallBack, openReview } from './steps/tasks';
import { tellInquiry, tellMatch, tellTask } from './steps/tell';

/**
 * Records an inquiry and puts it where it belongs: on a new lead, on a known one, or before a person. Everything in it
 * must run in one transaction, so that a crash leaves all of it or nothing.
 * @throws IdentityTaken when another process took an identity meanwhile; run it again then
 */
export async function deduplicate(given: Omit<Case, 'inquiryId' | 'call'>): Promise<Deduplicated> {
	const { tx, inquiry } = given;
	const { inquiry: stored, created } = await tx.inquiries.record(inquiry);
	if (!created) return { ...(await decidedBefore(tx, stored)), repeated: true };

	const call = inquiry.call === null ? null : await tx.calls.byProviderId(inquiry.provider, inquiry.call.callKey);
	const one: Case = { ...given, inquiryId: stored.id, call };
	const { match, identities } = await decide(tx, inquiry);
	const lead =
		match.decision === 'new' ? await createLead(one, identities)
		: match.leadId !== null ? await addToLead(one, match.leadId, identities)
		: null;
	const opened = lead ? await openCallBack(one, match, lead) : await openReview(one, match);

	await tellInquiry(one, lead);
	await tellMatch(one, match, lead);
	if (opened) await tellTask(one, opened, lead);
	return { match: { ...match, leadId: lead?.id ?? null }, lead, task: opened?.task ?? null, repeated: false };
}
