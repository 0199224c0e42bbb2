import type { IAllExecuteFunctions, IHttpRequestOptions, RequestHelperFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import * as z from 'zod/v4';

import type { Millis } from '../../leasing/time';
import { twilioAccount, type TwilioHost } from './credential';

/** The n8n contexts that can call out: execute, webhook, trigger, hook, load options. */
export interface TwilioContext {
	helpers: Pick<RequestHelperFunctions, 'httpRequestWithAuthentication'>;
	getCredentials(type: string): Promise<unknown>;
}

export interface TwilioRequest {
	method: 'GET' | 'POST';
	/** Below the account, e.g. `/Messages.json`; from the root of another host of Twilio, if one is named. */
	path: string;
	/** Products of Twilio with a host of their own. */
	host?: TwilioHost;
	query?: Record<string, string>;
	form?: Record<string, string>;
	/** ms; Twilio answers ordinary requests in well under a second. */
	timeout?: number;
}

/**
 * What came back. `unanswered`: we do not know whether Twilio did it (time-out, reset, gateway error); a read may be
 * repeated, a write must be looked up first.
 */
export type TwilioReply =
	| {
			kind: 'ok';
			status: number;
			body: unknown;
			/** What time Twilio had when it answered; null if it does not say. */ date: Millis | null;
	  }
	| { kind: 'refused'; status: number; code: string; message: string }
	| { kind: 'busy'; status: 429; retryAfterMs: number | null }
	| { kind: 'unanswered'; message: string };

const responseSchema = z.object({
	statusCode: z.number(),
	/** n8n hands over axios' own header object, which is not a plain one. */
	headers: z
		.object({ 'retry-after': z.union([z.string(), z.number()]).optional(), date: z.string().optional() })
		.passthrough()
		.nullish()
		.catch(null),
	body: z.unknown(),
});
const errorSchema = z.object({ code: z.union([z.number(), z.string()]).optional(), message: z.string().optional() });

const READ_PAUSES_MS = [300, 1_000];

/** One request to Twilio's REST API. Reads are repeated twice when unanswered or when Twilio is busy; writes never here. */
export async function twilioRequest(context: TwilioContext, request: TwilioRequest): Promise<TwilioReply> {
	let reply = await once(context, request);
	if (request.method !== 'GET') return reply;
	for (const pause of READ_PAUSES_MS) {
		if (reply.kind === 'ok' || reply.kind === 'refused') return reply;
		await sleep(reply.kind === 'busy' ? (reply.retryAfterMs ?? pause) : pause);
		reply = await once(context, request);
	}
	return reply;
}

async function once(context: TwilioContext, request: TwilioRequest): Promise<TwilioReply> {
	const account = await twilioAccount(context);
	const url = request.host
		? account.hosts[request.host] + request.path
		: `${account.baseUrl}/2010-04-01/Accounts/${account.accountSid}${request.path}`;
	const options: IHttpRequestOptions = {
		method: request.method,
		url,
		json: true,
		timeout: request.timeout ?? 10_000,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		...(request.query ? { qs: request.query } : {}),
		...(request.form
			? {
					body: new URLSearchParams(request.form).toString(),
					headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
				}
			: {}),
	};
	let answer: unknown;
	try {
		answer = await context.helpers.httpRequestWithAuthentication.call(context as IAllExecuteFunctions, 'leasingTwilioApi', options);
	} catch (thrown) {
		return { kind: 'unanswered', message: thrown instanceof Error ? thrown.message : String(thrown) };
	}
	return classify(responseSchema.parse(answer));
}

function classify(response: z.infer<typeof responseSchema>): TwilioReply {
	const { statusCode: status, body } = response;
	if (status >= 200 && status < 300) return { kind: 'ok', status, body, date: dateOf(response.headers) };
	if (status === 429) return { kind: 'busy', status, retryAfterMs: retryAfter(response.headers) };
	if (status >= 500) return { kind: 'unanswered', message: `Twilio answered ${status}.` };
	const error = errorSchema.safeParse(body);
	return {
		kind: 'refused',
		status,
		code: String((error.success && error.data.code) || status),
		message: (error.success && error.data.message) || `Twilio answered ${status}.`,
	};
}

function dateOf(headers: z.infer<typeof responseSchema>['headers']): Millis | null {
	const at = Date.parse(headers?.date ?? '');
	return Number.isFinite(at) ? at : null;
}

function retryAfter(headers: z.infer<typeof responseSchema>['headers']): number | null {
	const seconds = Number(headers?.['retry-after'] ?? Number.NaN);
	return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1_000, 30_000) : null;
}
