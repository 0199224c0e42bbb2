import type { MissedCallEvent } from '../../../leasing/call/call';
import type { CallLog } from '../../../office/calls/recordSignal';
import type { VerifiedRequest } from './request';
import type { MissedCallSettings } from './parameters';

/** What a step gets: the verified request, and where it may read and write. */
export interface StepContext extends CallLog {
	request: VerifiedRequest;
	settings: MissedCallSettings;
	/** Whether Twilio still waits for the answer. After a long wait for the store it has gone on, most likely to the fallback. */
	isHeard: () => boolean;
}

/** What a step answers Twilio, and the event if this request completed one. */
export interface StepReply {
	twiml: string;
	event: MissedCallEvent | null;
}

export type StepHandler = (context: StepContext) => Promise<StepReply>;
