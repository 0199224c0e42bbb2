import { createHmac } from 'node:crypto';

/**
 * Headers of a webhook: the time of sending in whole seconds, and a base64 HMAC-SHA-256 of it, a full stop and the body.
 * @param secret taken as text, never decoded
 */
export function signedHeaders(secret: string, seconds: number, body: string): Record<string, string> {
	return {
		'buildium-webhook-timestamp': String(seconds),
		'buildium-webhook-signature': createHmac('sha256', Buffer.from(secret, 'utf8'))
			.update(`${seconds}.${body}`, 'utf8')
			.digest('base64'),
	};
}
