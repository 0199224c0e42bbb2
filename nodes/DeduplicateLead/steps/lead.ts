import { leadFromInquiry, type LeadDraft } from '../../../leasing/match/leadFromInquiry';
import type { Identity } from '../../../leasing/match/match';
import type { NewLead, StoredLead } from '../../../store/port';
import type { Case } from '../case';

/** Another process gave an identity to another lead after we had looked: decide again with what is true now. */
export class IdentityTaken extends Error {
	constructor() {
		super('Another inquiry of the same contact is being worked on at this moment. Run this item again.');
		this.name = 'IdentityTaken';
	}
}

/** Makes the lead of a renter whom nobody knows yet. */
export async function createLead(one: Case, identities: Identity[]): Promise<StoredLead> {
	const lead = await one.tx.leads.create(draftOf(one));
	await link(one, lead.id, identities);
	return lead;
}

/** Adds an inquiry to its lead: fills what was empty, never overwrites, and moves the next action. */
export async function addToLead(one: Case, leadId: string, identities: Identity[]): Promise<StoredLead> {
	const before = await one.tx.leads.get(leadId);
	if (!before) throw new Error(`The lead ${leadId} is gone although an identity points to it. Run this item again.`);
	const lead = await one.tx.leads.update(leadId, filled(before, draftOf(one)));
	await link(one, lead.id, identities);
	return lead;
}

function draftOf({ inquiry, settings, now, officeOpensAt }: Case): LeadDraft {
	return leadFromInquiry(inquiry, settings, now, officeOpensAt);
}

function filled(lead: StoredLead, draft: LeadDraft): Partial<NewLead> {
	// The parts of a name belong together: half of one and half of another would be nobody's.
	const nameless = lead.fullName === null && lead.firstName === null && lead.lastName === null;
	const name = nameless ? { fullName: draft.fullName, firstName: draft.firstName, lastName: draft.lastName } : {};
	const sameAction = lead.nextAction === draft.nextAction;
	return {
		...name,
		phone: lead.phone ?? draft.phone,
		email: lead.email ?? draft.email,
		propertyKey: lead.propertyKey ?? draft.propertyKey,
		nextAction: draft.nextAction,
		// Somebody who waits already does not wait longer because they called again.
		nextActionAt: sameAction ? Math.min(lead.nextActionAt, draft.nextActionAt) : draft.nextActionAt,
	};
}

async function link({ tx, inquiry, inquiryId, call }: Case, leadId: string, identities: Identity[]): Promise<void> {
	for (const identity of identities) {
		const { result } = await tx.leads.addIdentity(inquiry.portfolio, leadId, identity);
		if (result === 'taken') throw new IdentityTaken();
	}
	await tx.inquiries.setLead(inquiryId, leadId);
	const { source, campaign } = inquiry.source;
	await tx.inquiries.addTouch({ leadId, inquiryId, channel: inquiry.channel, source, campaign, at: Date.parse(inquiry.occurredAt) });
	if (call) await tx.calls.setLead(call.id, leadId);
}
