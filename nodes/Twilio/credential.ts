import * as z from 'zod/v4';

import { UserMistake } from '../../leasing/userMistake';

const schema = z.object({
	accountSid: z
		.string()
		.trim()
		.regex(/^AC[0-9a-zA-Z]{32}$/),
	authToken: z.string().trim().min(1),
	previousAuthToken: z.string().trim().default(''),
	webhookSigningSecrets: z.string().max(4_000).default(''),
	baseUrl: z.string().trim().default(''),
});

export type TwilioHost = 'lookups' | 'messaging' | 'monitor';

export interface TwilioAccount {
	accountSid: string;
	/** The primary token and, during a change, the previous one: either may have signed a request. */
	authTokens: string[];
	/** Secrets of SharedKeys that may have signed a request instead: several during a change. */
	sharedKeys: string[];
	/** Without trailing slash. */
	baseUrl: string;
	/** Products that have hosts of their own at Twilio; a stand-in serves everything from one. */
	hosts: Readonly<Record<TwilioHost, string>>;
}

export const TWILIO_API = 'https://api.twilio.com';
/** Two are in use while a key is changed; each costs a few hashes for every request. */
const MOST_SHARED_KEYS = 5;
/** Twilio's own hosts, also those of its regions and edges: `api.dublin.ie1.twilio.com`. */
const API_HOST = /^(https:\/\/)api((?:\.[a-z0-9-]+)*\.twilio\.com)$/i;

/** Reads what the code itself needs of the credential; passwords for REST calls stay with n8n's request helper. */
export async function twilioAccount(context: { getCredentials(type: string): Promise<unknown> }): Promise<TwilioAccount> {
	const parsed = schema.safeParse(await context.getCredentials('leasingTwilioApi'));
	if (!parsed.success) {
		const field = parsed.error.issues[0]?.path.join('.') ?? '';
		throw new UserMistake(
			field === 'accountSid'
				? 'The Account SID in the Leasing Twilio credential is not one: it starts with AC and has 34 characters.'
				: field === 'webhookSigningSecrets'
					? 'The Webhook Signing Secrets in the Leasing Twilio credential are too long to be secrets of SharedKeys.'
					: 'The Leasing Twilio credential has no Auth Token.',
			'Open the credential and copy Account SID and Auth Token from the first page of the Twilio Console, under Account Info; secrets of SharedKeys one a line.',
		);
	}
	const { accountSid, authToken, previousAuthToken, webhookSigningSecrets } = parsed.data;
	const baseUrl = (parsed.data.baseUrl || TWILIO_API).replace(/\/+$/, '');
	return {
		accountSid,
		authTokens: previousAuthToken ? [authToken, previousAuthToken] : [authToken],
		// n8n's password fields are one line: pasted lines may arrive parted by blanks.
		sharedKeys: webhookSigningSecrets
			.split(/[\s,;]+/)
			.filter(Boolean)
			.slice(0, MOST_SHARED_KEYS),
		baseUrl,
		hosts: { lookups: hostOf('lookups', baseUrl), messaging: hostOf('messaging', baseUrl), monitor: hostOf('monitor', baseUrl) },
	};
}

/** A region's products have that region's hosts; a stand-in serves everything from one. */
function hostOf(product: TwilioHost, baseUrl: string): string {
	return baseUrl.replace(API_HOST, `$1${product}$2`);
}
