import { reason, type Reason } from '../reason';
import type { TextState } from './text';

/** Why a text that was to go out at once has not; the reasons of a held one stand with it. */
export function whyWaiting(state: TextState): Reason[] {
	switch (state) {
		case 'claimed':
			return [
				reason(
					'provider_unreachable',
					'The phone system could not be reached; the text is tried again by itself for as long as it makes sense.',
				),
			];
		case 'planned':
			return [
				reason(
					'provider_busy',
					'The phone system takes no more texts right now; this one is tried again in a minute, for as long as it makes sense.',
				),
			];
		default:
			return [];
	}
}
