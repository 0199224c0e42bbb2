import type { Reason } from '../reason';

/** Everything an inquiry says about where the renter wants to live. Lists are in the order of trust; all may be empty. */
export interface PropertyEvidence {
	/** Keys or names given as the property. */
	names: readonly string[];
	/** Street addresses of the listing, on one line. Never the renter's own address. */
	addresses: readonly string[];
	/** Ids under which the company's listings stand on a site or in its feed. */
	listingIds: readonly string[];
	/** Numbers that were called, or that stand in the advertisement. */
	calledNumbers: readonly string[];
	/** Mailboxes that the inquiry was sent to. */
	mailboxes: readonly string[];
	/** Free text: subject and message. A name in it counts only when it cannot be anything else. */
	texts: readonly string[];
	unit: string | null;
}

/** A property that something spoke for. */
export interface PropertyCandidate {
	key: string;
	name: string;
	/** From 0 to 1. */
	score: number;
}

/**
 * Which property an inquiry is about, with its reasons. `key` is null when nothing is sure enough: then the inquiry goes
 * to the fallback queue, and `candidates` say what it might be.
 */
export interface PropertyMatch {
	key: string | null;
	/** Score of the best candidate, 0 when there is none. */
	score: number;
	reasons: Reason[];
	candidates: PropertyCandidate[];
}
