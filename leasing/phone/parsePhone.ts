import {
	findPhoneNumbersInText,
	isSupportedCountry,
	parsePhoneNumberFromString,
	type CountryCode,
	type PhoneNumber,
} from 'libphonenumber-js/max';
import { reason, type Reason } from '../reason';
import { isNanpCountry } from './formatPhone';
import { nanpKind } from './nanpKind';
import type { ContactPhone, E164, KnownNumbers, PhoneClass } from './phone';
import { isPlaceholderPhone } from './placeholder';
import { readPhoneText, type PhoneTextNote } from './readPhoneText';
import { readWithheld } from './withheld';
import { placeOfAreaCode } from './zones';

export interface PhoneContext {
	/** ISO 3166 country for numbers without a prefix. */
	country: string;
	/** The company's own and staff numbers, E.164. */
	known: KnownNumbers;
}

/**
 * Reads a phone number or caller id of any spelling and says what it is to us. Never throws; every class but
 * `personal` comes with a reason that says what was found.
 * @param raw as received; empty means that the caller hid the number
 */
export function parsePhone(raw: string | number | null | undefined, context: PhoneContext): ContactPhone {
	const received = raw === null || raw === undefined ? '' : String(raw);
	const read = readPhoneText(received);
	if (read.kind === 'other_address') {
		return refused(
			received,
			'invalid',
			'not_a_phone_address',
			`This is a ${read.scheme}: address, not a phone number; it cannot get a text.`,
		);
	}
	if (read.kind === 'rounded') {
		return refused(
			received,
			'invalid',
			'rounded_number',
			'A spreadsheet rounded this phone number; format the column as text and export it again.',
		);
	}
	const { text, notes } = read;
	if (readWithheld(text) !== null)
		return refused(received, 'withheld', 'withheld', 'The caller hid the number, so there is nobody to text or to recognise.');

	const country: CountryCode = isSupportedCountry(context.country.toUpperCase()) ? (context.country.toUpperCase() as CountryCode) : 'US';
	const number = findNumber(text, country);
	const e164 = number === undefined ? null : (number.number as string as E164);
	// The company's own numbers come first: a line may be toll-free, and a test line may look like filler.
	const company = e164 === null ? null : companyClass(e164, context.known);
	if (e164 !== null && company !== null) return made(received, e164, countryOf(e164, number), company, 'no', [companyReason(company)]);
	if (isPlaceholderPhone(text))
		return refused(received, 'placeholder', 'placeholder', 'This is filler, not a phone number; ask for the real one.');
	if (number === undefined || e164 === null) return unreadable(received, text, country);

	const extras = [
		...notes.map(noteReason),
		...(number.ext ? [reason('extension', `The number has an extension (${number.ext}), so it may be an office phone.`)] : []),
	];
	return number.countryCallingCode === '1'
		? northAmerican(received, e164, number, extras)
		: international(received, e164, number, extras);
}

function northAmerican(received: string, e164: E164, number: PhoneNumber, extras: Reason[]): ContactPhone {
	const country = countryOf(e164, number);
	switch (nanpKind(e164.slice(2))) {
		case 'toll_free':
			return made(received, e164, country, 'toll_free', 'no', [
				reason('toll_free', "This is a toll-free number: a business, nobody's own phone."),
			]);
		case 'premium':
			return made(received, e164, country, 'premium', 'no', [
				reason('premium', 'This is a premium-rate number: calling or texting it costs money and reaches no renter.'),
			]);
		case 'unassigned':
			return refused(
				received,
				'invalid',
				'invalid_number',
				'No phone in North America can have this number; check the area code and the digits.',
			);
		case 'geographic':
			return made(received, e164, country, 'personal', 'unknown', [
				...(placeOfAreaCode(e164.slice(2, 5)) === null
					? [
							reason(
								'area_code_unknown',
								'The area code is newer than our table or mistyped; texting hours of the whole country apply.',
							),
						]
					: []),
				...extras,
			]);
	}
}

function international(received: string, e164: E164, number: PhoneNumber, extras: Reason[]): ContactPhone {
	const country = number.country ?? null;
	if (!number.isValid())
		return refused(
			received,
			'invalid',
			'invalid_number',
			'No phone in that country can have this number; check the country code and the digits.',
		);
	switch (number.getType()) {
		case 'TOLL_FREE':
			return made(received, e164, country, 'toll_free', 'no', [
				reason('toll_free', "This is a toll-free number: a business, nobody's own phone."),
			]);
		case 'PREMIUM_RATE':
		case 'SHARED_COST':
		case 'UAN':
			return made(received, e164, country, 'premium', 'no', [
				reason('premium', 'This is a service number that costs extra; it reaches no renter.'),
			]);
		case 'FIXED_LINE':
			return made(received, e164, country, 'personal', 'no', [
				reason('landline', 'In its country this number is a landline, which takes no texts.'),
				...extras,
			]);
		case 'MOBILE':
			return made(received, e164, country, 'personal', 'yes', extras);
		default:
			return made(received, e164, country, 'personal', 'unknown', extras);
	}
}

/** Strict reading first; then a number somewhere in a sentence ("call after 5 at 512-555-0123"), if there is exactly one. */
function findNumber(text: string, country: CountryCode): PhoneNumber | undefined {
	const dialled = withoutOldMobilePrefix(dialledAbroad(text));
	const direct = parsePhoneNumberFromString(dialled, { defaultCountry: country, extract: true });
	if (direct?.isPossible()) return direct;
	const found = findPhoneNumbersInText(dialled, country);
	return found.length === 1 ? found[0]?.number : undefined;
}

/** `0015125550123` → `+15125550123`. Most of the world dials 00; libphonenumber knows only the default country's own prefix. */
function dialledAbroad(text: string): string {
	return text.replace(/^\s*00\s*(?=[1-9](?:[\s().-]*\d){7,14}\b)/, '+');
}

/**
 * `+52 1 55 1234 5678` → `+52 55 1234 5678`. Mexico gave up the 1 before mobile numbers in 2019; WhatsApp and old address
 * books still write it, and the two are one phone.
 */
function withoutOldMobilePrefix(text: string): string {
	return text.replace(/^\s*(?:\+|011)?\s*52[\s.-]*1[\s.-]*(?=(?:\(?\d\)?[\s.-]*){10}$)/, '+52 ');
}

function unreadable(received: string, text: string, country: CountryCode): ContactPhone {
	const digits = text.replace(/\D/g, '');
	if (/^\+?[\d\s.-]+$/.test(text) && digits.length >= 3 && digits.length <= 6) {
		return refused(received, 'short_code', 'short_code', "This is a short code: a service, not somebody's phone.");
	}
	if (digits.length === 7 && isNanpCountry(country)) {
		return refused(received, 'invalid', 'area_code_missing', 'The area code is missing; seven digits alone could be anywhere.');
	}
	const found = digits.length === 0 ? 'there are no digits in it' : `it has ${digits.length} digits`;
	return refused(received, 'invalid', 'invalid_number', `This cannot be read as a phone number: ${found}.`);
}

function companyClass(e164: E164, known: KnownNumbers): 'own' | 'staff' | null {
	if (known.own.has(e164)) return 'own';
	return known.staff.has(e164) ? 'staff' : null;
}

function companyReason(contactClass: 'own' | 'staff'): Reason {
	return contactClass === 'own'
		? reason('own_number', "This is one of the company's own numbers; texting it would answer ourselves.")
		: reason('staff_number', 'This phone belongs to a member of staff.');
}

function noteReason(note: PhoneTextNote): Reason {
	return note === 'several_numbers'
		? reason('several_numbers', 'The field holds more than one number; the first was taken.')
		: reason('letters_as_digits', "Letters in the number were read as on a phone's keypad.");
}

function countryOf(e164: E164, number: PhoneNumber | undefined): string | null {
	// For +1 libphonenumber falls back on the default country when it does not know the area code; our table does not guess.
	return e164.startsWith('+1') ? (placeOfAreaCode(e164.slice(2, 5))?.country ?? null) : (number?.country ?? null);
}

function made(
	raw: string,
	e164: E164,
	country: string | null,
	contactClass: PhoneClass,
	textable: ContactPhone['textable'],
	reasons: Reason[],
): ContactPhone {
	return { raw, e164, country, contactClass, isIdentity: contactClass === 'personal', textable, reasons };
}

function refused(raw: string, contactClass: PhoneClass, code: string, sentence: string): ContactPhone {
	return { raw, e164: null, country: null, contactClass, isIdentity: false, textable: 'no', reasons: [reason(code, sentence)] };
}
