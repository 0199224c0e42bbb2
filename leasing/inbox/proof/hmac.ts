import { createHmac, timingSafeEqual } from 'node:crypto';

import { MINUTE, SECOND, type Millis } from '../../time';
import { PROVED, refuse, usable, type Presented, type ProofVerdict } from './verdict';

export const ALGORITHMS = ['sha1', 'sha256', 'sha512'] as const;
export const ENCODINGS = ['hex', 'base64', 'base64url'] as const;
export const KEY_FORMS = ['text', 'base64', 'hex'] as const;

/** How a sender signs. */
export interface HmacScheme {
	/** The header that holds the signature, in lower case. */
	header: string;
	algorithm: (typeof ALGORITHMS)[number];
	encoding: (typeof ENCODINGS)[number];
	/** What stands before the signature: `sha256=`; often nothing. */
	prefix: string;
	/** Where the header holds several parts (`t=1700000000,v1=5f2c…`): the name of the signature's, here `v1`. */
	part: string | null;
	/** When the request was sent: `header:x-request-timestamp`, `part:t`, or nothing. In seconds or milliseconds since 1970. */
	time: { from: 'header' | 'part'; name: string } | null;
	/** What is signed: `{body}`, `{time}.{body}`, `{time}:{body}`; `{webhook-id}` stands for that header. */
	signed: string;
	/** How old a request may be, where it says when it was sent. */
	oldest: Millis;
	/** How the secret is written. Only base64 and hex are decoded before they are used. */
	key: (typeof KEY_FORMS)[number];
}

const HMAC_BYTES: Readonly<Record<HmacScheme['algorithm'], number>> = { sha1: 20, sha256: 32, sha512: 64 };
/** Clocks differ. */
const FROM_THE_FUTURE: Millis = 5 * MINUTE;
/** While a secret is replaced, senders sign twice. */
const MOST_SIGNATURES = 4;
const LONGEST_HEADER = 2_000;

/**
 * Tells whether a request was signed with one of our secrets. The shape of the signature is looked at before anything is hashed, and
 * everything that cannot be proved is refused.
 */
export function verifyHmac(scheme: HmacScheme, request: Presented & { secrets: readonly string[]; now: Millis }): ProofVerdict {
	const secrets = usable(request.secrets);
	if (secrets.length === 0) return refuse('no_secret');
	const header = request.headers[scheme.header]?.trim() ?? '';
	if (header === '') return refuse('proof_missing');
	const given = header.length > LONGEST_HEADER ? [] : signaturesIn(header, scheme);
	if (given.length === 0) return refuse('proof_wrong');
	const time = timeOf(scheme, header, request);
	if (scheme.time !== null && time === null) return refuse('time_missing');
	const signed = signedBytes(scheme.signed, time ?? '', request);
	let found = false;
	for (const secret of secrets) {
		const expected = createHmac(scheme.algorithm, keyBytes(secret, scheme.key));
		for (const piece of signed) expected.update(piece);
		const digest = expected.digest();
		// No early exit: how long it takes must not tell which secret was right.
		for (const one of given) found = timingSafeEqual(one, digest) || found;
	}
	if (!found) return refuse('proof_wrong');
	// Only after the signature: whoever has no secret learns nothing about our clock.
	if (time === null) return PROVED;
	const sent = Number(time) * (time.length > 11 ? 1 : SECOND);
	const age = request.now - sent;
	return age > scheme.oldest || age < -FROM_THE_FUTURE ? refuse('too_old') : PROVED;
}

/** The signatures in a header, as bytes; those that cannot be one are left out. */
function signaturesIn(header: string, { part, prefix, encoding, algorithm }: HmacScheme): Buffer[] {
	const texts = part === null ? [header] : partsIn(header, part);
	return texts
		.slice(0, MOST_SIGNATURES)
		.filter((text) => text.startsWith(prefix))
		.map((text) => decoded(text.slice(prefix.length), encoding))
		.filter((bytes): bytes is Buffer => bytes !== null && bytes.length === HMAC_BYTES[algorithm]);
}

/** `v1=…` and, as the Standard Webhooks write it, `v1,…`; several are separated by commas or blanks. */
function partsIn(header: string, name: string): string[] {
	const found: string[] = [];
	for (const [, key, value] of header.matchAll(/([A-Za-z0-9_]{1,20})[=,]([A-Za-z0-9+/_=-]{1,200})/g)) {
		if (key === name && value !== undefined) found.push(value);
	}
	return found;
}

const SHAPES: Readonly<Record<HmacScheme['encoding'], RegExp>> = {
	hex: /^[0-9a-fA-F]{40,128}$/,
	base64: /^[A-Za-z0-9+/]{27,86}={0,2}$/,
	base64url: /^[A-Za-z0-9_-]{27,86}={0,2}$/,
};

function decoded(text: string, encoding: HmacScheme['encoding']): Buffer | null {
	return SHAPES[encoding].test(text) ? Buffer.from(text, encoding) : null;
}

/** @returns digits; null when there are none */
function timeOf({ time }: HmacScheme, header: string, { headers }: Presented): string | null {
	if (time === null) return null;
	const text = time.from === 'part' ? partsIn(header, time.name)[0] : headers[time.name]?.trim();
	return text !== undefined && /^\d{9,14}$/.test(text) ? text : null;
}

function signedBytes(signed: string, time: string, { headers, rawBody }: Presented): (string | Buffer)[] {
	return signed.split(/(\{[a-z0-9-]{1,60}\})/).map((piece) => {
		if (piece === '{body}') return rawBody;
		if (piece === '{time}') return time;
		return piece.startsWith('{') ? (headers[piece.slice(1, -1)] ?? '') : piece;
	});
}

function keyBytes(secret: string, form: HmacScheme['key']): Buffer {
	if (form === 'text') return Buffer.from(secret, 'utf8');
	// Standard Webhooks write `whsec_` before the base64.
	return Buffer.from(secret.replace(/^whsec_/, ''), form);
}
