import type { ContactEmail } from '../../email/email';
import { parseEmail } from '../../email/parseEmail';
import { parsePhone } from '../../phone/parsePhone';
import { phoneType } from '../../phone/phoneType';
import type { ContactPhone } from '../../phone/phone';
import { knownNumbers } from '../../portfolio/knownNumbers';
import { ownEmails } from '../../portfolio/ownEmails';
import type { PortfolioSettings } from '../../portfolio/portfolio';
import { reason, type Reason } from '../../reason';
import type { InquiryPerson } from '../inquiry';
import { isPlaceholderName, joinName, splitName, splitPeople } from '../name';
import type { FieldTexts } from './fieldMap';
import { splitEmails, splitPhones } from './values';

/** What reading people needs to know of the company and of the message they stand in. */
export interface PeopleContext {
	settings: PortfolioSettings;
	/** Addresses and domains of senders and receivers of this message: robots, not the renter. Lower-case. */
	notTheRenters?: ReadonlySet<string> | undefined;
}

/**
 * Reads the people of an inquiry. Two people in one field become two, with the phones and addresses of each as far as
 * that can be told. Unusable phones and addresses stay, with their reasons, so that staff can look at them.
 * @param groups the fields of each person, where the input keeps several people apart
 */
export function readPeople(groups: readonly FieldTexts[], context: PeopleContext, changes: Reason[]): InquiryPerson[] {
	const people = groups.flatMap((fields) => [...peopleOf(fields, context, changes), ...secondPerson(fields, context, changes)]);
	const somebody = people.filter((person) => person.fullName !== null || person.phones.length > 0 || person.emails.length > 0);
	return somebody.length > 0 ? somebody : people.slice(0, 1);
}

function peopleOf(fields: FieldTexts, { settings, notTheRenters }: PeopleContext, changes: Reason[]): InquiryPerson[] {
	const known = knownNumbers(settings);
	const own = ownEmails(settings);
	const phones = (fields.phone ?? []).flatMap(splitPhones).map((raw) => withType(parsePhone(raw, { country: settings.country, known })));
	const emails = (fields.email ?? []).flatMap(splitEmails).map((raw) => notRobot(parseEmail(raw, { own }), notTheRenters));
	for (const phone of phones) {
		if (phone.e164 !== null && phone.e164 !== phone.raw)
			changes.push(reason('phone_normalised', `Phone "${phone.raw}" was written as ${phone.e164}.`));
	}
	for (const email of emails) {
		if (email.address !== null && email.address !== email.raw)
			changes.push(reason('email_normalised', `E-mail "${email.raw}" was written as ${email.address}.`));
	}
	const names = readNames(fields, changes);
	return shareOut(names, distinctPhones(phones).slice(0, MOST_CONTACTS), distinctEmails(emails).slice(0, MOST_CONTACTS));
}

/** More in one inquiry are a pasted list, not a renter. */
const MOST_CONTACTS = 10;

function secondPerson(fields: FieldTexts, context: PeopleContext, changes: Reason[]): InquiryPerson[] {
	const second: FieldTexts = { fullName: fields.secondName, phone: fields.secondPhone, email: fields.secondEmail };
	const said = [...(second.fullName ?? []), ...(second.phone ?? []), ...(second.email ?? [])];
	// "Roommates: 2" or "Spouse: yes" tell of somebody, but not who it is.
	if (said.length === 0 || said.every((text) => /^(?:\d{1,2}|yes|no|none|n\/a|true|false|-)$/i.test(text.trim()))) return [];
	return peopleOf(second, context, changes);
}

type Name = Pick<InquiryPerson, 'firstName' | 'lastName' | 'fullName'>;

/** Hands phones and addresses to the people of one field: by the name in the address, then one each, else to the first. */
function shareOut(names: readonly Name[], phones: readonly ContactPhone[], emails: readonly ContactEmail[]): InquiryPerson[] {
	const people = names.map((name): InquiryPerson => ({ ...name, phones: [], emails: [] }));
	const first = people[0];
	if (first === undefined) return [];
	phones.forEach((phone, index) => (phones.length === people.length ? (people[index] ?? first) : first).phones.push(phone));
	emails.forEach((email, index) => {
		const named = people.filter(
			({ firstName }) =>
				firstName !== null && firstName.length > 2 && email.address?.split('@')[0]?.includes(firstName.toLowerCase()),
		);
		const owner = named.length === 1 ? named[0] : emails.length === people.length ? people[index] : first;
		(owner ?? first).emails.push(email);
	});
	return people;
}

function readNames(fields: FieldTexts, changes: Reason[]): Name[] {
	const firstName = cleanName(fields.firstName?.[0], 'First name', changes);
	const lastName = cleanName(fields.lastName?.[0], 'Last name', changes);
	const fullName = cleanName(fields.fullName?.[0], 'Name', changes);
	const whole = fullName === null || (firstName !== null && lastName !== null) ? joinName(firstName, lastName) : fullName;
	const several =
		whole === null ? [] : splitPeople(firstName !== null && lastName !== null ? bothFirstNames(firstName, lastName) : whole);
	if (several.length > 1) {
		changes.push(
			reason(
				'several_people',
				`"${whole}" names ${several.length} people; they are kept as ${several.length} people of one household.`,
			),
		);
		return several.map((name) => ({ ...parted(name), fullName: name }));
	}
	if (fullName === null || (firstName !== null && lastName !== null))
		return [{ firstName, lastName, fullName: joinName(firstName, lastName) }];
	// Forms with "Name" and "Last name" mean the first name by "Name".
	if (lastName !== null && firstName === null) {
		const first = fullName.toLowerCase().endsWith(lastName.toLowerCase()) ? splitName(fullName).firstName : fullName;
		return [{ firstName: first, lastName, fullName: first === fullName ? joinName(fullName, lastName) : fullName }];
	}
	const split = parted(fullName);
	const inOrder = /^[^,]+,[^,]+$/.test(fullName) ? (joinName(split.firstName, split.lastName) ?? fullName) : fullName;
	return [{ firstName: firstName ?? split.firstName, lastName: lastName ?? split.lastName, fullName: inOrder }];
}

/** First name "Kate & Lou", last name "Smith". */
function bothFirstNames(firstName: string, lastName: string): string {
	return `${firstName} ${lastName}`;
}

function parted(name: string): Pick<Name, 'firstName' | 'lastName'> {
	const { firstName, lastName } = splitName(name);
	return { firstName, lastName };
}

function cleanName(text: string | undefined, label: string, changes: Reason[]): string | null {
	if (text === undefined) return null;
	if (isPlaceholderName(text)) {
		changes.push(reason('name_dropped', `${label} "${text.slice(0, LONGEST_SHOWN)}" is not a name and was left out.`));
		return null;
	}
	return text.replace(/\s+/g, ' ').trim();
}

const LONGEST_SHOWN = 60;

function withType(phone: ContactPhone): ContactPhone {
	return { ...phone, type: phoneType(phone) };
}

function notRobot(email: ContactEmail, robots: ReadonlySet<string> | undefined): ContactEmail {
	if (email.contactClass !== 'personal' || email.address === null || robots === undefined) return email;
	const domain = email.address.slice(email.address.lastIndexOf('@') + 1);
	if (!robots.has(email.address) && !robots.has(domain)) return email;
	return {
		...email,
		contactClass: 'system',
		isIdentity: false,
		reasons: [reason('system_mailbox', "A site or program sends from this address; the renter's own is in the message.")],
	};
}

function distinctPhones(phones: readonly ContactPhone[]): ContactPhone[] {
	const seen = new Map(phones.toReversed().map((phone) => [phone.e164 ?? phone.raw, phone]));
	return phones.filter((phone) => seen.get(phone.e164 ?? phone.raw) === phone);
}

function distinctEmails(emails: readonly ContactEmail[]): ContactEmail[] {
	const seen = new Map(emails.toReversed().map((email) => [email.address ?? email.raw, email]));
	return emails.filter((email) => seen.get(email.address ?? email.raw) === email);
}
