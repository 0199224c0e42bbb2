import type { CallSignal } from '../../../leasing/call/signal';
import type { Millis } from '../../../leasing/time';

/** A call as a phone system's own list of calls shows it, in its spelling of numbers. */
export interface LoggedCall {
	/** The system's id of the whole call: the same as its reports have. */
	callKey: string;
	caller: string;
	callerName: string | null;
	/** The company's number that was called, E.164. */
	line: string;
	forwardedFrom: string | null;
	startedAt: Millis;
	/** How it ended; `still_running` while it goes on. */
	signal: CallSignal;
	raw: unknown;
}

/** Which calls are asked for. */
export interface LogWindow {
	/** E.164. */
	lines: readonly string[];
	/** When they began: from this moment, inclusive. */
	from: Millis;
	/** To this one, exclusive. A list may show later calls too, and leave none of the earlier ones out. */
	until: Millis;
}

/** A phone system that can be asked afterwards which calls came in. */
export interface CallLogReader {
	/** As in the ids of calls and hook-ups. */
	provider: string;
	/** Calls from outside to the lines, whole calls and not their legs, a page at a time and in any order. @throws when it cannot be asked */
	read(window: LogWindow): AsyncIterable<readonly LoggedCall[]>;
}
