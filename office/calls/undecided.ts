import type { MissedCallEvent } from '../../leasing/call/call';
import type { CallSignal } from '../../leasing/call/signal';
import { MINUTE, SECOND, type Millis } from '../../leasing/time';
import type { StoredCall } from '../../store/port';
import { lineOf } from './lineOf';
import { recordSignal, type CallLog, type Recorded } from './recordSignal';

/** What a phone system can be asked about a call whose end it did not report, or not clearly. Throws when it cannot be asked. */
export interface CallLookUp {
	/** `ended` or, of a system that decides by itself, `missed` or `answered`; as long as the call goes on, `still_running`. */
	howItEnded(call: StoredCall): Promise<CallSignal>;
	/** Whether a person was reached in a call that is over; null as long as one of its phones has not come to rest. Asked only after `ended`. */
	legsOf(call: StoredCall): Promise<CallSignal | null>;
}

/** A call of which nothing was heard for so long: longest ring (60 s) plus a margin. Asked again as often while it lasts. */
const ASK_AFTER: Millis = 2 * MINUTE;
const AT_ONCE = 10;
/** Legs come to rest moments after the call. */
const LISTENING_PAUSES: readonly Millis[] = [SECOND, 2 * SECOND, 4 * SECOND];

/**
 * Decides calls that the reports left open: those whose end never reached us, and those that something took, which
 * may mean a conversation, a mailbox, or our own greeting; only the legs tell.
 * @param onError one call that cannot be looked up must not keep the others waiting
 * @returns how many were decided as missed
 */
export async function decideUndecided(log: CallLog, phone: CallLookUp, onError: (error: unknown) => void): Promise<number> {
	const now = log.clock.now();
	let missed = 0;
	for (const call of await log.store.calls.listUndecided(log.consumer, { open: now - ASK_AFTER, unclear: now - SECOND }, AT_ONCE)) {
		try {
			// A call that still runs is noted too: that puts off the next question by two minutes.
			const { call: seen, event } =
				call.state === 'open' ? await hear(log, call, await phone.howItEnded(call)) : { call, event: null };
			const decided = seen.state === 'unclear' ? (await askForLegs(log, phone, seen)).event : event;
			if (decided) missed += 1;
		} catch (error) {
			onError(error);
		}
	}
	return missed;
}

/**
 * For the editor that listens: nobody looks after its calls in the background, and the listening ends with this request.
 * @returns the event when the call turns out as missed
 */
export async function decideWhileListening(
	log: CallLog,
	phone: CallLookUp,
	called: { provider: string; callKey: string },
	pause: (ms: Millis) => Promise<unknown>,
): Promise<MissedCallEvent | null> {
	for (const wait of LISTENING_PAUSES) {
		const call = await log.store.calls.byProviderId(called.provider, called.callKey);
		if (call?.state !== 'unclear') return null;
		await pause(wait);
		const { event } = await askForLegs(log, phone, call);
		if (event) return event;
	}
	return null;
}

/** Decides an unclear call, unless one of its phones has not come to rest yet. */
async function askForLegs(log: CallLog, phone: CallLookUp, call: StoredCall): Promise<Recorded> {
	const legs = await phone.legsOf(call);
	return legs === null ? { call, event: null } : await hear(log, call, legs);
}

async function hear(log: CallLog, call: StoredCall, signal: CallSignal): Promise<Recorded> {
	return await recordSignal(log, { call, line: await lineOf(log.store, call.lineE164) }, signal);
}
