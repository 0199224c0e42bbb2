import type { CallSignal } from './signal';

/**
 * A key, within one call, that is the same for repeats of one signal and differs for two signals that say different
 * things. Made from what is said and of which leg, and not from the provider's retry token, which may be missing and names a series of
 * requests only. A look-up that says what a report has said already is a repeat.
 */
export function signalKey(signal: CallSignal): string {
	return [signal.kind, signal.legKey ?? null, ...details(signal)].map((part) => encodeURIComponent(part ?? '')).join('/');
}

function details(signal: CallSignal): string[] {
	switch (signal.kind) {
		case 'incoming':
		case 'accepted':
		case 'still_running':
			return [];
		case 'ringing_ended':
			return [signal.result, String(signal.conversed)];
		case 'leg':
			return [signal.state, signal.answeredBy ?? ''];
		case 'ended':
			return [signal.result];
		case 'legs_seen':
			return [String(signal.answered), String(signal.count)];
		case 'missed':
			return [signal.outcome];
		case 'answered':
			return [signal.by];
	}
}
