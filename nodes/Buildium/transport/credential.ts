import * as z from 'zod/v4';

import { buildiumPace, MOST_AT_ONCE } from '../../../leasing/buildium/pace';
import { UserMistake } from '../../../leasing/userMistake';
import type { GateLimits } from '../../../office/rest/gate';

export const CREDENTIAL = 'buildiumApi';

const ADDRESSES = { production: 'https://api.buildium.com', sandbox: 'https://apisandbox.buildium.com' } as const;

const schema = z.object({
	environment: z.enum(['production', 'sandbox', 'custom']).catch('production'),
	baseUrl: z.string().trim().catch(''),
	clientId: z.string().trim().min(1),
	clientSecret: z.string().trim().min(1),
	requestsPerSecond: z.coerce.number().min(0.5).max(9).catch(7),
});

export interface BuildiumAccount {
	/** Without trailing slash and without /v1. */
	baseUrl: string;
	/** Names the key within this process: requests with the same one share a pace. Never logged. */
	key: string;
	limits: GateLimits;
}

/**
 * Reads what the code itself needs of the credential; the secret stays with n8n's request helper.
 * @throws UserMistake that names the field
 */
export async function buildiumAccount(context: { getCredentials(type: string): Promise<unknown> }): Promise<BuildiumAccount> {
	const parsed = schema.safeParse(await context.getCredentials(CREDENTIAL));
	if (!parsed.success) {
		const missing = parsed.error.issues.some(({ path }) => path[0] === 'clientId') ? 'Client ID' : 'Client Secret';
		throw new UserMistake(
			`The Buildium credential has no ${missing}.`,
			'Open the credential and copy both keys from Settings > Developer Tools in Buildium.',
		);
	}
	const { environment, clientId, requestsPerSecond } = parsed.data;
	const baseUrl = environment === 'custom' ? customAddress(parsed.data.baseUrl) : ADDRESSES[environment];
	return { baseUrl, key: `${baseUrl} ${clientId}`, limits: { pace: buildiumPace(requestsPerSecond), atOnce: MOST_AT_ONCE } };
}

function customAddress(given: string): string {
	const address = given.replace(/\/+$/, '').replace(/\/v1$/, '');
	if (/^https?:\/\/[^\s/]+/.test(address)) return address;
	throw new UserMistake(
		given === '' ? 'The Buildium credential has no Address.' : 'The Address in the Buildium credential is not one.',
		'Enter where the API is, such as https://buildium.example.com, or choose another Environment.',
	);
}
