import * as z from 'zod/v4';

import { UserMistake } from '../../leasing/userMistake';

const schema = z.object({
	accountSid: z
		.string()
		.trim()
		.regex(/^AC[0-9a-zA-Z]{32}$/),
	authToken: z.string().trim().min(1),
	previousAuthToken: z.string().trim().default(''),
	baseUrl: z.string().trim().default(''),
});

export interface TwilioAccount {
	accountSid: string;
	/** The primary token and, during a change, the previous one: either may have signed a request. */
	authTokens: string[];
	/** Without trailing slash. */
	baseUrl: string;
	/** Lookup has its own host at Twilio; a stand-in serves everything from one. */
	lookupsUrl: string;
}

export const TWILIO_API = 'https://api.twilio.com';
const TWILIO_LOOKUPS = 'https://lookups.twilio.com';

/** Reads what the code itself needs of the credential; passwords for REST calls stay with n8n's request helper. */
export async function twilioAccount(context: { getCredentials(type: string): Promise<unknown> }): Promise<TwilioAccount> {
	const parsed = schema.safeParse(await context.getCredentials('leasingTwilioApi'));
	if (!parsed.success) {
		const field = parsed.error.issues[0]?.path.join('.') ?? '';
		throw new UserMistake(
			field === 'accountSid'
				? 'The Account SID in the Leasing Twilio credential is not one: it starts with AC and has 34 characters.'
				: 'The Leasing Twilio credential has no Auth Token.',
			'Open the credential and copy both from the first page of the Twilio Console, under Account Info.',
		);
	}
	const { accountSid, authToken, previousAuthToken } = parsed.data;
	const baseUrl = (parsed.data.baseUrl || TWILIO_API).replace(/\/+$/, '');
	return {
		accountSid,
		authTokens: previousAuthToken ? [authToken, previousAuthToken] : [authToken],
		baseUrl,
		lookupsUrl: baseUrl === TWILIO_API ? TWILIO_LOOKUPS : baseUrl,
	};
}
