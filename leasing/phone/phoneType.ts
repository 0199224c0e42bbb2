import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { ContactPhone, PhoneType } from './phone';

/**
 * What kind of line a number is, as far as the numbering plan says. In North America mobiles and landlines share all
 * area codes, so only a carrier's look-up could tell; then it is `mobile_or_landline`.
 */
export function phoneType({ e164, contactClass, textable }: Pick<ContactPhone, 'e164' | 'contactClass' | 'textable'>): PhoneType {
	if (contactClass === 'toll_free' || contactClass === 'premium' || contactClass === 'short_code') return contactClass;
	if (e164 === null) return 'unknown';
	if (e164.startsWith('+1')) return 'mobile_or_landline';
	if (textable === 'yes') return 'mobile';
	switch (parsePhoneNumberFromString(e164)?.getType()) {
		case 'MOBILE':
			return 'mobile';
		case 'FIXED_LINE':
			return 'landline';
		case 'FIXED_LINE_OR_MOBILE':
			return 'mobile_or_landline';
		case 'VOIP':
			return 'voip';
		default:
			return 'unknown';
	}
}
