import type { Reason } from '../../leasing/reason';
import type { TextMedia, TextState } from '../../leasing/text/text';
import type { Millis } from '../../leasing/time';

export interface NewText {
	portfolio: string;
	/** Made from the event and the purpose; with `portfolio` unique for ever. One intended text is one row. */
	key: string;
	purpose: string;
	leadId: string | null;
	callId: string | null;
	/** The phone system that is meant to send it, unless another one serves the line by then. Not said: whoever serves the line. */
	provider?: string | null;
	/** Our number, E.164. */
	line: string;
	/** The renter's. */
	phone: string;
	body: string;
	segments: number;
	state: Extract<TextState, 'planned' | 'held' | 'not_sent'>;
	/** When it may be sent; for `planned` the time of planning. */
	dueAt: Millis;
	/** When a text about this event stops making sense; a held text is dropped after it. Null: never. */
	expiresAt: Millis | null;
	/** When the event behind it happened; the guard's age check counts from here. */
	eventAt: Millis;
	/** What the guard was asked with (policy and flags), as JSON: it is asked again before a held text goes out. */
	guard: unknown;
	reasons: Reason[];
	/** True when the number has never written or called; how many of those may go out in an hour has a limit. Not said: false. */
	toStranger?: boolean;
}

/** A text that we sent or meant to send. */
export interface StoredText extends Omit<NewText, 'state' | 'toStranger' | 'provider'> {
	direction: 'out';
	id: string;
	state: TextState;
	toStranger: boolean;
	/** Its place in the conversation: when it went out, or until then when it is due. */
	at: Millis;
	/** Who is meant to send it; from the first attempt on, who was asked. Null: nobody was named, so the line decides. */
	provider: string | null;
	claimedBy: string | null;
	claimedUntil: Millis | null;
	/** When the request to the provider was started; reconciling looks for messages from here on. */
	attemptedAt: Millis | null;
	attempts: number;
	providerId: string | null;
	/** The provider's own last status word, e.g. `undelivered`. */
	providerStatus: string | null;
	errorCode: string | null;
	errorMessage: string | null;
	createdAt: Millis;
	sentAt: Millis | null;
	deliveredAt: Millis | null;
	updatedAt: Millis;
}

/** A text that a renter wrote, as it was delivered to us. */
export interface NewReceivedText {
	portfolio: string;
	/** Who delivered it, and under which id; unique together. */
	provider: string;
	providerId: string;
	/** Our number, E.164, and the renter's. */
	line: string;
	phone: string;
	body: string;
	media: TextMedia[];
	segments?: number;
	leadId: string | null;
	/** The inquiry that it is, if it is one. */
	inquiryId: string | null;
	receivedAt: Millis;
}

export interface ReceivedText extends NewReceivedText {
	direction: 'in';
	id: string;
	state: 'received';
	segments: number;
	/** Its place in the conversation: when it came in. */
	at: Millis;
}

export interface ConversationQuery {
	portfolio: string;
	phone: string;
	/** Only with this line of ours; not given: with all of them. */
	line?: string;
	/** Only what stands before this one: the first text of the part that is known already. */
	before?: Pick<StoredText | ReceivedText, 'at' | 'id'>;
	limit: number;
}

/** A message that a provider has taken, in its own words. */
export interface TakenMessage {
	provider: string;
	providerId: string;
	providerStatus: string;
}

/** What a provider says became of a message. */
export interface DeliveryReport extends TakenMessage {
	state: TextState;
	errorCode: string | null;
	errorMessage: string | null;
}

export interface TextFamily {
	/** Inserts, or returns the row already there under the key: whoever comes second sees what the first decided. */
	plan(text: NewText): Promise<{ text: StoredText; created: boolean }>;
	get(id: string): Promise<StoredText | null>;
	byKey(portfolio: string, key: string): Promise<StoredText | null>;
	byProviderId(provider: string, providerId: string): Promise<StoredText | null>;
	/** Keeps what a renter wrote, once per provider and its id: a delivery that comes again finds what the first one kept. */
	receive(text: NewReceivedText): Promise<{ text: ReceivedText; created: boolean }>;
	/** What was said between a number and our lines, whatever became of it, the newest last. Whose lead it is plays no part. */
	conversation(query: ConversationQuery): Promise<Array<StoredText | ReceivedText>>;
	/** Whether this number ever wrote to us. */
	hasWritten(portfolio: string, phone: string): Promise<boolean>;
	/** How many texts were tried since then to numbers that had never written or called. @param line only from this one */
	countToStrangers(portfolio: string, since: Millis, line?: string): Promise<number>;
	/**
	 * Takes the right to send: from `planned`, from `held` once due, or from a `claimed` whose claim ran out.
	 * `takenOver` is true in the last case: the earlier attempt may have reached the provider, so ask there first.
	 * @returns null when somebody else holds it or it is past sending
	 */
	claim(id: string, claimer: string, now: Millis, until: Millis): Promise<{ text: StoredText; takenOver: boolean } | null>;
	/** Keeps the claim for longer. @returns false when it was lost */
	holdOn(id: string, claimer: string, until: Millis): Promise<boolean>;
	/** Notes that the request to this provider starts now. @returns false when the claim was lost */
	markAttempt(id: string, claimer: string, provider: string, at: Millis): Promise<boolean>;
	/**
	 * Notes that the provider took the message. True also when a delivery report with this provider id was quicker than the
	 * provider's answer; then the text keeps the state that the report gave it.
	 * @returns false when the claim was lost
	 */
	markSent(id: string, claimer: string, taken: TakenMessage, at: Millis): Promise<boolean>;
	/**
	 * Ends an attempt without a sent text: `failed`, `not_sent`, `unknown`, `held` or `planned` again with a new due time.
	 * Reasons, when given, replace the ones before: they say why the text is in its present state. So do `guard` and `expiresAt`, for a
	 * text that is held for the first time.
	 */
	release(
		id: string,
		claimer: string,
		outcome: {
			state: 'failed' | 'not_sent' | 'unknown' | 'held' | 'planned';
			errorCode?: string;
			errorMessage?: string;
			dueAt?: Millis;
			expiresAt?: Millis;
			guard?: unknown;
			reasons?: Reason[];
		},
		at: Millis,
	): Promise<boolean>;
	/**
	 * Applies a delivery report; moves forward only, whatever order reports come in. Found by our id (in the report's
	 * URL) or by the provider's; a report that comes before `markSent` also brings the provider's id.
	 * A report that names another message than the one known for this text (an earlier attempt) changes nothing.
	 * @returns the row after it, and whether its state changed; null when no such text exists
	 */
	applyDelivery(
		ref: { id: string } | { providerId: string },
		report: DeliveryReport,
		at: Millis,
	): Promise<{ text: StoredText; changed: boolean } | null>;
	/** The newest text from a line to a phone that was or may have been sent (any state but `not_sent` and `failed`), since `since`; one that waits counts at its due time. */
	latest(portfolio: string, phone: string, line: string, since: Millis): Promise<StoredText | null>;
	/**
	 * Texts that can be claimed now: `held` and due, `planned` left behind for half a minute, claims that ran out. Oldest due first.
	 * @param after the last one of the page before
	 */
	listDue(now: Millis, limit: number, after?: Pick<StoredText, 'dueAt' | 'id'>): Promise<StoredText[]>;
	listByLead(leadId: string): Promise<StoredText[]>;
}
