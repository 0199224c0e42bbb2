import type { IAllExecuteFunctions, IHttpRequestOptions, RequestHelperFunctions } from 'n8n-workflow';
import * as z from 'zod/v4';

import { retryAfter } from '../../../leasing/buildium/patience';
import { noAnswer, readRefusal, type BuildiumRefusal } from '../../../leasing/buildium/refusal';
import type { Millis } from '../../../leasing/time';
import { CREDENTIAL } from './credential';

/** The n8n contexts that can call out: execute, trigger, poll, webhook, hook, load options. */
export interface BuildiumContext {
	helpers: Pick<RequestHelperFunctions, 'httpRequestWithAuthentication'>;
	getCredentials(type: string): Promise<unknown>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Outgoing {
	method: Method;
	/** From /v1 on. */
	path: string;
	/** With the query. */
	url: string;
	body?: object;
}

/** What came back. After `unanswered` we do not know whether Buildium did it, unless it was `neverSent`. */
export type Exchange =
	| { kind: 'ok'; body: unknown; total: number | null }
	| { kind: 'refused'; refusal: BuildiumRefusal }
	| { kind: 'busy'; refusal: BuildiumRefusal; askedFor: Millis | null }
	| { kind: 'unanswered'; refusal: BuildiumRefusal; askedFor: Millis | null; neverSent: boolean };

/** Buildium's ordinary answers were seen to take up to fifteen seconds. */
export const TIME_OUT: Millis = 30_000;

const headersSchema = z.record(z.string(), z.unknown());
const responseSchema = z.object({ statusCode: z.number(), headers: z.unknown(), body: z.unknown() });

/** One request through n8n's own helper, which carries the user's proxy, TLS and credential settings. Never throws for what Buildium answers. */
export async function send(context: BuildiumContext, outgoing: Outgoing, timeout: Millis, now: () => Millis): Promise<Exchange> {
	const options: IHttpRequestOptions = {
		method: outgoing.method,
		url: outgoing.url,
		json: true,
		timeout,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// Buildium never redirects; whoever does is a proxy or a typing mistake, and must not get the keys.
		disableFollowRedirect: true,
		...(outgoing.body ? { body: outgoing.body, headers: { 'Content-Type': 'application/json' } } : {}),
	};
	let answer: unknown;
	try {
		answer = await context.helpers.httpRequestWithAuthentication.call(context as IAllExecuteFunctions, CREDENTIAL, options);
	} catch (thrown) {
		return {
			kind: 'unanswered',
			refusal: noAnswer(outgoing, 'no_answer', wordsOf(thrown)),
			askedFor: null,
			neverSent: neverSent(thrown),
		};
	}
	const response = responseSchema.safeParse(answer);
	if (!response.success) return { kind: 'refused', refusal: noAnswer(outgoing, 'bad_answer', '') };
	return classify(outgoing, response.data, now());
}

function classify(
	outgoing: Outgoing,
	{ statusCode: status, headers: received, body }: z.infer<typeof responseSchema>,
	now: Millis,
): Exchange {
	const headers = plainHeaders(received);
	if (status >= 200 && status < 300) return { kind: 'ok', body, total: count(headers['x-total-count']) };
	const requestId = headers['x-amzn-requestid'] ?? headers['x-amzn-trace-id'];
	const refusal = readRefusal(outgoing, status, body, typeof requestId === 'string' ? requestId : null);
	const askedFor = retryAfter(headers['retry-after'], now);
	if (status === 429) return { kind: 'busy', refusal, askedFor };
	// 408 comes from gateways, and says no more about what was done than a 504 does.
	if (status >= 500 || status === 408) return { kind: 'unanswered', refusal, askedFor, neverSent: false };
	return { kind: 'refused', refusal };
}

/** n8n hands over axios' own header object, which is not a plain one, in whatever case the server wrote. */
function plainHeaders(headers: unknown): Record<string, unknown> {
	const plain = headersSchema.safeParse({ ...(typeof headers === 'object' ? headers : {}) });
	return Object.fromEntries(Object.entries(plain.data ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
}

function count(value: unknown): number | null {
	const total = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof total === 'number' && Number.isInteger(total) && total >= 0 ? total : null;
}

/** The connection was not even made, so nothing can have been written. */
const NOT_CONNECTED = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b/;

function neverSent(thrown: unknown): boolean {
	return errorsOf(thrown).some((error) => NOT_CONNECTED.test(`${'code' in error ? String(error.code) : ''} ${error.message}`));
}

function wordsOf(thrown: unknown): string {
	return errorsOf(thrown).at(-1)?.message ?? String(thrown);
}

/** n8n wraps what the network said; its own first words ("The connection was aborted") say less. */
function errorsOf(thrown: unknown): Error[] {
	const errors: Error[] = [];
	for (let error: unknown = thrown; error instanceof Error && errors.length < 5; error = error.cause) errors.push(error);
	return errors;
}
