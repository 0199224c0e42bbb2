import type { ContactEmail } from '../email/email';
import type { ContactPhone } from '../phone/phone';
import type { PropertyMatch } from '../property/propertyMatch';
import type { Reason } from '../reason';

export const CHANNELS = ['call', 'text', 'form', 'listing', 'email', 'chat', 'ad', 'walk_in', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One person of an inquiry. An inquiry may hold two (a couple); they stay two people, of one household. */
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
	/** Key of a property of the settings or the directory, when the line or the form names one for certain. */
	propertyKey: string | null;
	propertyName: string | null;
	unit: string | null;
	bedrooms: number | null;
	/** ISO date `2026-12-01`, or the renter's own words when no date could be read. */
	moveIn: string | null;
	/** Monthly rent in whole currency units. */
	budget: number | null;
	message: string | null;
	bathrooms?: number | null | undefined;
	/** The days the renter's words may mean, ISO dates: `mid June` is the 10th to the 20th. */
	moveInWindow?: MoveInWindow | null | undefined;
	/** Lower end of the rent, when the renter named a range. */
	budgetMin?: number | null | undefined;
	leaseMonths?: number | null | undefined;
	/** How many people would live there, as said. Never used to decide anything. */
	occupants?: number | null | undefined;
	/** The renter's words about animals. An assistance animal is no pet: a person answers, no rule reads this. */
	pets?: string | null | undefined;
	/** Two-letter state or province of a property that the directory knows, for texting hours. */
	propertyState?: string | null | undefined;
	/** How `propertyKey` was found, or why it was not. */
	property?: PropertyMatch | undefined;
}

/** What the renter said about moving in, and the days it may mean. */
export interface MoveInWindow {
	from: string;
	to: string;
	/** The renter's own words. */
	said: string;
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
	/** Who delivered it when that is not the site the renter was on: Zillow's network delivers Trulia's renters. */
	network?: string | null | undefined;
	medium?: string | null | undefined;
	/** The renter's own answer to "how did you hear about us", in canonical form if we know it. Never overrules what was tracked. */
	selfReported?: string | null | undefined;
	landingPage?: string | null | undefined;
	referrer?: string | null | undefined;
	/** `gclid`, `fbclid`, …: which advertisement's link was clicked. */
	clickIds?: Record<string, string> | undefined;
}

/** Which of our readers read the inquiry. */
export interface InquiryFormat {
	/** For example `zillow_push`; see docs/nodes/normalize-lead.md. */
	id: string;
	/** False when the user chose it. */
	detected: boolean;
	/** How sure we are of the format itself: vendor's own text, several public receivers, or one. */
	confidence: FormatConfidence;
	/** When the format was last compared with a source, `2026-08`. */
	asOf: string;
}

export type FormatConfidence = 'high' | 'medium' | 'low';

/** The language the renter wrote in. It decides nothing but the language of an answer. */
export interface InquiryLanguage {
	/** ISO 639-1: `en`, `es`. */
	code: string;
	evidence: string;
}

/** What tells two deliveries with the same id apart; empty texts where nothing does. */
export interface SentAs {
	form: string;
	fingerprint: string;
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
	/** With `portfolio`, `provider` and `fingerprint` unique for ever: the same delivery twice is one inquiry. */
	providerId: string;
	/** Tells the person apart where a sender counts its own ids; '' for calls and texts of our own triggers. See fingerprint.ts. */
	fingerprint: string;
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
	format?: InquiryFormat | undefined;
	language?: InquiryLanguage | null | undefined;
	/**
	 * For ids that are unique only within one form, or that a sender counts anew: which form it came from, and a fingerprint of the person.
	 * With them the same id of another form or person is another inquiry.
	 */
	sentAs?: SentAs | undefined;
	/** Why a person should look at it whatever matching says: a known site wrote in a layout that we do not know. */
	attention?: Reason[] | undefined;
}
