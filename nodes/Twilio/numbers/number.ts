import * as z from 'zod/v4';

import { UserMistake } from '../../../leasing/userMistake';
import { replySentence } from '../sentence';
import { twilioRequest, type TwilioContext } from '../transport';

const numberSchema = z.object({
	sid: z.string(),
	phone_number: z.string(),
	friendly_name: z.string().nullish(),
	voice_url: z.string().nullish(),
	voice_method: z.string().nullish(),
	voice_fallback_url: z.string().nullish(),
	status_callback: z.string().nullish(),
	status_callback_method: z.string().nullish(),
	voice_application_sid: z.string().nullish(),
	trunk_sid: z.string().nullish(),
	sms_url: z.string().nullish(),
	sms_method: z.string().nullish(),
	sms_application_sid: z.string().nullish(),
});

/** A phone number of the Twilio account with the settings that decide who answers it. */
export type TwilioNumber = z.infer<typeof numberSchema>;

const listSchema = z.object({ incoming_phone_numbers: z.array(numberSchema), next_page_uri: z.string().nullish() });

/** The settings that we may change; values by Twilio's form field names. */
export type NumberSettings = Partial<
	Record<'VoiceUrl' | 'VoiceMethod' | 'StatusCallback' | 'StatusCallbackMethod' | 'SmsUrl' | 'SmsMethod', string>
>;

/** https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
export async function findNumber(context: TwilioContext, phone: string): Promise<TwilioNumber | null> {
	const numbers = await listPage(context, { PhoneNumber: phone, PageSize: '20' });
	return numbers.find((number) => number.phone_number === phone) ?? null;
}

/** The account's numbers for the picker: the first thousand, as Twilio pages them. */
export async function listNumbers(context: TwilioContext): Promise<TwilioNumber[]> {
	return await listPage(context, { PageSize: '1000' });
}

async function listPage(context: TwilioContext, query: Record<string, string>): Promise<TwilioNumber[]> {
	const reply = await twilioRequest(context, { method: 'GET', path: '/IncomingPhoneNumbers.json', query });
	if (reply.kind !== 'ok') throw mistake(reply);
	return listSchema.parse(reply.body).incoming_phone_numbers;
}

/** Setting values to what they are already is harmless, so this write may be repeated. */
export async function updateNumber(context: TwilioContext, sid: string, settings: NumberSettings): Promise<void> {
	const reply = await twilioRequest(context, { method: 'POST', path: `/IncomingPhoneNumbers/${sid}.json`, form: settings });
	if (reply.kind !== 'ok') throw mistake(reply);
}

/**
 * Whether somebody takes this number's incoming texts when they go to this address. An empty one, and Twilio's own demonstration, to which
 * every new number points, are nobody; a chat tool that is connected there keeps them.
 */
export function takesTexts(number: TwilioNumber, address: string): boolean {
	return Boolean(number.sms_application_sid) || !(address === '' || address.startsWith('https://demo.twilio.com/'));
}

/**
 * Why the number cannot be connected, or null. A trunk or a TwiML app overrides the number's own URLs, and setting
 * those would silently detach it.
 */
export function ownedElsewhere(number: TwilioNumber): UserMistake | null {
	const owner = number.trunk_sid
		? `the SIP trunk ${number.trunk_sid}`
		: number.voice_application_sid
			? `the TwiML App ${number.voice_application_sid}`
			: null;
	if (!owner) return null;
	return new UserMistake(
		`${number.phone_number} belongs to ${owner}, which decides what happens to its calls. It was left as it is.`,
		'Either detach the number in the Twilio Console (Phone Numbers, the number, Voice Configuration) and publish again, or let your present system forward unanswered calls to another Twilio number and use the mode "Calls Reach This Number Only When Nobody Answered".',
	);
}

function mistake(reply: Parameters<typeof replySentence>[0]): UserMistake {
	const { message, advice } = replySentence(reply);
	return new UserMistake(message, advice);
}
