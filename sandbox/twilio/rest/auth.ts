import { timingSafeEqual } from 'node:crypto';
import type { Account } from '../account';

/** Basic authentication with account sid and auth token, or with an API key and its secret. */
export function isAuthorized(account: Account, header: string | undefined): boolean {
	const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
	if (encoded === undefined) return false;
	const given = Buffer.from(encoded, 'base64').toString('utf8');
	return same(given, `${account.sid}:${account.authToken}`) || same(given, `${account.apiKeySid}:${account.apiKeySecret}`);
}

function same(given: string, wanted: string): boolean {
	const a = Buffer.from(given);
	const b = Buffer.from(wanted);
	return a.length === b.length && timingSafeEqual(a, b);
}
