/**
 * What to do about a text that the phone system refused or could not deliver.
 * - `opted_out`: note the opt-out; never text again
 * - `not_textable`: the phone takes no texts; remember that and call
 * - `fix_setup`: the account or number must be mended by whoever runs it
 * - `retry_later`: the same text may go through later
 * - `stop`: never send this text again
 * - `person`: somebody should look or call
 */
export type TwilioErrorAction = 'opted_out' | 'not_textable' | 'fix_setup' | 'retry_later' | 'stop' | 'person';

export interface TwilioErrorMeaning {
	code: number;
	/** One plain sentence: what happened and what to do. */
	meaning: string;
	action: TwilioErrorAction;
	/** True when trying again changes nothing until a person changes something. */
	permanent: boolean;
}

function row(code: number, action: TwilioErrorAction, meaning: string): [number, TwilioErrorMeaning] {
	return [code, { code, meaning, action, permanent: action !== 'retry_later' }];
}

/** Codes of Twilio that a text-back can meet, at once or in a delivery report (as of late 2025). */
const MEANINGS: ReadonlyMap<number, TwilioErrorMeaning> = new Map([
	row(20003, 'fix_setup', 'Twilio does not accept the account SID, token or API key; check the Twilio credential.'),
	row(20404, 'fix_setup', "Twilio does not know this account or number; check the account SID and the line's number."),
	row(20429, 'retry_later', 'Too many requests at once; the text is tried again in a little while.'),
	row(21211, 'person', "Twilio says that the renter's number is not a phone number; check it and call."),
	row(21212, 'fix_setup', "The line's number is not a valid sender; correct it in the portfolio."),
	row(21408, 'fix_setup', 'Texts to this country are switched off; allow it under Messaging, Geo permissions in Twilio.'),
	row(21606, 'fix_setup', 'The line cannot send texts or belongs to another account; choose a number with SMS in the portfolio.'),
	row(
		21608,
		'fix_setup',
		'The Twilio account is a trial or lacks an approved profile, so it may text verified numbers only; upgrade it or verify this number.',
	),
	row(21610, 'opted_out', 'The renter has replied STOP to this number; do not text again.'),
	row(21611, 'retry_later', "Twilio's queue for this number is full; the text is tried again in a little while."),
	row(21612, 'person', "This line cannot reach the renter's number by text; call instead."),
	row(21614, 'not_textable', "The renter's number takes no texts; call instead."),
	row(21617, 'stop', 'The text is longer than the 1600 characters that Twilio takes; shorten the message.'),
	row(21635, 'not_textable', "The renter's number is a landline; call instead."),
	row(30003, 'retry_later', 'The phone could not be reached: it may be off or out of coverage; one later try is sensible.'),
	row(30004, 'person', 'The phone or its carrier blocks the text; call instead.'),
	row(30005, 'person', 'The number is unknown to its carrier or no longer in use; check it.'),
	row(30006, 'not_textable', 'The number is a landline or its carrier takes no texts; call instead.'),
	row(30007, 'stop', 'The carrier took the text for spam and dropped it; change the wording before sending it to anybody else.'),
	row(30008, 'retry_later', 'The carrier gave no reason; one later try is sensible.'),
	row(30022, 'retry_later', 'The line sends more texts than its registration allows; the text is tried again later.'),
	row(30023, 'retry_later', 'The daily limit of the registration is used up; the text can go out tomorrow.'),
	row(30032, 'fix_setup', 'The toll-free line is not verified for texting; complete the toll-free verification in Twilio.'),
	row(
		30034,
		'fix_setup',
		'The line is not part of an approved A2P 10DLC campaign, so carriers block all its texts; register it in Twilio.',
	),
]);

/**
 * Explains an error code of Twilio in words.
 * @param code as Twilio writes it, number or text; unknown codes go to a person
 */
export function explainTwilioError(code: string | number): TwilioErrorMeaning {
	const number = Number(code);
	const known = MEANINGS.get(number);
	if (known !== undefined) return { ...known };
	return Number.isSafeInteger(number) && number > 0
		? {
				code: number,
				meaning: `Twilio reports error ${number}, which we do not know; see twilio.com/docs/api/errors/${number}.`,
				action: 'person',
				permanent: false,
			}
		: {
				code: 0,
				meaning: "The text failed without an error code; look at the message in Twilio's log.",
				action: 'person',
				permanent: false,
			};
}

/** All codes of the table, for documentation and tests. */
export function knownTwilioErrors(): TwilioErrorMeaning[] {
	return [...MEANINGS.values()].map((meaning) => ({ ...meaning }));
}
