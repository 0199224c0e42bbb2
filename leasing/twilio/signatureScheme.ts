/** How a request is signed: with which of our secrets, and under which hash. */
export interface SignatureScheme {
	/** `either`: the header does not say, and Twilio's own middleware and its docs take it differently. No stranger knows one of the two. */
	signedWith: 'auth_token' | 'shared_key' | 'either';
	hash: 'sha1' | 'sha256';
}

const HASHES: Readonly<Record<string, SignatureScheme['hash']>> = { hmac_sha1: 'sha1', hmac_sha256: 'sha256' };
/** A key's id has 43 characters; whatever is longer than this is not Twilio's. */
const LONGEST = 500;

/**
 * Reads the header `X-Twilio-Webhooks-Signature-Settings`, e.g. `key=webhooks_sharedkey_01…,algorithm=HMAC_SHA256`: Twilio adds it to
 * requests that one of the account's Webhook Rules has signed with a SharedKey. Without it the auth token signs, under SHA-1.
 * Leaving the header out, or adding it, gives a stranger nothing: each scheme has a secret of its own, and none is taken for the other.
 * https://www.twilio.com/docs/usage/webhooks/webhook-shared-keys
 * @returns null for an algorithm that we do not know, and for a header that says two things
 */
export function signatureScheme(header: string | undefined): SignatureScheme | null {
	if (header === undefined || header.trim() === '') return { signedWith: 'auth_token', hash: 'sha1' };
	if (header.length > LONGEST) return null;
	const algorithms = header
		.split(',')
		.map((part) => part.split('='))
		.filter(([name = '']) => name.trim().toLowerCase() === 'algorithm')
		.map(([, ...value]) => value.join('=').trim().toLowerCase());
	if (algorithms.length > 1) return null;
	const [algorithm = ''] = algorithms;
	if (algorithm === '') return { signedWith: 'either', hash: 'sha1' };
	const hash = Object.hasOwn(HASHES, algorithm) ? HASHES[algorithm] : undefined;
	return hash === undefined ? null : { signedWith: 'shared_key', hash };
}
