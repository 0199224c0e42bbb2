import type { Inquiry, InquiryInterest } from '../inquiry/inquiry';
import type { PortfolioSettings } from '../portfolio/portfolio';
import { ownerOf } from '../portfolio/properties';
import { callBackDueAt } from '../task/callBackDue';
import { contactVerb } from '../task/callBackTask';
import { callablePhone, writableEmail } from '../task/contactTitle';
import type { Millis } from '../time';

/** A new lead as the rules propose it. Source, status, owner and next action are always filled. */
export interface LeadDraft {
	portfolio: string;
	firstName: string | null;
	lastName: string | null;
	fullName: string | null;
	phone: string | null;
	email: string | null;
	source: string;
	status: 'new';
	owner: string;
	nextAction: string;
	nextActionAt: Millis;
	propertyKey: string | null;
	interest: InquiryInterest;
}

/**
 * The lead that a new renter's first inquiry makes. The name is the first person's who has one; the others of the
 * inquiry stay in the inquiry.
 * @param officeOpensAt when the office opens next; null while it is open, or when no hours are set
 */
export function leadFromInquiry(inquiry: Inquiry, settings: PortfolioSettings, now: Millis, officeOpensAt: Millis | null): LeadDraft {
	const person = inquiry.people.find((candidate) => candidate.fullName !== null) ?? inquiry.people[0];
	return {
		portfolio: inquiry.portfolio,
		firstName: person?.firstName ?? null,
		lastName: person?.lastName ?? null,
		fullName: person?.fullName ?? null,
		phone: callablePhone(inquiry.people),
		email: writableEmail(inquiry.people),
		source: inquiry.source.source,
		status: 'new',
		owner: ownerOf(settings, inquiry.interest.propertyKey),
		nextAction: contactVerb(inquiry) === 'Call back' ? 'Call back' : 'Write back',
		nextActionAt: callBackDueAt(now, officeOpensAt),
		propertyKey: inquiry.interest.propertyKey,
		interest: inquiry.interest,
	};
}
