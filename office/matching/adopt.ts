import { identitiesOf } from '../../leasing/match/identities';
import { leadFromInquiry, type LeadDraft } from '../../leasing/match/leadFromInquiry';
import { filledInterest } from '../../leasing/match/mergeFields';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { reason, type Reason } from '../../leasing/reason';
import { taskKeys } from '../../leasing/task/keys';
import type { Millis } from '../../leasing/time';
import type { NewLead, StoredInquiry, StoredLead, StoreFamilies } from '../../store/port';

export interface Adoption {
	settings: PortfolioSettings;
	/** Whose it is; null: a new lead is made for it. */
	leadId: string | null;
	by: string;
	note: string | null;
	at: Millis;
	/** When the office opens next; null while it is open, or when no hours are set. */
	officeOpensAt: Millis | null;
}

/** Puts an inquiry that waited for a person on a lead, with all that came of it, and closes the task that asked. */
export async function adoptInquiry(
	tx: StoreFamilies,
	stored: StoredInquiry,
	{ settings, leadId, by, note, at, officeOpensAt }: Adoption,
): Promise<StoredLead> {
	const { inquiry } = stored;
	const draft = leadFromInquiry(inquiry, settings, at, officeOpensAt);
	const before = leadId === null ? null : await tx.leads.get(leadId);
	const lead = before === null ? await tx.leads.create(draft) : await tx.leads.update(before.id, filledFrom(before, draft));
	await tx.inquiries.moveTo(stored.id, lead.id);
	const { source, campaign } = inquiry.source;
	await tx.inquiries.addTouch({
		portfolio: inquiry.portfolio,
		leadId: lead.id,
		inquiryId: stored.id,
		channel: inquiry.channel,
		source,
		campaign,
		at: Date.parse(inquiry.occurredAt),
	});
	// What another lead is known by stays with it: people who share a number are told apart by their records.
	for (const identity of identitiesOf(inquiry).identities) await tx.leads.addIdentity(inquiry.portfolio, lead.id, identity);

	const task = await tx.tasks.byKey(inquiry.portfolio, taskKeys.inquiryReview(inquiry));
	if (task?.state === 'open') await tx.tasks.complete(task.id, by, note, at);
	const sentence =
		before === null ? `${by} decided that this inquiry is somebody new.` : `${by} decided that this inquiry belongs to this lead.`;
	const reasons: Reason[] = note === null ? [] : [reason('note', note)];
	await tx.timeline.add({
		portfolio: inquiry.portfolio,
		leadId: lead.id,
		callId: null,
		inquiryId: stored.id,
		at,
		kind: 'match',
		sentence,
		reasons,
	});
	return lead;
}

/** What an inquiry adds to its lead: fills what was empty, never overwrites, and moves the next action. */
export function filledFrom(lead: StoredLead, draft: LeadDraft): Partial<NewLead> {
	// The parts of a name belong together: half of one and half of another would be nobody's.
	const nameless = lead.fullName === null && lead.firstName === null && lead.lastName === null;
	const name = nameless ? { fullName: draft.fullName, firstName: draft.firstName, lastName: draft.lastName } : {};
	const sameAction = lead.nextAction === draft.nextAction;
	return {
		...name,
		phone: lead.phone ?? draft.phone,
		email: lead.email ?? draft.email,
		propertyKey: lead.propertyKey ?? draft.propertyKey,
		interest: filledInterest(lead.interest, draft.interest),
		nextAction: draft.nextAction,
		// Somebody who waits already does not wait longer because they called again.
		nextActionAt: sameAction ? Math.min(lead.nextActionAt, draft.nextActionAt) : draft.nextActionAt,
	};
}
