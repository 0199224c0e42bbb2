import type { Inquiry } from './inquiry';

/** What tells an inquiry from all others of its portfolio. */
export type SentInquiry = Pick<Inquiry, 'provider' | 'providerId' | 'fingerprint'>;

/**
 * What keys are made of that stand for one inquiry (of a task, a text, a note in the property-management system):
 * `twilio:CA1`, or with the person where senders count their own ids, `form:17:3fa2…`. Keys stand in stores and never change.
 */
export function sentKey({ provider, providerId, fingerprint }: SentInquiry): string {
	return fingerprint === '' ? `${provider}:${providerId}` : `${provider}:${providerId}:${fingerprint}`;
}
