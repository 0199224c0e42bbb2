/** Answer of a phone system to "send this". */
export type SendAnswer =
	| { kind: 'accepted'; providerId: string; providerStatus: string }
	/** A definite no; nothing was sent. */
	| { kind: 'refused'; code: string; message: string }
	/** Not taken, may be tried again. */
	| { kind: 'busy'; retryAfterMs: number | null }
	/** Nobody knows: time-out, reset, 5xx. It may have been taken. */
	| { kind: 'unknown'; message: string };

export interface OutgoingText {
	to: string;
	from: string;
	body: string;
	/** Where delivery reports go; null when no trigger listens for them. */
	statusUrl: string | null;
	/** The provider must give up delivering after so many seconds: a late reply is worse than none. */
	validSeconds: number;
}

/** What sending needs of a phone system. There is no idempotency key at any of them, hence `find`. */
export interface TextProvider {
	/** Whose ids the messages have: `twilio`, … */
	readonly name: string;
	send(text: OutgoingText): Promise<SendAnswer>;
	/**
	 * Lists messages that an earlier, unanswered `send` of exactly this text may have created at or after `since`.
	 * @returns null when the provider cannot be asked right now
	 */
	find(text: Pick<OutgoingText, 'to' | 'from' | 'body'>, since: number): Promise<FoundMessage[] | null>;
}

export interface FoundMessage {
	providerId: string;
	providerStatus: string;
}
