import { createHmac } from 'node:crypto';

/** Form fields of a webhook; a repeated field holds all of its values. */
export type Fields = Record<string, string | string[]>;

/**
 * `X-Twilio-Signature` for a URL exactly as requested and the form fields of its body (none for a GET).
 * Field names in byte order, each followed by its value; repeated values de-duplicated and sorted.
 */
export function signature(authToken: string, url: string, fields: Fields): string {
	const signed = Object.keys(fields)
		.sort()
		.reduce((text, name) => text + signedField(name, fields[name] ?? ''), url);
	return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
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
