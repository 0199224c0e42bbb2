import type { MissedCallEvent } from '../../../leasing/call/call';
import type { Clock } from '../../../leasing/time';
import type { Store } from '../../../store/port';
import type { VerifiedRequest } from './request';
import type { MissedCallSettings } from './settings';

/** What a step gets: the verified request and what it may read and write. */
export interface StepContext {
	request: VerifiedRequest;
	settings: MissedCallSettings;
	store: Store;
	clock: Clock;
	/** The trigger, `workflowId:nodeId`. */
	consumer: string;
	/** Whether a missed call is stored for the workflow to run; not while the editor listens, which gets it at once. */
	recordEvent: boolean;
	/** Whether Twilio still waits for the answer. After a long wait for the store it has gone on, most likely to the fallback. */
	isHeard: () => boolean;
}

/** What a step answers Twilio, and the event if this request completed one. */
export interface StepReply {
	twiml: string;
	event: MissedCallEvent | null;
}

export type StepHandler = (context: StepContext) => Promise<StepReply>;
