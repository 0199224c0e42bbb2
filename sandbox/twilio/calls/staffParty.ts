import { forever } from '../waiting';
import type { GatherRequest, Party, Speech } from './party';

/** Waits sandbox seconds of the call. */
export type Wait = (seconds: number) => Promise<void>;

/** A staff phone that picked up. */
export interface StaffParty extends Party {
	/** Resolves when the phone hangs up a conversation. */
	talk(wait: Wait, signal: AbortSignal): Promise<void>;
}

/** How ringing ended, when the phone ends it. */
export type RingEnd = { kind: 'picked-up'; party: StaffParty } | { kind: 'busy' } | { kind: 'invalid' };

/** Somebody who picked up and does nothing by themselves. */
export function silentStaff(): StaffParty {
	return {
		patient: false,
		answer: (_request: GatherRequest, signal: AbortSignal) => forever(signal),
		speak: (_request, signal): Speech => ({ ended: forever(signal), soFar: () => ({ seconds: 0, transcript: null }) }),
		talk: (_wait, signal) => forever(signal),
	};
}
