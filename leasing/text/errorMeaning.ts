/**
 * What to do about a text that a phone system refused or could not deliver.
 * - `opted_out`: note the opt-out; never text again
 * - `not_textable`: the phone takes no texts; remember that and call
 * - `fix_setup`: the account or number must be mended by whoever runs it
 * - `retry_later`: the same text may go through later
 * - `stop`: never send this text again
 * - `person`: somebody should look or call
 */
export const TEXT_ERROR_ACTIONS = ['opted_out', 'not_textable', 'fix_setup', 'retry_later', 'stop', 'person'] as const;
export type TextErrorAction = (typeof TEXT_ERROR_ACTIONS)[number];

/** What an error code of a phone system means, in words that are the same for all of them. The codes stand in `leasing/<vendor>/`. */
export interface TextErrorMeaning {
	action: TextErrorAction;
	/** One plain sentence: what happened. */
	meaning: string;
	/** One plain sentence: what to do now. */
	advice: string;
}

/** A phone system's error code as part of a word of ours: `30006` stays, `SMS-CAR-413` becomes `SMS_CAR_413`. */
export function codeInWord(code: string): string {
	return code.replace(/\W+/g, '_');
}

/** What happened and what to do, to be read by people. */
export function errorSentence({ meaning, advice }: TextErrorMeaning): string {
	return `${meaning} ${advice}`;
}
