/** What a phone field or caller id holds once wrapping is taken off. */
export type PhoneText =
	| { kind: 'text'; text: string; notes: PhoneTextNote[] }
	/** An address of another kind, such as `client:alice` or `sip:desk@example.com`. */
	| { kind: 'other_address'; scheme: string }
	/** A spreadsheet rounded the number (`5.12556E+09`); its digits are gone. */
	| { kind: 'rounded' };

export type PhoneTextNote = 'several_numbers' | 'letters_as_digits';

/** Two numbers with labels fit. What is longer is a message in the wrong field, and patterns take long over it. */
const LONGEST_FIELD = 200;

/**
 * Takes off everything around a phone number: full-width digits, invisible direction marks (contacts pasted from a
 * phone carry them), `tel:`, `sip:…@host`, a spreadsheet's `.0`, a second number in the same field, and spells
 * letters as digits.
 */
export function readPhoneText(raw: string): PhoneText {
	const plain = raw
		.slice(0, LONGEST_FIELD)
		.normalize('NFKC')
		.replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/g, '')
		.trim();
	const address = /^([a-z][a-z.+-]*):\s*(.*)$/is.exec(plain);
	const scheme = (address?.[1] ?? '').toLowerCase();
	const rest = address?.[2] ?? '';
	if (scheme === 'client') return { kind: 'other_address', scheme };
	if (scheme === 'sip' || scheme === 'sips') {
		const user = decodeUser(rest.replace(/[@;?].*$/s, ''));
		return /\p{L}/u.test(user) && !isSipWord(user) ? { kind: 'other_address', scheme } : { kind: 'text', text: user, notes: [] };
	}
	const unwrapped = scheme === 'tel' || scheme === 'sms' || scheme === 'whatsapp' || scheme === 'callto' ? fromTelUri(rest) : plain;
	const spreadsheet = readSpreadsheetNumber(unwrapped);
	if (spreadsheet === 'rounded') return { kind: 'rounded' };

	const notes: PhoneTextNote[] = [];
	const parts = splitPhones(spreadsheet ?? unwrapped);
	if (parts.length > 1) notes.push('several_numbers');
	const first = parts[0] ?? '';
	const spelled = spellLetters(first);
	if (spelled !== first) notes.push('letters_as_digits');
	return { kind: 'text', text: spelled, notes };
}

/**
 * Splits a field that holds two numbers (`512-555-0123 / 512-555-0199`, `… or …`).
 * @returns one part per number; the whole text when it holds only one
 */
export function splitPhones(text: string): string[] {
	const parts = text.split(/\s*(?:[;,/|\n\r]+|:{2,}|&|\bor\b|\band\b)\s*/i).filter((part) => part.replace(/\D/g, '').length >= 10);
	return parts.length > 1 ? parts.map((part) => part.trim()) : [text];
}

/** `+1-512-555-0123;ext=4` → `+1-512-555-0123 ext 4`; other parameters are dropped. */
function fromTelUri(rest: string): string {
	const extension = /;ext=(\d+)/i.exec(rest)?.[1];
	const number = decodeUser(rest.replace(/[;?].*$/s, ''));
	return extension === undefined ? number : `${number} ext ${extension}`;
}

function decodeUser(text: string): string {
	return text.replace(/%2B/gi, '+').replace(/%20/g, ' ').trim();
}

function isSipWord(user: string): boolean {
	return /^(anonymous|unknown|restricted|unavailable|private|blocked|withheld)$/i.test(user);
}

function readSpreadsheetNumber(text: string): string | 'rounded' | null {
	const trailingZero = /^(\d{7,15})\.0+$/.exec(text)?.[1];
	if (trailingZero !== undefined) return trailingZero;
	const scientific = /^(\d)(?:[.,](\d+))?e\+?0?(\d{1,2})$/i.exec(text);
	// Two of them in one field, or one with its label, are rounded all the same.
	if (scientific === null) return /(?<![\p{L}\d])\d{1,3}(?:[.,]\d{1,15})?e\+\d{1,3}(?!\d)/iu.test(text) ? 'rounded' : null;
	const [, lead = '', fraction = '', exponent = ''] = scientific;
	// All digits must still be there; a shorter fraction means that the spreadsheet rounded the rest away.
	return fraction.length >= Number(exponent) - 1 && Number(exponent) <= 15
		? (lead + fraction).padEnd(Number(exponent) + 1, '0')
		: 'rounded';
}

const KEYPAD = '22233344455566677778889999';

/** `1-800-FLOWERS` → digits, but only when the letters are part of the number and not a label or an extension. */
function spellLetters(text: string): string {
	const compact = text.replace(/[\s().-]/g, '');
	// Longer is no number, and the pattern would try each way to split a long run of letters.
	if (compact.length > 16) return text;
	const vanity = /^(\+?1)?(\d{3}[\dA-Z]*[A-Z]{3,}[\dA-Z]*)$/i.exec(compact);
	if (vanity === null) return text;
	const [, prefix = '', body = ''] = vanity;
	if (body.replace(/\D/g, '').length >= 10 || body.length < 10 || body.length > 14) return text;
	const digits = body.toUpperCase().replace(/[A-Z]/g, (letter) => KEYPAD.charAt(letter.charCodeAt(0) - 65));
	// Phone companies ignore digits past the tenth: 1-800-FLOWERS-US still rings the florist.
	return prefix + digits.slice(0, 10);
}
