import type { Millis } from '../../leasing/time';

/** A change that a provider shows when asked, as an event of the trigger. */
export interface FoundChange {
	/** The record, with its kind: `Applicant:7`. What a webhook reports of the same record is noted under the same name. */
	record: string;
	at: Millis;
	/** Unique for ever, and the same for the same change. */
	eventId: string;
	/** What the trigger gives for it; plain JSON. */
	item: unknown;
}

/** One kind of record that can be asked for what changed. */
export interface ChangeSource {
	/** Names its place in the store; never change one. */
	record: string;
	/** All changes from `since` to `until`, both included; a source that cannot tell so exactly gives more, and never less. */
	changesBetween(since: Millis, until: Millis): AsyncIterable<FoundChange>;
}
