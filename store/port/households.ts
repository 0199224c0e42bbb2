import type { Millis } from '../../leasing/time';

/** Leads that rent together and stay leads of their own. */
export interface HouseholdFamily {
	/** Puts the leads, and whoever is in a household with one of them, into one household. @returns all its leads */
	join(leadIds: readonly [string, string], by: string, at: Millis): Promise<string[]>;
	/** @returns false when the lead is in no household */
	leave(leadId: string): Promise<boolean>;
	/** The other leads of the household; empty without one. Merged leads are given as the lead that stands for them. */
	others(leadId: string): Promise<string[]>;
}
