import type { IAllExecuteFunctions, IHttpRequestMethods, IHttpRequestOptions, RequestHelperFunctions } from 'n8n-workflow';
import * as z from 'zod/v4';

import type { Millis } from '../../../leasing/time';
import type { Sent } from '../../../office/rest/exchange';

/** The n8n contexts that can call out: execute, trigger, poll, webhook, hook, load options. */
export interface RequestContext {
	helpers: Pick<RequestHelperFunctions, 'httpRequestWithAuthentication'>;
	getCredentials(type: string): Promise<unknown>;
}

export interface OutgoingRequest {
	method: IHttpRequestMethods;
	/** As it may be named in an error: without the query, which may hold a phone number. */
	path: string;
	/** With the query. */
	url: string;
	/** JSON. */
	body?: object;
	/** Besides those of the credential. */
	headers?: Record<string, string>;
}

const headersSchema = z.record(z.string(), z.unknown());
const responseSchema = z.object({ statusCode: z.number(), headers: z.unknown(), body: z.unknown() });

/**
 * One request through n8n's own helper, which carries the user's proxy, TLS and credential settings. Never throws for what is
 * answered, nor for what the network does.
 * @param credential its type
 */
export async function requestOnce(
	context: RequestContext,
	credential: string,
	{ method, url, body, headers = {} }: OutgoingRequest,
	timeout: Millis,
): Promise<Sent> {
	const options: IHttpRequestOptions = {
		method,
		url,
		json: true,
		timeout,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// No PMS redirects; whoever does is a proxy or a typing mistake, and must not get the keys.
		disableFollowRedirect: true,
		...(body ? { body } : {}),
		headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
	};
	let answer: unknown;
	try {
		answer = await context.helpers.httpRequestWithAuthentication.call(context as IAllExecuteFunctions, credential, options);
	} catch (thrown) {
		return { kind: 'unanswered', why: wordsOf(thrown), neverSent: neverSent(thrown) };
	}
	const response = responseSchema.safeParse(answer);
	if (!response.success) return { kind: 'unreadable' };
	const { statusCode: status, headers: received, body: said } = response.data;
	return { kind: 'answered', answer: { status, headers: plainHeaders(received), body: said } };
}

/** n8n hands over axios' own header object, which is not a plain one, in whatever case the server wrote. */
function plainHeaders(headers: unknown): Record<string, unknown> {
	const plain = headersSchema.safeParse({ ...(typeof headers === 'object' ? headers : {}) });
	return Object.fromEntries(Object.entries(plain.data ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
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
