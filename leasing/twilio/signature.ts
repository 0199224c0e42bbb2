import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { WEBHOOK } from '../limits/limits';
import { reason, type Reason } from '../reason';
import { formPairs, hasMoreFields } from './formBody';
import { signatureScheme, type SignatureScheme } from './signatureScheme';
import { bodyHashIn, signedSpellings } from './urls';

export interface SignedRequest {
	/** The account's auth tokens: the primary one and, during a rotation, the next. Empty ones do not count. */
	authTokens: string[];
	/** Secrets of SharedKeys of Twilio's webhooks configuration: several during a rotation. Empty ones do not count. */
	sharedKeys?: string[];
	/** Header `X-Twilio-Signature`. */
	signature: string | undefined;
	/** Header `X-Twilio-Webhooks-Signature-Settings`, which says how the signature was made. */
	settings?: string | undefined;
	/** The address that Twilio was given, built from the configured public address and never from the Host header. */
	url: string;
	/** The body's bytes before any parser touched them; empty for GET. */
	rawBody: Buffer | string;
	/** Header `Content-Type`. */
	contentType: string | undefined;
}

/** An HMAC in base64. What looks otherwise is refused before anything is decoded or hashed. */
const SHAPES: Readonly<Record<SignatureScheme['hash'], RegExp>> = { sha1: /^[A-Za-z0-9+/]{27}=$/, sha256: /^[A-Za-z0-9+/]{43}=$/ };

/**
 * Tells whether a request was made by Twilio for an account whose secret we hold. Works on raw values, because parsers
 * trim and merge fields. Everything that cannot be proved is refused. Comparisons take the same time however much agrees.
 */
export function verifyTwilioSignature(input: SignedRequest): { ok: true } | { ok: false; reason: Reason } {
	const scheme = signatureScheme(input.settings);
	if (scheme === null) return refuse('unknown_algorithm');
	const secrets = secretsFor(scheme, input);
	if (secrets.length === 0) return refuse(scheme.signedWith === 'shared_key' ? 'no_shared_key' : 'no_auth_token');
	if (!input.signature) return refuse('signature_missing');
	const mismatch = scheme.signedWith === 'shared_key' ? 'shared_key_mismatch' : 'signature_mismatch';
	if (!SHAPES[scheme.hash].test(input.signature)) return refuse(mismatch);
	if (input.rawBody.length > WEBHOOK.bytes) return refuse('body_too_large');
	const urls = signedSpellings(input.url);
	if (urls.length === 0) return refuse('url_unreadable');
	const signed = signedFields(input);
	if (!signed.ok) return refuse(signed.code);
	return matchesAny(input.signature, scheme.hash, secrets, urls, signed.fields) ? { ok: true } : refuse(mismatch);
}

/** Never an empty one: everybody knows what an empty key signs. */
function secretsFor({ signedWith }: SignatureScheme, { authTokens, sharedKeys = [] }: SignedRequest): string[] {
	const own = signedWith === 'auth_token' ? authTokens : signedWith === 'shared_key' ? sharedKeys : [...authTokens, ...sharedKeys];
	return own.filter((secret) => secret.trim() !== '');
}

/** What is signed besides the URL: the fields of a form; nothing for an empty body, or for one whose hash is in the URL. */
function signedFields({ url, rawBody, contentType }: SignedRequest): { ok: true; fields: string } | { ok: false; code: RefusalCode } {
	if (rawBody.length === 0) return { ok: true, fields: '' };
	if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '')) {
		if (hasMoreFields(rawBody, WEBHOOK.fields)) return { ok: false, code: 'too_many_fields' };
		return { ok: true, fields: sortedFields(rawBody) };
	}
	const hash = bodyHashIn(url);
	if (hash === null) return { ok: false, code: 'body_not_signed' };
	const matches = sameBytes(hash, createHash('sha256').update(rawBody).digest('hex'));
	return matches ? { ok: true, fields: '' } : { ok: false, code: 'body_hash_mismatch' };
}

/** Names sorted by code unit, each followed by its value; values of a repeated name once each and sorted. */
function sortedFields(rawBody: Buffer | string): string {
	const pairs = formPairs(rawBody).sort(([a, x], [b, y]) => byCodeUnit(a, b) || byCodeUnit(x, y));
	return pairs
		.filter(([name, value], index) => name !== pairs[index - 1]?.[0] || value !== pairs[index - 1]?.[1])
		.map(([name, value]) => name + value)
		.join('');
}

function byCodeUnit(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

function matchesAny(signature: string, hash: SignatureScheme['hash'], secrets: string[], urls: string[], fields: string): boolean {
	let found = false;
	for (const secret of secrets) {
		for (const url of urls) {
			// No early exit: how long it takes must not tell which secret or spelling was right.
			const expected = createHmac(hash, secret)
				.update(url + fields, 'utf8')
				.digest('base64');
			found = sameBytes(signature, expected) || found;
		}
	}
	return found;
}

/** The expected value's length is public, so leaving early on another length gives nothing away. */
function sameBytes(given: string, expected: string): boolean {
	const a = Buffer.from(given, 'utf8');
	const b = Buffer.from(expected, 'utf8');
	return a.length === b.length && timingSafeEqual(a, b);
}

type RefusalCode = keyof typeof REFUSALS;

const REFUSALS = {
	no_auth_token: 'The credential holds no auth token, so no request can be checked. Enter the primary auth token of the Twilio account.',
	no_shared_key:
		'A Webhook Rule of the Twilio account signs this request with a SharedKey, and the credential has none. Copy the secret of the key into Webhook Signing Secrets of the Leasing Twilio credential.',
	unknown_algorithm:
		'The request says that it is signed in a way that this version does not know. Set HMAC_SHA256 in the Webhook Setting at Twilio.',
	shared_key_mismatch:
		'The signature does not fit. Either the request is not from Twilio, or the secret of the SharedKey that signs it is not among the Webhook Signing Secrets of the Leasing Twilio credential, or the WEBHOOK_URL of n8n is not exactly the address that Twilio calls.',
	signature_missing:
		'The request carries no Twilio signature, so it did not come from Twilio, or a Webhook Setting at Twilio has signing switched off, or something on the way removed the header X-Twilio-Signature.',
	url_unreadable: 'The public address of this webhook is not a web address. Set the WEBHOOK_URL of n8n to the address that Twilio calls.',
	body_too_large:
		'The request is larger than 64 KB, and Twilio sends nothing of that size, so it was refused unread. Nothing has to be done.',
	too_many_fields:
		'The request has more than 300 fields, and Twilio sends no such request, so it was refused unread. Nothing has to be done.',
	body_not_signed: 'The body of the request is not covered by its signature.',
	body_hash_mismatch: 'The body of the request was changed on its way: it does not match its hash in the address.',
	signature_mismatch:
		'The signature does not fit. Either the request is not from Twilio, or the auth token is not the primary token of this account, or the WEBHOOK_URL of n8n is not exactly the address that Twilio calls.',
} as const;

function refuse(code: RefusalCode): { ok: false; reason: Reason } {
	return { ok: false, reason: reason(code, REFUSALS[code]) };
}
