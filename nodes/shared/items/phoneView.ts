import { formatPhone } from '../../../leasing/phone/formatPhone';

/** A phone as items show it: E.164 for machines and, beside it, as people write it. */
export interface PhoneView {
	phone: string | null;
	phoneDisplay: string | null;
}

/** @param country ISO 3166 country whose own numbers are shown without their prefix */
export function phoneView(phone: string | null, country: string): PhoneView {
	return { phone, phoneDisplay: phone === null ? null : formatPhone(phone, country) };
}
