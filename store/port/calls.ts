import type { CallState, TriggerMode } from '../../leasing/call/call';
import type { CallSignal } from '../../leasing/call/signal';
import type { Reason } from '../../leasing/reason';
import type { Millis } from '../../leasing/time';

export interface NewCall {
	portfolio: string;
	provider: string;
	/** The provider's id of the whole call; with `provider` unique. */
	providerCallId: string;
	mode: TriggerMode;
	/** Trigger that hears this call, `workflowId:nodeId`. */
	consumer: string;
	callerRaw: string;
	/** Null when withheld or not a number. */
	callerE164: string | null;
	callerName: string | null;
	withheld: boolean;
	lineE164: string;
	lineLabel: string | null;
	propertyKey: string | null;
	forwardedFrom: string | null;
	startedAt: Millis;
	/** True when the trigger asks staff to press 1. */
	screening: boolean;
	raw: unknown;
}

export interface Voicemail {
	recordingId: string | null;
	url: string | null;
	durationSeconds: number | null;
	transcript: string | null;
}

export interface StoredCall extends NewCall {
	id: string;
	state: CallState;
	outcome: string | null;
	reasons: Reason[];
	endedAt: Millis | null;
	leadId: string | null;
	voicemail: Voicemail | null;
	updatedAt: Millis;
}

export interface CallFamily {
	/** Inserts the call, or returns the one already there under the provider's id. */
	open(call: NewCall): Promise<{ call: StoredCall; created: boolean }>;
	get(id: string): Promise<StoredCall | null>;
	byProviderId(provider: string, providerCallId: string): Promise<StoredCall | null>;
	/**
	 * Stores what the provider said. `key` tells repeats apart.
	 * @returns false when a signal with this key was stored before
	 */
	addSignal(callId: string, key: string, signal: CallSignal, at: Millis): Promise<boolean>;
	/** In order of arrival. */
	signals(callId: string): Promise<CallSignal[]>;
	/**
	 * Sets the verdict, only while the call is still `open` or `unclear`.
	 * @returns false when it had been decided before
	 */
	decide(
		callId: string,
		verdict: { state: CallState; outcome: string | null; reasons: Reason[]; endedAt: Millis | null },
	): Promise<boolean>;
	attachVoicemail(callId: string, voicemail: Partial<Voicemail>): Promise<StoredCall>;
	setLead(callId: string, leadId: string): Promise<void>;
	/** Hands an undecided call over from a trigger that is gone. @returns false when it is decided, or not that trigger's */
	handOver(callId: string, from: string, to: string): Promise<boolean>;
	/** Calls of a trigger that are `open` or `unclear` and were last touched before the time given for that state, oldest first. */
	listUndecided(consumer: string, before: { open: Millis; unclear: Millis }, limit: number): Promise<StoredCall[]>;
	listByLead(leadId: string): Promise<StoredCall[]>;
	/** Whether this number ever called. */
	hasCalled(portfolio: string, phone: string): Promise<boolean>;
}
