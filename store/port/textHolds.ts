import type { Millis } from '../../leasing/time';

/**
 * No automatic texts to a number until a person has looked: it wrote what may be a wish not to be texted. Belongs to number and
 * portfolio, as an opt-out does, so that no merge of leads can lose one.
 */
export interface TextHold {
	portfolio: string;
	phone: string;
	/** Counts the causes: whoever lifts the hold says which ones he has seen. */
	revision: number;
	/** What made it: `reply_unclear`, … */
	via: string;
	/** The words. */
	evidence: string;
	heldAt: Millis;
}

export interface TextHoldFamily {
	/** Holds, or holds again; the last cause is the one that is kept. */
	place(hold: Omit<TextHold, 'revision'>): Promise<TextHold>;
	/** The hold in force, or null. */
	current(portfolio: string, phone: string): Promise<TextHold | null>;
	/** @returns false when no such hold is in force, or the number has written again since that revision */
	lift(hold: Pick<TextHold, 'portfolio' | 'phone' | 'revision'>, by: string, at: Millis): Promise<boolean>;
}
