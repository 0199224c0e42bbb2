import type { Inquiry } from '../../leasing/inquiry/inquiry';
import type { SentInquiry } from '../../leasing/inquiry/sentKey';
import type { Millis } from '../../leasing/time';

export interface StoredInquiry {
	id: string;
	inquiry: Inquiry;
	/** Null while a person must decide whose it is. */
	leadId: string | null;
	recordedAt: Millis;
}

/** An inquiry seen as evidence of where a renter came from. */
export interface Touch {
	portfolio: string;
	leadId: string;
	inquiryId: string;
	channel: string;
	source: string;
	campaign: string | null;
	at: Millis;
}

export interface InquiryFamily {
	/** Inserts, or returns the one already there under portfolio, provider, provider id and fingerprint. */
	record(inquiry: Inquiry): Promise<{ inquiry: StoredInquiry; created: boolean }>;
	/** Those that are recorded already, in the order asked for, each once. */
	find(portfolio: string, sent: readonly SentInquiry[]): Promise<StoredInquiry[]>;
	/** Of these, the ones whose id came with another person, too. Those without a fingerprint are never among them. */
	sharedIds(portfolio: string, sent: readonly SentInquiry[]): Promise<SentInquiry[]>;
	get(id: string): Promise<StoredInquiry | null>;
	setLead(id: string, leadId: string): Promise<void>;
	/**
	 * Puts an inquiry with all that came of it on a lead, whosever it was: its touch, its call, what matching knows of its people, its
	 * tasks, texts about its call, and what the timeline tells of it.
	 */
	moveTo(id: string, leadId: string): Promise<void>;
	listByLead(leadId: string): Promise<StoredInquiry[]>;
	/** One touch per inquiry; a second call for the same inquiry changes nothing. */
	addTouch(touch: Touch): Promise<void>;
	/** Oldest first. */
	touches(leadId: string): Promise<Touch[]>;
	/** All of a portfolio from one moment up to another, oldest first. @param after the last one of the page before */
	touchesBetween(query: {
		portfolio: string;
		from: Millis;
		to: Millis;
		after?: Pick<Touch, 'at' | 'inquiryId'>;
		limit: number;
	}): Promise<Touch[]>;
}
