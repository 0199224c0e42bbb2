/** Why automatic texts to a number are held: a lead came that anybody could have sent. Stands in stores and never changes. */
export const UNPROVEN_LEAD = 'unproven_lead';

/** A hold, as the guard hears of it. */
export interface Held {
	/** What made it: `reply_unclear`, `unproven_lead`. */
	via: string;
	/** The person's words, or what speaks against the lead. */
	words: string;
}

/** The sentence for staff: why, and what lets texts go out again. */
export function heldSentence({ via, words }: Held): string {
	return via === UNPROVEN_LEAD
		? `The number came with a lead that anybody could have sent, and nobody has looked yet: ${words} Call instead; if it is a real renter, complete the task about it.`
		: `The person wrote "${words}", which may mean "stop texting me", and nobody has looked yet. Call instead; then record the opt-out or Text Again, or complete the task about these words.`;
}
