import type { TriggerMode } from '../../leasing/call/call';
import { parsePhone } from '../../leasing/phone/parsePhone';
import { knownNumbers } from '../../leasing/portfolio/knownNumbers';
import type { Clock, Millis } from '../../leasing/time';
import type { LineMatch, NewCall, Store } from '../../store/port';
import { lineOf } from './lineOf';

/** What a phone system says of a call, in its own spelling of numbers. */
export interface HeardCall {
	provider: string;
	/** The system's id of the whole call, not of one leg. */
	callKey: string;
	/** As sent: a number, or one of the many spellings of "withheld". */
	caller: string;
	callerName: string | null;
	/** The company's number that was called, E.164. */
	line: string;
	forwardedFrom: string | null;
	/** How the trigger that heard it is connected, and whether it asks staff to press 1. */
	mode: TriggerMode;
	screening: boolean;
	/** When it came, if that was not just now. */
	startedAt?: Millis;
	raw: unknown;
}

/** A call with the line and property it is about, ready to be recorded. */
export interface IncomingCall {
	call: NewCall;
	line: LineMatch;
}

/**
 * Reads who calls and which line. Every report should carry all of a call, so that none depends on an earlier one.
 * @throws UserMistake when no portfolio settings are saved
 */
export async function incomingCall(
	{ store, clock, consumer }: { store: Store; clock: Clock; consumer: string },
	heard: HeardCall,
): Promise<IncomingCall> {
	const line = await lineOf(store, heard.line);
	const caller = parsePhone(heard.caller, { country: line.settings.country, known: knownNumbers(line.settings) });
	const call: NewCall = {
		portfolio: line.settings.key,
		provider: heard.provider,
		providerCallId: heard.callKey,
		mode: heard.mode,
		consumer,
		callerRaw: heard.caller,
		callerE164: caller.e164,
		callerName: heard.callerName,
		withheld: caller.contactClass === 'withheld',
		lineE164: heard.line,
		lineLabel: line.line.label,
		propertyKey: line.property?.key ?? null,
		forwardedFrom: heard.forwardedFrom,
		startedAt: heard.startedAt ?? clock.now(),
		screening: heard.screening,
		raw: heard.raw,
	};
	return { call, line };
}
