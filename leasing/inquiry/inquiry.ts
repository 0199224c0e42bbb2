import type { ContactEmail } from '../email/email';
import type { ContactPhone } from '../phone/phone';
import type { Reason } from '../reason';

export const CHANNELS = ['call', 'text', 'form', 'listing', 'email', 'chat', 'ad', 'walk_in', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One person of an inquiry. An inquiry may hold two (a couple); they stay two people. */
export interface InquiryPerson {
	firstName: string | null;
	lastName: string | null;
	/** As received or put together; what staff see. Null when the inquiry carries no name (a plain call). */
	fullName: string | null;
	phones: ContactPhone[];
	emails: ContactEmail[];
}

/** What the renter is looking for; every field as far as the inquiry tells it. */
export interface InquiryInterest {
	/** Key of a property in the portfolio, when the line or the form names one for certain. */
	propertyKey: string | null;
	propertyName: string | null;
	unit: string | null;
	bedrooms: number | null;
	/** ISO date `2026-12-01`, or the renter's own words when no date could be read. */
	moveIn: string | null;
	/** Monthly rent in whole currency units. */
	budget: number | null;
	message: string | null;
}

/** Where the renter came from, as evidence; attribution is decided later from all touches. */
export interface InquirySource {
	/** Canonical name: `phone`, `website`, `zillow`, … Never empty: `unknown` when nothing tells. */
	source: string;
	campaign: string | null;
	/** The company's line that was called or texted, E.164. */
	line: string | null;
	/** Which field or setting told us. */
	evidence: string;
}

/** The part of an inquiry that only calls have. */
export interface InquiryCall {
	/** The provider's id of the whole call (Twilio: parent CallSid). */
	callKey: string;
	outcome: string;
	withheld: boolean;
	line: string | null;
	lineLabel: string | null;
	voicemail: { url: string | null; durationSeconds: number | null; transcript: string | null } | null;
}

/**
 * The canonical inquiry: one contact event from outside, whatever channel it came by. It happened once, has a
 * provider's id, and is never changed. Output of Normalize Lead, input of Deduplicate Lead.
 */
export interface Inquiry {
	portfolio: string;
	provider: string;
	/** With `portfolio` and `provider` unique for ever: the same delivery twice is one inquiry. */
	providerId: string;
	channel: Channel;
	/** ISO 8601, UTC. */
	occurredAt: string;
	receivedAt: string;
	people: InquiryPerson[];
	interest: InquiryInterest;
	source: InquirySource;
	call: InquiryCall | null;
	/** What normalising changed, and why. */
	changes: Reason[];
	raw: unknown;
}
