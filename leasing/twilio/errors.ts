import type { TextErrorAction, TextErrorMeaning } from '../text/errorMeaning';

function row(code: number, action: TextErrorAction, meaning: string, advice: string): [number, TextErrorMeaning] {
	return [code, { action, meaning, advice }];
}

/** Codes of Twilio that a text-back can meet, at once or in a delivery report (as of late 2025). */
const MEANINGS: ReadonlyMap<number, TextErrorMeaning> = new Map([
	row(20003, 'fix_setup', 'Twilio does not accept the account SID, token or API key.', 'Check the Twilio credential.'),
	row(20404, 'fix_setup', 'Twilio does not know this account or number.', "Check the account SID and the line's number."),
	row(20429, 'retry_later', 'There were too many requests at once.', 'The text is tried again in a little while.'),
	row(21211, 'person', "Twilio says that the renter's number is not a phone number.", 'Check it and call.'),
	row(21212, 'fix_setup', "The line's number is not a valid sender.", 'Correct it in the portfolio.'),
	row(21408, 'fix_setup', 'Texts to this country are switched off.', 'Allow it under Messaging, Geo permissions in Twilio.'),
	row(21606, 'fix_setup', 'The line cannot send texts or belongs to another account.', 'Choose a number with SMS in the portfolio.'),
	row(
		21608,
		'fix_setup',
		'The Twilio account is a trial or lacks an approved profile, so it may text verified numbers only.',
		'Upgrade it or verify this number.',
	),
	row(21610, 'opted_out', 'The renter has replied STOP to this number.', 'Do not text again.'),
	row(21611, 'retry_later', "Twilio's queue for this number is full.", 'The text is tried again in a little while.'),
	row(21612, 'person', "This line cannot reach the renter's number by text.", 'Call instead.'),
	row(21614, 'not_textable', "The renter's number takes no texts.", 'Call instead.'),
	row(21617, 'stop', 'The text is longer than the 1600 characters that Twilio takes.', 'Shorten the message.'),
	row(21635, 'not_textable', "The renter's number is a landline.", 'Call instead.'),
	row(30003, 'retry_later', 'The phone could not be reached: it may be off or out of coverage.', 'One later try is sensible.'),
	row(30004, 'person', 'The phone or its carrier blocks the text.', 'Call instead.'),
	row(30005, 'person', 'The number is unknown to its carrier or no longer in use.', 'Check it.'),
	row(30006, 'not_textable', 'The number is a landline or its carrier takes no texts.', 'Call instead.'),
	row(30007, 'stop', 'The carrier took the text for spam and dropped it.', 'Change the wording before sending it to anybody else.'),
	row(30008, 'retry_later', 'The carrier gave no reason.', 'One later try is sensible.'),
	row(30022, 'retry_later', 'The line sends more texts than its registration allows.', 'The text is tried again later.'),
	row(30023, 'retry_later', 'The daily limit of the registration is used up.', 'The text can go out tomorrow.'),
	row(30032, 'fix_setup', 'The toll-free line is not verified for texting.', 'Complete the toll-free verification in Twilio.'),
	row(
		30034,
		'fix_setup',
		'The line is not part of an approved A2P 10DLC campaign, so carriers block all its texts.',
		'Register it in Twilio.',
	),
]);

/**
 * Explains an error code of Twilio in words that are the same for all phone systems.
 * @param code as Twilio writes it; unknown codes go to a person
 */
export function explainTwilioError(code: string): TextErrorMeaning {
	const number = Number(code);
	const known = MEANINGS.get(number);
	if (known !== undefined) return known;
	return Number.isSafeInteger(number) && number > 0
		? {
				action: 'person',
				meaning: `Twilio reports error ${number}, which we do not know.`,
				advice: `See twilio.com/docs/api/errors/${number}.`,
			}
		: {
				action: 'person',
				meaning: 'The text failed without an error code.',
				advice: "Look at the message in Twilio's log.",
			};
}

/** All codes of the table with what they mean, for documentation and tests. */
export function knownTwilioErrors(): Array<TextErrorMeaning & { code: string }> {
	return [...MEANINGS].map(([code, meaning]) => ({ code: String(code), ...meaning }));
}
