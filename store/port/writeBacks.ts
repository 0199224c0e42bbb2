import type { Reason } from '../../leasing/reason';
import type { Millis } from '../../leasing/time';

/** Something that we mean to write into a provider's system; made from the event, so that it is written once. */
export interface WriteBackKey {
	portfolio: string;
	/** `buildium`, … */
	provider: string;
	/** With portfolio and provider unique for ever. */
	key: string;
}

export interface StoredWriteBack extends WriteBackKey {
	/** `refused`: the provider said a definite no, and trying again as it is would not help. */
	state: 'queued' | 'written' | 'refused';
	leadId: string | null;
	/** When the request was last sent; from then on it may have arrived. Null: certainly not there yet. */
	attemptedAt: Millis | null;
	heldUntil: Millis | null;
	/** The provider's record that holds it: `contact_request`, `phone_log`, `note`, `applicant`. */
	recordType: string | null;
	recordId: string | null;
	reasons: Reason[];
	createdAt: Millis;
	updatedAt: Millis;
}

export interface WriteBackFamily {
	/** Inserts, or returns the one already there. */
	plan(key: WriteBackKey, leadId: string | null, reasons: Reason[]): Promise<{ writeBack: StoredWriteBack; created: boolean }>;
	get(key: WriteBackKey): Promise<StoredWriteBack | null>;
	/**
	 * Notes that a request leaves now, and holds the write-back until `until`.
	 * @returns false when it is over already, or somebody else holds it
	 */
	beginAttempt(key: WriteBackKey, at: Millis, until: Millis): Promise<boolean>;
	/** The request has ended without a record. `nothing`: it was refused or never left; `unknown`: it may have arrived. */
	endAttempt(key: WriteBackKey, outcome: 'nothing' | 'unknown'): Promise<void>;
	/** @returns false when it was written before; the first record counts */
	markWritten(key: WriteBackKey, record: { type: string; id: string }, reasons: Reason[]): Promise<boolean>;
	/** @returns false when it was written meanwhile */
	markRefused(key: WriteBackKey, reasons: Reason[]): Promise<boolean>;
	/** The newest record of this type that was written for a lead. */
	latestOfLead(portfolio: string, provider: string, leadId: string, recordType: string): Promise<StoredWriteBack | null>;
	/** What we have written into a record of the provider, newest first; empty for records of others. */
	ofRecord(provider: string, recordType: string, recordId: string, limit: number): Promise<StoredWriteBack[]>;
	/** Whether a request of ours that left after `since` has not ended yet: a record reported now may be its. */
	isUnderWay(provider: string, since: Millis): Promise<boolean>;
}
