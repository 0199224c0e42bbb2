import { createHmac, timingSafeEqual } from 'node:crypto';

import { WEBHOOK } from '../../limits/limits';
import { reason, type Reason } from '../../reason';
import { MINUTE, SECOND, type Millis } from '../../time';

export interface BuildiumRequestToVerify {
	/** Of each subscription that points here; during a roll-over the old one and the new one. Empty ones do not count. */
	secrets: readonly string[];
	/** Header `buildium-webhook-signature`. */
	signature: string | undefined;
	/** Header `buildium-webhook-timestamp`: seconds since 1970 when this delivery was sent. */
	timestamp: string | undefined;
	/** The body's bytes before any parser touched them. */
	rawBody: Buffer;
	now: Millis;
	/** How old a delivery may be. */
	replayWindow: Millis;
}

/**
 * Buildium names no window. It tries again after 1 minute, 10 minutes and 1 hour, and nobody has shown that a repeated delivery
 * is stamped anew: so the default outlasts the last try. The same event twice is refused by its key in any case.
 */
export const DEFAULT_REPLAY_WINDOW: Millis = 90 * MINUTE;
/** HMAC-SHA256 in base64. What looks otherwise is refused before anything is hashed. */
const SHAPE = /^[A-Za-z0-9+/]{43}=$/;
/** Clocks differ. */
const FROM_THE_FUTURE: Millis = 5 * MINUTE;

/**
 * Tells whether a request was made by Buildium for a subscription whose secret we hold: HMAC-SHA256 over the timestamp, a full
 * stop and the raw body, in base64. The secret is text, not base64. Everything that cannot be proved is refused.
 */
export function verifyBuildiumSignature(request: BuildiumRequestToVerify): { ok: true } | { ok: false; reason: Reason } {
	const secrets = request.secrets.map((secret) => secret.trim()).filter((secret) => secret !== '');
	if (secrets.length === 0) return refuse('no_webhook_secret');
	const { signature, timestamp, rawBody } = request;
	if (!signature) return refuse('buildium_signature_missing');
	if (!timestamp) return refuse('buildium_timestamp_missing');
	if (!/^\d{9,11}$/.test(timestamp)) return refuse('buildium_timestamp_unreadable');
	if (rawBody.length === 0) return refuse('buildium_body_empty');
	if (!SHAPE.test(signature)) return refuse('buildium_signature_mismatch');
	if (rawBody.length > WEBHOOK.bytes) return refuse('buildium_body_too_large');
	// The guide speaks of a body without line breaks and spaces after colons; deliveries are so already, but a proxy may have
	// laid it out anew.
	const bodies = [rawBody, compact(rawBody)];
	if (!matchesAny(signature, timestamp, bodies, secrets)) return refuse('buildium_signature_mismatch');
	// Only after the signature: whoever has no secret learns nothing about our clock.
	const age = request.now - Number(timestamp) * SECOND;
	return age > request.replayWindow || age < -FROM_THE_FUTURE ? refuse('buildium_too_old') : { ok: true };
}

function matchesAny(signature: string, timestamp: string, bodies: Buffer[], secrets: string[]): boolean {
	const given = Buffer.from(signature, 'utf8');
	let found = false;
	for (const secret of secrets) {
		for (const body of bodies) {
			// No early exit: how long it takes must not tell which secret was right.
			const expected = Buffer.from(createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('base64'), 'utf8');
			found = (given.length === expected.length && timingSafeEqual(given, expected)) || found;
		}
	}
	return found;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** JSON without whitespace outside of strings, byte by byte: parsing and writing it again could change escapes and digits. */
function compact(body: Buffer): Buffer {
	const kept = Buffer.alloc(body.length);
	let length = 0;
	let inString = false;
	let escaped = false;
	for (const byte of body) {
		if (!inString && (byte === SPACE || byte === TAB || byte === LINE_FEED || byte === RETURN)) continue;
		kept[length++] = byte;
		if (escaped) escaped = false;
		else if (inString && byte === BACKSLASH) escaped = true;
		else if (byte === QUOTE) inString = !inString;
	}
	return kept.subarray(0, length);
}

const REFUSALS = {
	no_webhook_secret:
		'The Buildium Webhook credential holds no secret, so no request can be checked. Copy the secret key of the webhook from Settings > Developer Tools > Webhooks in Buildium.',
	buildium_signature_missing:
		'The request carries no Buildium signature, so it did not come from Buildium, or something on the way removed the header buildium-webhook-signature.',
	buildium_timestamp_missing: 'The request does not say when it was sent: the header buildium-webhook-timestamp is missing.',
	buildium_timestamp_unreadable: 'The header buildium-webhook-timestamp does not hold seconds since 1970.',
	buildium_body_empty: 'The request has no body, and Buildium sends every event in one.',
	buildium_body_too_large:
		'The request is larger than 64 KB, and an event of Buildium is never, so it was refused unread. Nothing has to be done.',
	buildium_signature_mismatch:
		'The signature does not fit. Either the request is not from Buildium, or its secret key was made anew there and has to be copied into the Buildium Webhook credential.',
	buildium_too_old:
		'The request was sent too long ago, so it may be a recording. If Buildium repeats deliveries late, raise Replay Window in the trigger; if not, check the clock of this machine.',
} as const;

function refuse(code: keyof typeof REFUSALS): { ok: false; reason: Reason } {
	return { ok: false, reason: reason(code, REFUSALS[code]) };
}
