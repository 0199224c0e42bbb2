/** What the account keeps of texts and recordings; calls know more and are a class of their own. */
import type { SandboxMessage } from './contract';

/** A text as the account keeps it. */
export interface Message extends SandboxMessage {
	/** Real ms since 1970; null before it left. */
	sentAt: number | null;
	updatedAt: number;
	errorMessage: string | null;
}

export interface RecordingPlan {
	source: 'RecordVerb' | 'DialVerb';
	statusCallback: string | null;
	statusMethod: string;
	statusEvents: string[];
	transcribe: boolean;
	transcribeCallback: string | null;
}

export interface Recording {
	sid: string;
	callSid: string;
	/** As in `RecordingUrl`: without extension. */
	url: string;
	status: 'in-progress' | 'completed' | 'absent';
	seconds: number;
	transcript: string | null;
	/** Real ms since 1970. */
	startedAt: number;
	plan: RecordingPlan;
	/** Callbacks go out one after the other. */
	told: Promise<void>;
}
