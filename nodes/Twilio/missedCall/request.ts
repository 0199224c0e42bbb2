import type { IWebhookFunctions } from 'n8n-workflow';
import * as z from 'zod/v4';

import { type Reason, reason } from '../../../leasing/reason';
import { parseFormBody } from '../../../leasing/twilio/formBody';
import { verifyTwilioSignature } from '../../../leasing/twilio/signature';
import type { TwilioAccount } from '../credential';

/** The requests that Twilio makes to one trigger; told apart by `?step=` on the trigger's one webhook path. */
export const STEPS = ['voice', 'dial', 'screen', 'accept', 'recorded', 'recording', 'transcript', 'ended', 'text', 'inbound'] as const;
export type Step = (typeof STEPS)[number];

/** A request that is Twilio's beyond doubt. */
export interface VerifiedRequest {
	step: Step;
	/** Form fields as Twilio sent them; new ones may appear at any time. */
	params: Record<string, string>;
	/** Our own parameters from the URL. They are covered by the signature. */
	query: Record<string, string>;
	/** The trigger's URL without query, as Twilio knows it. */
	baseUrl: string;
}

const querySchema = z.object({ step: z.enum(STEPS) }).passthrough();

/**
 * Verifies a request over its raw bytes; nothing else in this folder touches an unverified one.
 * The URL is the public one that n8n is configured with (N8N_WEBHOOK_URL), never the Host header.
 */
export function verifiedRequest(
	context: Pick<IWebhookFunctions, 'getRequestObject' | 'getWebhookResourceUrl'>,
	account: TwilioAccount,
): { ok: true; request: VerifiedRequest } | { ok: false; reason: Reason } {
	const incoming = context.getRequestObject();
	const baseUrl = (context.getWebhookResourceUrl('default') ?? '').split('?')[0] ?? '';
	const queryString = incoming.originalUrl.split('?').slice(1).join('?');
	const rawBody: unknown = (incoming as { rawBody?: unknown }).rawBody;
	if (!Buffer.isBuffer(rawBody)) {
		return { ok: false, reason: reason('unreadable_body', 'The request has no body that could be verified.') };
	}
	// Node joins a repeated header with commas; a signature so joined fits nothing, and joined settings that differ are refused.
	const header = (name: string) => [incoming.headers[name]].flat().join(',') || undefined;
	const verified = verifyTwilioSignature({
		authTokens: account.authTokens,
		sharedKeys: account.sharedKeys,
		signature: header('x-twilio-signature'),
		settings: header('x-twilio-webhooks-signature-settings'),
		url: queryString === '' ? baseUrl : `${baseUrl}?${queryString}`,
		rawBody,
		contentType: incoming.headers['content-type'],
	});
	if (!verified.ok) return verified;

	const params = parseFormBody(rawBody);
	if (params.AccountSid !== account.accountSid) {
		return { ok: false, reason: reason('wrong_account', 'The request is signed, but belongs to another Twilio account.') };
	}
	const query = querySchema.safeParse(Object.fromEntries(new URLSearchParams(queryString)));
	if (!query.success) {
		return {
			ok: false,
			reason: reason('unknown_step', 'The request is signed, but its URL is not one that this trigger gave to Twilio.'),
		};
	}
	return { ok: true, request: { step: query.data.step, params, query: query.data as Record<string, string>, baseUrl } };
}

/**
 * URL of a step. The fragment asks Twilio to repeat a request that could not connect or got a 5xx; it is not sent and
 * not signed. Without it a status callback that met a restarting n8n would be gone (telephony facts, B3).
 */
export function stepUrl(baseUrl: string, step: Step, extra: Record<string, string> = {}): string {
	return `${baseUrl}?${new URLSearchParams({ step, ...extra }).toString()}#rc=2&rp=ct,5xx`;
}
