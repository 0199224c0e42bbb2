import { reason, type Reason } from '../reason';

/** What a fallback is judged by. */
export interface FallbackInput {
	/** Where the number's calls go while we do not answer; '' nowhere. */
	fallback: string;
	/** Where its calls go as long as we do. */
	ours: string;
}

/** Twilio's own demonstrations, to which numbers point until somebody changes them. */
const DEMONSTRATION = /^https?:\/\/demo\.twilio\.com\//i;

/**
 * Why nobody would be rung while n8n is down, or null. Such a fallback is not missed on a good day, and on a bad one each caller hears
 * that an application error has occurred.
 */
export function fallbackProblem({ fallback, ours }: FallbackInput): Reason | null {
	if (fallback.trim() === '') {
		return reason(
			'no_fallback',
			'It has no fallback: while n8n is down or cannot take a call, callers hear an error and no phone rings.',
		);
	}
	if (DEMONSTRATION.test(fallback)) {
		return reason(
			'fallback_is_demo',
			'Its fallback is a demonstration of the phone system: while n8n is down, callers hear that and no phone rings.',
		);
	}
	if (hostOf(fallback) !== null && hostOf(fallback) === hostOf(ours)) {
		return reason(
			'fallback_same_host',
			'Its fallback leads to the same server as n8n: when that is down, both are, and no phone rings.',
		);
	}
	return null;
}

/** Without port: two programs on one machine mostly end together. */
function hostOf(address: string): string | null {
	return URL.canParse(address) ? new URL(address).hostname : null;
}
