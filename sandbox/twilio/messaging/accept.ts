import { toE164 } from '../phones';
import { magicError, MAGIC_SENDER } from './magicNumbers';
import type { Account } from '../account';

export interface TextRequest {
	from: string;
	to: string;
	body: string;
	statusCallback: string | null;
}

/** A refusal: the error code, and a sentence with the values in question. */
export interface Refusal {
	code: number;
	message: string;
}

const LONGEST_BODY = 1600;
const LONGEST_VALIDITY_SECONDS = 36_000;

/** Checks a Messages request as Twilio does, in its order. */
export function acceptText(account: Account, form: URLSearchParams): TextRequest | Refusal {
	const written = { from: form.get('From') ?? '', to: form.get('To') ?? '', body: form.get('Body') ?? '' };
	const incomplete = missing(form, written);
	if (incomplete !== null) return incomplete;
	const from = toE164(written.from);
	const to = toE164(written.to);
	const magic = magicError(from ?? written.from, to ?? written.to);
	if (magic !== null) return { code: magic, message: `Refused for the magic numbers From ${written.from}, To ${written.to}` };
	if (to === null) return { code: 21211, message: `Invalid 'To' Phone Number: ${written.to}` };
	if (from === null) return { code: 21212, message: `Invalid From Number: ${written.from}` };
	if (from !== MAGIC_SENDER && account.numbers.find(from) === null) {
		return { code: 21606, message: `The 'From' phone number ${from} is not a message-capable number of this account` };
	}
	if (from === to) return { code: 21266, message: `'To' and 'From' number cannot be the same: ${to}` };
	if (!to.startsWith('+1')) return { code: 21408, message: `Permission to send to the region of ${to} is not enabled` };
	const options = badOptions(form);
	if (options !== null) return options;
	if (account.optOuts.has(to, from)) return { code: 21610, message: 'Attempt to send to unsubscribed recipient' };
	return { from, to, body: written.body, statusCallback: form.get('StatusCallback') };
}

function missing(form: URLSearchParams, written: { from: string; to: string; body: string }): Refusal | null {
	if (written.to === '') return { code: 21604, message: "A 'To' phone number is required" };
	if (form.get('MessagingServiceSid') !== null) {
		return { code: 21701, message: 'The Messaging Service does not exist; the stand-in has none' };
	}
	if (written.from === '') return { code: 21603, message: "A 'From' phone number is required" };
	if (written.body === '' && form.get('MediaUrl') === null) return { code: 21602, message: 'Message body is required' };
	if (written.body.length > LONGEST_BODY) {
		return { code: 21617, message: `The message body has ${written.body.length} characters; ${LONGEST_BODY} are allowed` };
	}
	return null;
}

function badOptions(form: URLSearchParams): Refusal | null {
	const callback = form.get('StatusCallback');
	if (callback !== null && !isCallbackUrl(callback)) return { code: 21609, message: `The 'StatusCallback' URL ${callback} is not valid` };
	const validity = form.get('ValidityPeriod');
	if (validity === null) return null;
	const seconds = Number(validity);
	const valid = Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_VALIDITY_SECONDS;
	return valid ? null : { code: 21624, message: `Validity period ${validity} is not between 1 and ${LONGEST_VALIDITY_SECONDS} seconds` };
}

/** An absolute http(s) URL of at most 4000 characters whose host has no underscore. */
function isCallbackUrl(url: string): boolean {
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url) || url.length > 4000) return false;
	return !new URL(url).hostname.includes('_');
}
