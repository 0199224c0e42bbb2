import { sameIdAnotherPerson } from '../../leasing/inquiry/fingerprint';
import type { Inquiry } from '../../leasing/inquiry/inquiry';
import type { Reason } from '../../leasing/reason';
import type { StoreFamilies } from '../../store/port';
import type { Case, TakenIn } from './case';
import { decide } from './steps/decide';
import { decidedBefore } from './steps/decidedBefore';
import { leadOf } from './steps/lead';
import { place } from './steps/place';
import { openCallBack, openReview } from './steps/tasks';
import { tellInquiry, tellMatch, tellTask } from './steps/tell';

/**
 * Records an inquiry and puts it where it belongs: on a new lead, on a known one, or before a person. Everything in it
 * must run in one transaction, so that a crash leaves all of it or nothing, and so that nobody decides about the same renter
 * meanwhile.
 */
export async function takeInInquiry(given: Omit<Case, 'inquiryId' | 'call'>): Promise<TakenIn> {
	const { tx, inquiry } = given;
	const { inquiry: stored, created } = await tx.inquiries.record(inquiry);
	if (!created) return { ...(await decidedBefore(tx, stored)), inquiryId: stored.id, repeated: true };

	const call = inquiry.call === null ? null : await tx.calls.byProviderId(inquiry.provider, inquiry.call.callKey);
	const one: Case = { ...given, inquiryId: stored.id, call };
	const decided = await decide(tx, inquiry, given.people, given.rules);
	const lead = await leadOf(one, decided);
	const match = { ...decided.match, leadId: lead?.id ?? null, reasons: [...decided.match.reasons, ...(await sharedId(tx, inquiry))] };

	await tellInquiry(one, lead);
	await tellMatch(one, match, lead);
	const reviewIds = await place(one, decided, lead);
	const opened = lead ? await openCallBack(one, match, lead) : await openReview(one, match);
	if (opened) await tellTask(one, opened, lead);
	return { match, lead, task: opened?.task ?? null, inquiryId: stored.id, reviewIds, repeated: false };
}

/** It is worked like any other, but whoever set up the form should know that its ids are not its own. */
async function sharedId(tx: StoreFamilies, inquiry: Inquiry): Promise<Reason[]> {
	const shared = await tx.inquiries.sharedIds(inquiry.portfolio, [inquiry]);
	return shared.length === 0 ? [] : [sameIdAnotherPerson(inquiry.providerId)];
}
