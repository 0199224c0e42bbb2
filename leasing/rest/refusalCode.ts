/** Why something was not done, in words that hold for every vendor. */
export type RefusalCode =
	/** The keys are wrong, or belong to another environment. */
	| 'wrong_keys'
	/** The keys are right, a permission is missing. */
	| 'no_permission'
	| 'not_found'
	/** Whatever else is our request's fault. */
	| 'invalid'
	/** Too many requests until patience ended; nothing was done. */
	| 'too_many'
	/** A problem of the vendor's own until patience ended; of a write it is known that it did not arrive. */
	| 'unavailable'
	/** Time-out or no connection until patience ended; of a write it is known that it did not arrive. */
	| 'no_answer'
	/** A write that was not answered and was not found afterwards either: it may still arrive. */
	| 'unsure'
	/** Answered, but not in the documented shape. */
	| 'bad_answer';
