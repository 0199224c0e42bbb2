import type { CallSignal } from './call';

/**
 * A key, within one call, that is the same for repeats of one signal and differs for two signals that say different
 * things. Made from business ids and not from the provider's retry token, which may be missing and names a series of
 * requests only. A look-up that says what a callback has said already is a repeat.
 * @param ids the leg that the request was about, as far as the provider tells
 */
export function signalKey(signal: CallSignal, ids: { legId?: string | null } = {}): string {
	return [signal.kind, ...details(signal, ids.legId ?? null)].map((part) => encodeURIComponent(part ?? '')).join('/');
}

function details(signal: CallSignal, legId: string | null): (string | null)[] {
	switch (signal.kind) {
		case 'incoming':
			return [];
		case 'dial_ended':
			return [signal.dialCallId, signal.dialStatus, String(signal.bridged), signal.callStatus];
		case 'accepted':
			return [legId];
		case 'ended':
			return [signal.callStatus];
		case 'child_legs':
			return [String(signal.answered), String(signal.count)];
	}
}
