import { reason, type Reason } from '../reason';
import type { Millis } from '../time';
import type { CallSignal } from './signal';

/** Whoever finds this among the reasons of a call knows that nobody of ours was asked when it came. */
export const FOUND_IN_LOG = reason(
	'found_in_call_log',
	"This call never reached n8n when it came; it was found afterwards in the phone system's call log.",
);

/** Says of a call that it was found in the phone system's log only, and that no report of it ever came. */
export function foundLater(signals: readonly CallSignal[]): Reason[] {
	const heardOf = signals.some(({ kind }) => kind !== 'ended' && kind !== 'legs_seen');
	const ends = signals.flatMap((signal) => (signal.kind === 'ended' ? [signal] : []));
	return !heardOf && ends.length > 0 && ends.every(({ via }) => via === 'log') ? [FOUND_IN_LOG] : [];
}

/** When a call ended, as the system itself says; null when only the arrival of its report tells. */
export function toldEnd(signals: readonly CallSignal[]): Millis | null {
	const told = signals.flatMap((signal) => (signal.kind === 'ended' && typeof signal.at === 'number' ? [signal.at] : []));
	return told.length === 0 ? null : Math.min(...told);
}
