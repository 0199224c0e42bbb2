import { readBody, send, sendJson } from './http';
import { isAuthorized } from './rest/auth';
import { errorBody } from './rest/errors';
import { answerRest } from './rest/routes';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Account } from './account';

/** Serves Twilio's REST API: authentication, form body, reply. */
export async function serveRest(request: IncomingMessage, response: ServerResponse, url: URL, account: Account): Promise<void> {
	const method = request.method ?? 'GET';
	const body = await readBody(request);
	if (account.faults.outage) return sendJson(response, 503, errorBody(20503));
	if (!isAuthorized(account, request.headers.authorization)) {
		response.setHeader('WWW-Authenticate', 'Basic realm="Twilio API"');
		return sendJson(response, 401, errorBody(20003));
	}
	const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
	if (body !== '' && !isForm) {
		// Twilio reads nothing else and then misses the parameters.
		account.violation(`${method} ${url.pathname}: the body is ${request.headers['content-type'] ?? 'of no type'}, not form-encoded`);
	}
	const form = new URLSearchParams(isForm ? body : '');
	const reply = answerRest({ method, path: url.pathname, ids: [], query: url.searchParams, form }, account);
	if (reply.kind === 'json') return sendJson(response, reply.status, reply.body);
	if (reply.kind === 'bytes') return send(response, 200, reply.contentType, reply.body);
	// `never`: the socket stays open until the client or close() ends it.
}
