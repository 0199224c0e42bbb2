import { parseEmail } from '../../email/parseEmail';
import type { PhoneContext } from '../../phone/parsePhone';
import { parsePhone } from '../../phone/parsePhone';
import { isPlaceholderPhone } from '../../phone/placeholder';
import { splitPhones } from '../../phone/readPhoneText';
import { wasRounded } from '../../phone/rounded';
import { emptyRecord, type MatchEmail, type MatchPhone, type MatchRecord } from '../record';
import type { ColumnMap, ListField } from './columns';
import { readDay } from './readDay';

export interface RowContext {
	columns: ColumnMap;
	/** ISO 3166 country for phone numbers without a prefix; also says how dates are written. */
	country: string;
}

/** One row of a list as a record. @param id unique in the run; the row's own id need not be */
export function rowRecord(row: readonly string[], id: string, { columns, country }: RowContext): MatchRecord {
	const cells = (field: ListField): string[] =>
		(columns[field] ?? []).map((index) => row[index]?.trim() ?? '').filter((cell) => cell !== '' && !NOTHING.has(cell.toLowerCase()));
	const text = (field: ListField): string | null => cells(field).join(' ') || null;
	const monthFirst = country === 'US';
	const seen = seenAt(text('seen'), monthFirst);
	return {
		...emptyRecord(id),
		firstName: text('first'),
		lastName: text('last'),
		fullName: text('name'),
		phones: cells('phone')
			.flatMap((cell) => splitPhones(cell.slice(0, LONGEST_PHONE)))
			.flatMap((number) => phonesOf(number, country)),
		emails: cells('email')
			.flatMap((cell) => cell.split(/\s*:{2,}\s*/))
			.flatMap(emailsOf),
		street: text('street'),
		unit: text('unit'),
		city: text('city'),
		postcode: text('postcode'),
		birthDate: readDay(text('dob') ?? '', monthFirst),
		property: text('property'),
		providerContact: text('contact'),
		firstSeen: seen,
		lastSeen: seen,
	};
}

/** Two numbers with their words fit; a note that stands in the wrong column does not have to be searched for numbers to its end. */
const LONGEST_PHONE = 100;

/** What exports write where nothing is. */
const NOTHING: ReadonlySet<string> = new Set(['null', 'none', 'nan', 'n/a', '#n/a', '-', '\\n']);

/**
 * A number that no phone can have (a digit lost, an area code missing) is nobody's to call, but two rows that have the
 * same one still mean the same phone. Filler is dropped, and so is what a spreadsheet rounded: strangers share it.
 */
function phonesOf(cell: string, country: string): MatchPhone[] {
	const context: PhoneContext = { country, known: { own: new Set(), staff: new Set() } };
	const phone = parsePhone(cell, context);
	if (phone.e164 !== null) return [{ value: phone.e164, contactClass: phone.contactClass }];
	if (wasRounded(phone)) return [];
	const digits = cell.replace(/\D/g, '');
	return phone.contactClass === 'invalid' && digits.length >= 7 && digits.length <= 15 && !isPlaceholderPhone(digits)
		? [{ value: `digits:${digits}`, contactClass: 'personal' }]
		: [];
}

function emailsOf(cell: string): MatchEmail[] {
	const email = parseEmail(cell, { own: new Set() });
	if (email.address !== null) return [{ value: email.address, contactClass: email.contactClass }];
	// "oc34r@phelps.-harper": the way it is mistyped may come twice, and it is near the right one.
	return email.contactClass === 'invalid' && /^[^\s@]+@[^\s@]+$/.test(cell)
		? [{ value: cell.toLowerCase(), contactClass: 'personal' }]
		: [];
}

function seenAt(text: string | null, monthFirst: boolean): number | null {
	if (text === null) return null;
	const day = readDay(text, monthFirst);
	const at = day === null ? Date.parse(text) : Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6)));
	return Number.isNaN(at) ? null : at;
}
