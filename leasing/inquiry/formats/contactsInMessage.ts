import { findPhoneNumbersInText, isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import { parseEmail } from '../../email/parseEmail';
import { parsePhone } from '../../phone/parsePhone';
import { phoneType } from '../../phone/phoneType';
import { knownNumbers } from '../../portfolio/knownNumbers';
import { ownEmails } from '../../portfolio/ownEmails';
import type { PortfolioSettings } from '../../portfolio/portfolio';
import { reason, type Reason } from '../../reason';
import type { InquiryPerson } from '../inquiry';

const LONGEST = 4_000;
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;

/**
 * Adds the phone and the address that a renter typed into a message of their own ("call me at 206-555-0142"), where the
 * inquiry carries none. Only for messages that nobody but the renter wrote: a site's mail holds other people's numbers.
 */
export function contactsInMessage(people: InquiryPerson[], message: string | null, settings: PortfolioSettings, changes: Reason[]): void {
	const person = people[0];
	if (person === undefined || message === null) return;
	const text = message.slice(0, LONGEST);
	if (!people.some(({ phones }) => phones.some(({ isIdentity }) => isIdentity)) && /\d{3}/.test(text)) {
		const country: CountryCode = isSupportedCountry(settings.country) ? settings.country : 'US';
		const phones = findPhoneNumbersInText(text, country).map(({ number }) =>
			parsePhone(number.number, { country, known: knownNumbers(settings) }),
		);
		const own = [...new Map(phones.filter(({ isIdentity }) => isIdentity).map((phone) => [phone.e164, phone])).values()];
		// Two numbers in one message may be two people's; then a person reads them.
		if (own.length === 1 && own[0] !== undefined) {
			person.phones.push({ ...own[0], type: phoneType(own[0]) });
			changes.push(reason('phone_in_message', `The phone ${own[0].e164} was taken from the message.`));
		}
	}
	if (people.some(({ emails }) => emails.some(({ isIdentity }) => isIdentity)) || !text.includes('@')) return;
	const emails = [...new Set(text.match(EMAIL) ?? [])]
		.map((raw) => parseEmail(raw, { own: ownEmails(settings) }))
		.filter(({ isIdentity }) => isIdentity);
	if (emails.length !== 1 || emails[0] === undefined) return;
	person.emails.push(emails[0]);
	changes.push(reason('email_in_message', `The e-mail ${emails[0].address} was taken from the message.`));
}
