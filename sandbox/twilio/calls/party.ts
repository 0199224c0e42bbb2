/** Somebody at the end of a leg: a scripted caller, a person at the pretend phone, or a staff phone. */
export interface Party {
	/** A person decides: nothing times out while they are asked. */
	readonly patient: boolean;
	/**
	 * Answers a `<Gather>`: resolves with what was pressed or said, never when the party does not react.
	 * @throws the signal's reason when it aborts first
	 */
	answer(request: GatherRequest, signal: AbortSignal): Promise<GatherAnswer>;
	/** Speaks at a `<Record>`. */
	speak(request: SpeakRequest, signal: AbortSignal): Speech;
}

export interface GatherRequest {
	dtmf: boolean;
	speech: boolean;
	numDigits: number | null;
	/** `#` unless the TwiML says otherwise; empty for none. */
	finishOnKey: string;
	timeoutSeconds: number;
	/** Resolves when the nested prompts were played to the end. */
	promptsDone: Promise<void>;
}

export type GatherAnswer = { digits: string } | { speech: string };

export interface SpeakRequest {
	maxSeconds: number;
	/** Keys that end the recording. */
	finishOnKey: string;
}

export type SpeechEnd = 'hangup' | 'key' | 'max' | 'silence';

/** Words on their way into a recording. */
export interface Speech {
	/** @throws HungUp when the leg ended first; `soFar` then tells what was caught */
	ended: Promise<SpeechEnd>;
	soFar(): { seconds: number; transcript: string | null };
}

export interface Spoken {
	seconds: number;
	transcript: string | null;
	end: SpeechEnd;
}
