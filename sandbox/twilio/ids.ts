import { randomBytes } from 'node:crypto';

/** A new Twilio-style sid: two letters and 32 hex digits. */
export function newSid(prefix: 'AC' | 'SK' | 'PN' | 'CA' | 'SM' | 'RE' | 'TR' | 'QU' | 'AP' | 'MG'): string {
	return prefix + randomBytes(16).toString('hex');
}
