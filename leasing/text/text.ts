import type { Reason } from '../reason';

/**
 * Life of an outbound text; it only ever moves forward (rank in state.ts).
 * `planned → claimed → sent → delivered | failed`, or `planned → held → claimed …`, or `not_sent` at once.
 * `unknown`: the provider did not say whether it took the message and could not be asked; a person looks at it.
 */
export const TEXT_STATES = ['planned', 'held', 'claimed', 'unknown', 'sent', 'delivered', 'failed', 'not_sent'] as const;
export type TextState = (typeof TEXT_STATES)[number];

/** What a text carries besides words: a picture, a recording. */
export interface TextMedia {
	url: string;
	contentType: string | null;
}

/** The guard's answer to "may this text go out now?". */
export type GuardDecision =
	| { verdict: 'send'; reasons: Reason[] }
	/** @property until epoch ms when the guard is to be asked again */
	| { verdict: 'hold'; until: number; reasons: Reason[] }
	/** @property personNeeded true when somebody should call instead */
	| { verdict: 'no'; personNeeded: boolean; reasons: Reason[] };
