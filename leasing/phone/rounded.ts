import type { ContactPhone } from './phone';

/** A spreadsheet rounded the number: the digits that are left are nobody's, and thousands of strangers share them. */
export function wasRounded({ reasons }: Pick<ContactPhone, 'reasons'>): boolean {
	return reasons.some(({ code }) => code === 'rounded_number');
}
