import type { TextState } from './text';

/** What a phone system reports about a text that it took, in our words. */
export interface TextReport {
	/** Our id of the text, if the report came to an address that names it; then it counts as the answer to our request, too. */
	textId: string | null;
	/** The phone system's id of the message. */
	providerId: string;
	/** The phone system's own word, such as `undelivered`; kept as it is. */
	providerStatus: string;
	state: Extract<TextState, 'sent' | 'delivered' | 'failed'>;
	errorCode: string | null;
	errorMessage: string | null;
}
