import type { TextErrorMeaning } from '../../leasing/text/errorMeaning';
import type { Millis } from '../../leasing/time';

/** Answer of a phone system to "send this". */
export type SendAnswer =
	| { kind: 'accepted'; providerId: string; providerStatus: string }
	/** A definite no; nothing was sent. @property code as the phone system writes it, for `explain` */
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

/** A phone system as far as its words are concerned: enough to apply what it reports. */
export interface TextProviderWords {
	/** One word, as hook-ups and texts keep it; a text keeps the name of the provider that it is sent by. */
	name: string;
	/** What an error code of this provider means, at once or in a delivery report. Total: unknown codes go to a person. */
	explain(code: string): TextErrorMeaning;
}

/** What sending needs of a phone system. There is no idempotency key at any of them, hence `find`. */
export interface TextProvider extends TextProviderWords {
	send(text: OutgoingText): Promise<SendAnswer>;
	/**
	 * Lists messages that an earlier, unanswered `send` of exactly this text may have created at or after `since`.
	 * @returns null when the provider cannot be asked right now
	 */
	find(text: Pick<OutgoingText, 'to' | 'from' | 'body'>, since: Millis): Promise<FoundMessage[] | null>;
	/**
	 * What kind of line a number is (`mobile`, `landline`, …), from a source that asks the phone companies; providers without one
	 * leave it out. @returns null when it cannot be told within `patience`
	 */
	lineType?(phone: string, patience: Millis): Promise<string | null>;
}

export interface FoundMessage {
	providerId: string;
	providerStatus: string;
}
