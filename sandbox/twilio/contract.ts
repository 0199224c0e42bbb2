/**
 * What the Twilio stand-in offers to tests, `npm start`, benchmarks and the pretend phone. The REST surface itself is
 * Twilio's and is not repeated here. Everything below is also reachable over HTTP under `/sandbox` (see control.ts),
 * which is what the pretend phone's page uses.
 */
import type { MessagingServiceRecord } from './messaging/services';
import type { Signing } from './webhooks/sign';

export type { MessagingServiceRecord, Signing };

export interface TwilioSandboxOptions {
	/** 0: any free port. Always bound to 127.0.0.1. */
	port?: number;
	accountSid?: string;
	authToken?: string;
	apiKeySid?: string;
	apiKeySecret?: string;
	/**
	 * How long one second of ringing, speaking or recording lasts, in real ms. 1000 is real time; tests use 5-20 so that
	 * an 18 s ring takes a blink. Retry and request time-outs of the sandbox's own HTTP client are never scaled.
	 */
	secondMs?: number;
	/** Delay from accepting a message to each delivery status, in sandbox seconds. Default 0.2. */
	deliverySeconds?: number;
}

/** How a staff phone behaves when it rings. */
export type StaffBehaviour =
	| { kind: 'ignore' }
	| { kind: 'answer'; afterSeconds?: number; talkSeconds?: number }
	/** Picks up and, asked to press a key, presses it. */
	| { kind: 'press'; digit: string; afterSeconds?: number; talkSeconds?: number }
	/** The carrier's mailbox picks up: leg answered, nobody presses anything, hangs up after `listenSeconds`. */
	| { kind: 'mailbox'; afterSeconds?: number; listenSeconds?: number }
	| { kind: 'busy' }
	| { kind: 'decline'; afterSeconds?: number }
	/** Number does not exist: DialCallStatus `failed`. */
	| { kind: 'invalid' }
	/** Driven by the pretend phone's page: rings until somebody clicks. */
	| { kind: 'manual' };

export interface PlaceCall {
	/** Company line that is called. */
	to: string;
	/** Caller id as Twilio would send it: E.164, `+266696687`, `anonymous`, … */
	from: string;
	/** The caller hangs up this many sandbox seconds after dialling, if still ringing or listening. Omitted: stays. */
	hangUpAfterSeconds?: number;
	/** What the caller does at a `<Record>`: speak for so long, or hang up at the greeting (default). */
	voicemail?: { seconds: number; transcript?: string };
	/** Digits pressed, or words said, at successive `<Gather>`s. */
	gather?: string[];
	/** Set when the call reached the line by conditional forwarding. */
	forwardedFrom?: string;
	callerName?: string;
	/** Overrides the sandbox's `secondMs` for this call. */
	secondMs?: number;
	/** A person on the page is the caller: stays until hung up, and is waited for at every `<Record>` and `<Gather>`. */
	interactive?: boolean;
	/**
	 * What the `<Dial action>` request says when the caller hangs up while the staff phones ring. Twilio does not document
	 * it and reports differ, so a test can try each; `none` sends no such request at all. Default `canceled`.
	 */
	hangUpDialStatus?: 'canceled' | 'no-answer' | 'completed' | 'none';
	/** Only for watch mode: what the other app (not our TwiML) did with the call. Default: dials nobody, `completed`. */
	otherApp?: {
		childLegs: Array<{ status: 'completed' | 'no-answer' | 'busy'; durationSeconds?: number }>;
		parentStatus?: 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';
	};
}

/** One thing that happened on a call, for logs and assertions. Times are real ms since 1970. */
export interface CallLogEntry {
	at: number;
	/** `webhook` (a request to the app), `twiml` (a verb executed), `leg`, `callback`, `hangup`, `recording`. */
	kind: string;
	text: string;
	data?: unknown;
}

export interface PretendCall {
	sid: string;
	from: string;
	to: string;
	/** Final Twilio status of the parent leg, or the current one. */
	status(): string;
	log(): CallLogEntry[];
	/** Resolves when the call ended and its status callback was delivered (or given up). */
	ended: Promise<void>;
	/** Real ms since 1970 when the call ended; null while it lasts. */
	endedAt(): number | null;
	hangUp(): void;
	/** Interactive calls: presses keys (answers a `<Gather>`, ends a `<Record>`). */
	keys(digits: string): void;
	/** Interactive calls: says words (the voicemail's at a `<Record>`, speech at a `<Gather>`). */
	say(words: string): void;
}

export interface SandboxMessage {
	sid: string;
	/** `outbound-reply`: Twilio's own answer to STOP, START and HELP, or a `<Message>` in the reply to an inbound text. */
	direction: 'inbound' | 'outbound-api' | 'outbound-reply';
	from: string;
	to: string;
	body: string;
	status: string;
	errorCode: number | null;
	/** When the REST request (or the pretend phone's text) arrived, real ms since 1970. */
	createdAt: number;
	deliveredAt: number | null;
	statusCallback: string | null;
}

/** Faults for the next requests; each is used up `times` times (default 1). */
export interface MessageFault {
	kind:
		/** 429 with code 20429. */
		| 'rate_limited'
		/** 500 before anything was stored. */
		| 'server_error'
		/** 503 after the message was accepted and will be delivered. */
		| 'error_after_accept'
		/** Accepts, then never answers (the client's time-out strikes). */
		| 'hang_after_accept'
		/** Never answers, accepts nothing. */
		| 'hang'
		/** Accepts and later reports `undelivered`/`failed` with `code`. */
		| 'undelivered'
		/** 400 with `code`, e.g. 21610. */
		| 'refuse';
	code?: number;
	times?: number;
}

export interface CallbackFault {
	/**
	 * Which callbacks: the number's `StatusCallback` (not those of single staff legs), `<Dial action>` requests, message
	 * status, recordings and their transcripts. A dropped `<Dial action>` counts as a failed request: the fallback is tried.
	 */
	on: 'call_status' | 'dial_action' | 'message_status' | 'recording';
	kind: 'drop' | 'duplicate' | 'delay';
	/** For `duplicate`: how many in all (default 2). For `delay`: sandbox seconds. */
	amount?: number;
	times?: number;
}

export interface SandboxEvent {
	kind: 'call' | 'text' | 'staff';
	/** Real ms since 1970. */
	at: number;
	data: unknown;
}

export interface TwilioSandbox {
	/** `http://127.0.0.1:PORT`: base URL for the credential. */
	url: string;
	accountSid: string;
	authToken: string;
	apiKeySid: string;
	apiKeySecret: string;
	/** Adds a number to the account; may be owned by a trunk or a TwiML app to provoke our refusal. */
	addNumber(number: {
		phone: string;
		friendlyName?: string;
		voiceUrl?: string;
		voiceFallbackUrl?: string;
		statusCallback?: string;
		trunkSid?: string;
		voiceApplicationSid?: string;
		smsUrl?: string;
		smsFallbackUrl?: string;
		callerIdLookup?: boolean;
	}): { sid: string };
	/** The number's current settings by Twilio's snake_case names, as REST returns them. */
	number(phone: string): Record<string, unknown>;
	/** Sets how a staff phone (or any dialled number) behaves; unknown numbers ignore the call. `name` is for the page. */
	setStaff(phone: string, behaviour: StaffBehaviour, name?: string): void;
	/** For Lookup: line type of a number, e.g. `landline`. Default `mobile`. */
	setLineType(phone: string, type: string): void;
	placeCall(call: PlaceCall): PretendCall;
	/** A renter (or a staff member) sends a text to a company line; handles STOP and START as Twilio does. */
	sendText(text: { from: string; to: string; body: string }): Promise<SandboxMessage>;
	calls(): PretendCall[];
	/** All messages of the account, oldest first; optionally only those to one number. */
	messages(filter?: { to?: string; from?: string; direction?: SandboxMessage['direction'] }): SandboxMessage[];
	/** Resolves with the first message that fits, now or later. @throws after `timeoutMs` (default 10 000) */
	waitForMessage(fits: (message: SandboxMessage) => boolean, timeoutMs?: number): Promise<SandboxMessage>;
	failMessages(fault: MessageFault): void;
	failCallbacks(fault: CallbackFault): void;
	/** The next so many REST reads of lists are answered 429 (20429). */
	limitReads(times: number): void;
	/**
	 * How far the list of calls (`Calls.json`) lags behind, in real ms: a call appears so long after it began, and is shown as running, without
	 * end and length, for so long after it ended. Default 0. Legs lag twice as long as their call.
	 */
	setCallLogLag(ms: number): void;
	/** Webhook Settings that share all webhooks from now on, in turn, as during a rotation; `[]`: the auth token signs again. */
	signWith(signings: Signing[]): void;
	/** A Messaging Service with numbers in its pool; for registration and for where its texts go. */
	addMessagingService(service: Partial<MessagingServiceRecord>): { sid: string };
	/** Money left, in USD as Twilio writes it, e.g. `3.20`. */
	setBalance(balance: string): void;
	/** Status of a toll-free number's verification, e.g. `TWILIO_APPROVED`. Default: none was asked for. */
	setTollFreeVerification(phone: string, status: string): void;
	/** While true, every REST request is answered 503 and does nothing. Webhooks and calls go on. */
	setOutage(down: boolean): void;
	/** Requests that the stand-in refused as malformed; empty after a good test. */
	violations(): string[];
	/** What Twilio's debugger would show: webhooks that failed, TwiML that could not be used. */
	alerts(): string[];
	/** Every event as it happens (calls, texts, staff phones), for the page and for `npm start`. @returns unsubscribe */
	onEvent(listener: (event: SandboxEvent) => void): () => void;
	/** Forgets calls, messages, faults, opt-outs and staff; keeps numbers. */
	reset(): void;
	close(): Promise<void>;
}

/** Starts the stand-in; implemented in `sandbox/twilio/index.ts` as `startTwilioSandbox`. */
export type StartTwilioSandbox = (options?: TwilioSandboxOptions) => Promise<TwilioSandbox>;
