import type { Reason } from '../reason';
import type { Band } from './bands';
import type { WaterfallStep } from './explain';

export const IDENTITY_KINDS = ['phone', 'email', 'relay', 'provider_contact'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** A normalised key that may point to a lead. One identity points to one lead per portfolio. */
export interface Identity {
	kind: IdentityKind;
	value: string;
}

/** Whether an inquiry belongs to a known lead, always with its reasons. */
export interface MatchDecision {
	decision: 'new' | 'known' | 'review';
	/** The lead it belongs to; null for `new` and `review`. */
	leadId: string | null;
	/** For `review`: the leads between which a person must choose (may be empty: nothing identifies the contact). */
	candidates: string[];
	/** Sum of the weights of what agreed; higher is surer. */
	score: number;
	reasons: Reason[];
	/** What the contact was compared with, the surest first: how every field agreed and what that tells. */
	compared?: ComparedWith[] | undefined;
}

/** The pair that says most about one other lead, or about one inquiry that waits for a person. */
export interface ComparedWith {
	leadId: string | null;
	inquiryId: string | null;
	band: Band;
	score: number;
	probability: number;
	waterfall: WaterfallStep[];
}
