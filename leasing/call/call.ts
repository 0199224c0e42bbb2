import type { Reason } from '../reason';
import type { MissedOutcome } from './signal';

export const TRIGGER_MODES = ['ring_staff', 'forwarded', 'watch'] as const;
/**
 * How a company's number is connected to us.
 * - `ring_staff`: we own the number and ring staff first
 * - `forwarded`: only calls that nobody answered elsewhere reach the number
 * - `watch`: another app answers the number; we hear its status callbacks
 */
export type TriggerMode = (typeof TRIGGER_MODES)[number];

/** `open`: not ended as far as we know. `unclear`: ended, but child legs must be looked up before a verdict. */
export type CallState = 'open' | 'unclear' | 'answered' | 'missed';

/** Result of the verdict table: what the call is, given all signals so far. */
export interface CallVerdict {
	state: CallState;
	/** How it was missed; null while open or when answered. */
	outcome: MissedOutcome | null;
	reasons: Reason[];
	/** Things a person should mend, e.g. a staff number that cannot be reached. Never stops the text. */
	alerts: Reason[];
}

/** One normalised missed-call event, the same whatever the phone system: the item that a Missed Call Trigger emits. */
export interface MissedCallEvent {
	event: 'missed_call';
	/** Unique for ever; running a workflow twice with it must not act twice. */
	eventId: string;
	provider: string;
	/** The provider's id of the whole call. */
	callKey: string;
	/** Our own id of the call in the store. */
	callId: string;
	portfolio: string;
	outcome: string;
	direction: 'inbound';
	caller: {
		raw: string;
		e164: string | null;
		name: string | null;
		withheld: boolean;
		textable: 'yes' | 'no' | 'unknown';
		reason: string | null;
	};
	line: { e164: string; providerId: string | null; label: string | null };
	property: { key: string; name: string } | null;
	startedAt: string;
	endedAt: string;
	ringSeconds: number | null;
	voicemail: { url: string | null; durationSeconds: number | null; transcript: string | null } | null;
	forwardedFrom: string | null;
	receivedAt: string;
	/** From the provider's request to the verdict, ms. */
	latencyMs: number;
	verified: 'signature' | 'token' | 'none';
	reasons: Reason[];
	raw: unknown;
}
