import { checkKey, checkScope } from './access';
import { notFound, Refusal } from './refusal';
import { OPERATIONS } from './resources/operations';
import { makeRouter } from './rest/router';
import type { IncomingHttpHeaders } from 'node:http';
import type { Account } from './account';
import type { Reply } from './rest/exchange';

const LONGEST_QUERY = 4096;
const findOperation = makeRouter(OPERATIONS);

export interface ApiRequest {
	method: string;
	url: URL;
	headers: IncomingHttpHeaders;
	/** As it arrived. */
	text: string;
}

/** Answers a request to the API: what the pace, the key, the address and the permissions say, and then what it asks for. */
export function answer(request: ApiRequest, account: Account): Reply {
	try {
		return handle(request, account);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return refusalReply(error, account);
	}
}

/** An error as it is answered; a 429 says when to come back if that is the habit. */
export function refusalReply({ status, body }: Refusal, { habits }: Account): Reply {
	const headers = status === 429 && habits.retryAfter !== null ? { 'Retry-After': String(habits.retryAfter) } : {};
	return { status, headers, body };
}

function handle({ method, url, headers, text }: ApiRequest, account: Account): Reply {
	const id = headers['x-buildium-client-id'];
	if (!account.pace.admits(typeof id === 'string' ? id : '', performance.now()))
		throw new Refusal(429, 'Too many requests. Please try again later.');
	checkKey(account.key, account.habits.planRefusal, id, headers['x-buildium-client-secret']);
	if (url.search.length > LONGEST_QUERY) throw new Refusal(500, 'An unexpected error occurred.');
	const found = findOperation(method, url.pathname);
	if (found === null) throw notFound();
	const { operation, ids } = found;
	for (const scope of [operation.scope, ...(operation.also ?? [])]) checkScope(account.key, scope, method !== 'GET');
	const body = method === 'POST' || method === 'PUT' ? readJson(text, headers['content-type']) : undefined;
	return operation.handle({ account, method, path: url.pathname, ids, query: url.searchParams, body });
}

/** @throws Refusal 415 or 400 */
function readJson(text: string, contentType: string | undefined): unknown {
	if (text === '') return undefined;
	if (contentType === undefined || !/^application\/json\b/i.test(contentType))
		throw new Refusal(415, 'The content type must be application/json.');
	try {
		return JSON.parse(text);
	} catch {
		throw new Refusal(400, 'The request body could not be read.');
	}
}
