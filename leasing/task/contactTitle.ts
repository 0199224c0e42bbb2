import type { Inquiry, InquiryPerson } from '../inquiry/inquiry';
import { formatPhone } from '../phone/formatPhone';
import type { PortfolioSettings } from '../portfolio/portfolio';

/** The first number that can be called back: any real one that is not the company's own. */
export function callablePhone(people: readonly InquiryPerson[]): string | null {
	const phones = people.flatMap((person) => person.phones);
	const best = phones.find((phone) => phone.contactClass === 'personal' && phone.e164 !== null);
	const other = phones.find((phone) => phone.contactClass === 'toll_free' && phone.e164 !== null);
	return (best ?? other)?.e164 ?? null;
}

/** The first address that can be written to; a listing site's relay reaches the renter too. */
export function writableEmail(people: readonly InquiryPerson[]): string | null {
	const emails = people.flatMap((person) => person.emails);
	const usable = (wanted: readonly string[]) => emails.find((email) => email.address !== null && wanted.includes(email.contactClass));
	return (usable(['personal']) ?? usable(['relay', 'role', 'disposable']))?.address ?? null;
}

/** Who it is about, in plain words: `Ana Ruiz, (512) 555-0123, about Maple Court`. Leaves out what is not known. */
export function contactTitle(inquiry: Inquiry, settings: PortfolioSettings): string {
	const name = inquiry.people.find((person) => person.fullName !== null)?.fullName ?? null;
	const phone = callablePhone(inquiry.people);
	const reachedBy = phone !== null ? formatPhone(phone, settings.country) : writableEmail(inquiry.people);
	const who = [name, reachedBy].filter((part) => part !== null).join(', ');
	const about = inquiry.interest.propertyName;
	return `${who || nobody(inquiry)}${about === null ? '' : `, about ${about}`}`;
}

function nobody(inquiry: Inquiry): string {
	return inquiry.call?.withheld === true ? 'a caller with a hidden number' : 'an unknown contact';
}
