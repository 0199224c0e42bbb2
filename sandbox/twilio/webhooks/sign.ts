import { createHmac } from 'node:crypto';

/** Form fields of a webhook; a repeated field holds all of its values. */
export type Fields = Record<string, string | string[]>;

/**
 * How a Webhook Setting has requests signed: with the account's auth token (the usual case), with a SharedKey, or not at all.
 * https://www.twilio.com/docs/usage/webhooks/webhook-shared-keys
 */
export type Signing =
	| { with: 'auth_token'; secret: string }
	| { with: 'shared_key'; keyId: string; secret: string; algorithm: 'HMAC_SHA1' | 'HMAC_SHA256' }
	| { with: 'nothing' };

/** The headers that prove a request. Only the key and the hash differ; what is signed is the same. */
export function signatureHeaders(signing: Signing, url: string, fields: Fields): Record<string, string> {
	if (signing.with === 'nothing') return {};
	if (signing.with === 'auth_token') return { 'X-Twilio-Signature': signature(signing.secret, url, fields) };
	const { keyId, secret, algorithm } = signing;
	return {
		'X-Twilio-Signature': signature(secret, url, fields, algorithm === 'HMAC_SHA256' ? 'sha256' : 'sha1'),
		'X-Twilio-Webhooks-Signature-Settings': `key=${keyId},algorithm=${algorithm}`,
	};
}

/**
 * `X-Twilio-Signature` for a URL exactly as requested and the form fields of its body (none for a GET).
 * Field names in byte order, each followed by its value; repeated values de-duplicated and sorted.
 */
export function signature(secret: string, url: string, fields: Fields, hash: 'sha1' | 'sha256' = 'sha1'): string {
	const signed = Object.keys(fields)
		.sort()
		.reduce((text, name) => text + signedField(name, fields[name] ?? ''), url);
	return createHmac(hash, secret).update(signed, 'utf8').digest('base64');
}

function signedField(name: string, value: string | string[]): string {
	if (typeof value === 'string') return name + value;
	return [...new Set(value)]
		.sort()
		.map((single) => name + single)
		.join('');
}

/**
 * The form of a configured URL that Twilio requests and signs: without the fragment (which holds connection overrides)
 * and without user:password. The port stays, as Twilio does for http, the only scheme used here.
 */
export function signedUrl(configured: string): string {
	const withoutFragment = configured.replace(/#.*$/s, '');
	return withoutFragment.replace(/^(https?:\/\/)[^/?@]*@/i, '$1');
}
