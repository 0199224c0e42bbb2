import { maskPhone } from '../phone/maskPhone';

/** Vendors repeat what they were sent; an error message is kept in n8n's log, and a phone number must not be. */
export function withoutPhones(sentence: string): string {
	return sentence.replace(/\+?\(?\d[\d\s().-]{8,}\d/g, (found) => (isPhone(found) ? maskPhone(found) : found));
}

/** A date with a time has as many digits, and is worth reading. */
function isPhone(found: string): boolean {
	return found.replace(/\D/g, '').length >= 10 && !/^\d{4}-\d{2}-\d{2}/.test(found);
}
