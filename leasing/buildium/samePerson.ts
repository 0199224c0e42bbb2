import { readPhones } from './phones';

/** Fewer digits do not name one line. */
const FEWEST_DIGITS = 7;

/** Digits of a number without the country's 1, as far as they matter for comparison. */
function significant(number: string): string {
	return number
		.replace(/(ext?\.?|x|#).*$/i, '')
		.replace(/\D/g, '')
		.slice(-10);
}

/**
 * What to ask Buildium for to find a number: its last four digits stand together in almost any spelling, and whether its filter
 * compares digits or spelling is not documented.
 * @returns null when there are too few digits for a phone number
 */
export function phoneFilter(number: string): string | null {
	const digits = significant(number);
	return digits.length < FEWEST_DIGITS ? null : digits.slice(-4);
}

/** @returns true when one of the record's numbers is this one, however either is written */
export function hasPhone(record: object, number: string): boolean {
	const wanted = significant(number);
	const phones = 'PhoneNumbers' in record ? record.PhoneNumbers : null;
	return wanted.length >= FEWEST_DIGITS && readPhones(phones).some((phone) => significant(phone.number) === wanted);
}

const EMAIL_FIELDS = ['Email', 'AlternateEmail', 'PrimaryEmail'] as const;

/** @returns true when one of the record's addresses is this one */
export function hasEmail(record: object, email: string): boolean {
	const wanted = email.trim().toLowerCase();
	const fields: Record<string, unknown> = { ...record };
	return (
		wanted !== '' &&
		EMAIL_FIELDS.some(
			(name) =>
				String(fields[name] ?? '')
					.trim()
					.toLowerCase() === wanted,
		)
	);
}
