import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

const NANP = /^\+1[2-9]\d{2}[2-9]\d{6}$/;

/**
 * Reads a destination as leniently as Twilio does: punctuation is ignored and ten digits are a US number.
 * @returns E.164, or null when it cannot be a phone number
 */
export function toE164(raw: string): string | null {
	const digits = raw.replace(/[\s().-]/g, '');
	const candidate = /^\d{10}$/.test(digits) ? `+1${digits}` : /^1\d{10}$/.test(digits) ? `+${digits}` : digits;
	if (candidate.startsWith('+1')) return NANP.test(candidate) ? candidate : null;
	const parsed = parsePhoneNumberFromString(candidate);
	return parsed?.isPossible() === true ? parsed.number : null;
}

/** `(512) 555-0123` for North America, the number itself otherwise. */
export function nationalFormat(phone: string): string {
	const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone);
	return parts === null ? phone : `(${parts[1]}) ${parts[2]}-${parts[3]}`;
}

/** Where the numbering plan puts a number; Twilio sends empty strings when it does not know. */
export function numberPlace(phone: string): { city: string; state: string; zip: string; country: string } {
	if (!NANP.test(phone)) return { city: '', state: '', zip: '', country: '' };
	if (phone.startsWith('+1512')) return { city: 'AUSTIN', state: 'TX', zip: '78701', country: 'US' };
	return { city: '', state: '', zip: '', country: 'US' };
}
