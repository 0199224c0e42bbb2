import type { Millis } from '../../leasing/time';

/** One person of an inquiry as matching sees them: evidence, of which a lead is a set. */
export interface NewMatchRecord {
	portfolio: string;
	/** Null: made from a lead that was there before there were records. */
	inquiryId: string | null;
	/** Null while a person must decide whose it is. */
	leadId: string | null;
	/** What is compared; kept as it is given. */
	record: unknown;
	/** When the inquiry happened. */
	at: Millis;
	/** Under what it is found again; none when the lead has another record that says the same. */
	keys: readonly string[];
}

export interface StoredMatchRecord extends Omit<NewMatchRecord, 'keys'> {
	id: string;
	/** The lead it stands on today: after a merge the one that was kept. */
	leadId: string | null;
	/** Whether it is found by keys. */
	keyed: boolean;
}

/** A key to look up, and how many records it may have at most to be of use. */
export interface KeyQuery {
	key: string;
	most: number;
}

/** What is kept under one key. */
export interface KeyHit {
	key: string;
	/** Newest first; none when the key is crowded. */
	recordIds: string[];
	/** More records than asked for: the key tells nobody from others. */
	crowded: boolean;
}

export interface MatchingFamily {
	add(record: NewMatchRecord): Promise<StoredMatchRecord>;
	/** In the order asked for; keys that nothing is kept under are left out. */
	findByKeys(portfolio: string, keys: readonly KeyQuery[]): Promise<KeyHit[]>;
	/** In the order of their ids; unknown ids are left out. */
	get(ids: readonly string[]): Promise<StoredMatchRecord[]>;
	/** In the order in which they came, those of merged leads included. */
	ofLead(leadId: string): Promise<StoredMatchRecord[]>;
	/** Whether a lead, or one merged into it, has any. */
	hasRecords(leadId: string): Promise<boolean>;
	ofInquiry(inquiryId: string): Promise<StoredMatchRecord[]>;
	/** Writes a record anew and lets it be found under these keys, besides those it has. */
	index(id: string, record: unknown, keys: readonly string[]): Promise<void>;
	/** Writes a record anew: the same was said again, earlier or later. */
	rewrite(id: string, record: unknown): Promise<void>;
}
