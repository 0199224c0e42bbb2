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
	/** The unit that is wanted. It never says which property is meant, only between which two it decides. */
	unit: string | null;
}

/** What the directory answered about one inquiry, by the keys of properties. */
export interface FoundPlaces {
	/** Properties with a unit or a listing that has an id of the inquiry. */
	listings: ReadonlyArray<{ id: string; key: string }>;
	/** Whether a property has the unit; properties of which no units are known are left out. */
	units: ReadonlyMap<string, boolean>;
}

export const NOTHING_FOUND: FoundPlaces = { listings: [], units: new Map() };

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
