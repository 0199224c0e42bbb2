import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A phone number as people write it: `(512) 555-0123` at home, `+44 20 7946 0123` for numbers from elsewhere.
 * @param e164 number in E.164; anything else comes back unchanged
 * @param country ISO 3166 country of the reader
 */
export function formatPhone(e164: string, country: string): string {
	// Canada, the Caribbean and the United States write numbers alike; libphonenumber does not know a country for every one.
	const national = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
	if (national !== null && isNanpCountry(country)) return `(${national[1]}) ${national[2]}-${national[3]}`;
	const parsed = parsePhoneNumberFromString(e164);
	if (parsed === undefined) return e164;
	return parsed.country === country.toUpperCase() ? parsed.formatNational() : parsed.formatInternational();
}

const NANP_COUNTRIES: ReadonlySet<string> = new Set(
	'US AG AI AS BB BM BS CA DM DO GD GU JM KN KY LC MP MS PR SX TC TT VC VG VI'.split(' '),
);

/** @returns true when numbers of the country begin with +1 */
export function isNanpCountry(country: string): boolean {
	return NANP_COUNTRIES.has(country.toUpperCase());
}
