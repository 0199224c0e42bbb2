import type { ContactEmail } from '../../email/email';
import { parseEmail } from '../../email/parseEmail';
import { parsePhone } from '../../phone/parsePhone';
import type { ContactPhone } from '../../phone/phone';
import { knownNumbers } from '../../portfolio/knownNumbers';
import { ownEmails } from '../../portfolio/ownEmails';
import type { PortfolioSettings } from '../../portfolio/portfolio';
import { reason, type Reason } from '../../reason';
import type { InquiryPerson } from '../inquiry';
import { isPlaceholderName, joinName, splitName } from '../name';
import type { FoundFields } from './findFields';
import { splitEmails, splitPhones } from './values';

/** Reads the person of a form. Unusable phones and addresses stay, with their reasons, so that staff can look at them. */
export function readPerson(found: FoundFields, settings: PortfolioSettings, changes: Reason[]): InquiryPerson {
	const name = readName(found, changes);
	const known = knownNumbers(settings);
	const phones = found.phone.flatMap(splitPhones).map((raw) => parsePhone(raw, { country: settings.country, known }));
	const emails = found.email.flatMap(splitEmails).map((raw) => parseEmail(raw, { own: ownEmails(settings) }));
	for (const phone of phones) {
		if (phone.e164 !== null && phone.e164 !== phone.raw) changes.push(reason('phone_normalised', `Phone "${phone.raw}" was written as ${phone.e164}.`));
	}
	for (const email of emails) {
		if (email.address !== null && email.address !== email.raw) changes.push(reason('email_normalised', `E-mail "${email.raw}" was written as ${email.address}.`));
	}
	return { ...name, phones: distinctPhones(phones), emails: distinctEmails(emails) };
}

function readName(found: FoundFields, changes: Reason[]): Pick<InquiryPerson, 'firstName' | 'lastName' | 'fullName'> {
	const firstName = cleanName(found.firstName[0], 'First name', changes);
	const lastName = cleanName(found.lastName[0], 'Last name', changes);
	const fullName = cleanName(found.fullName[0], 'Name', changes);
	if (fullName === null || (firstName !== null && lastName !== null)) return { firstName, lastName, fullName: joinName(firstName, lastName) };
	const split = splitName(fullName);
	if (split.severalPeople) changes.push(reason('several_people', `The name "${fullName}" seems to be of several people and was not split.`));
	// Forms with "Name" and "Last name" mean the first name by "Name".
	if (lastName !== null && firstName === null) {
		const first = fullName.toLowerCase().endsWith(lastName.toLowerCase()) ? split.firstName : fullName;
		return { firstName: first, lastName, fullName: first === fullName ? joinName(fullName, lastName) : fullName };
	}
	return { firstName: firstName ?? split.firstName, lastName: lastName ?? split.lastName, fullName };
}

function cleanName(text: string | undefined, label: string, changes: Reason[]): string | null {
	if (text === undefined) return null;
	if (isPlaceholderName(text)) {
		changes.push(reason('name_dropped', `${label} "${text}" is not a name and was left out.`));
		return null;
	}
	return text.replace(/\s+/g, ' ');
}

function distinctPhones(phones: readonly ContactPhone[]): ContactPhone[] {
	return phones.filter((phone, index) => phones.findIndex((other) => (other.e164 ?? other.raw) === (phone.e164 ?? phone.raw)) === index);
}

function distinctEmails(emails: readonly ContactEmail[]): ContactEmail[] {
	return emails.filter((email, index) => emails.findIndex((other) => (other.address ?? other.raw) === (email.address ?? email.raw)) === index);
}
