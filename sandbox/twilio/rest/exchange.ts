import { errorBody } from './errors';
import type { Account } from '../account';

/** One REST request that was allowed in. */
export interface RestRequest {
	method: string;
	/** Without query. */
	path: string;
	/** Sids and numbers from the path, in its order. */
	ids: string[];
	query: URLSearchParams;
	form: URLSearchParams;
}

/** `never`: the request is left hanging until the client gives up. */
export type RestReply =
	{ kind: 'json'; status: number; body: object } | { kind: 'bytes'; contentType: string; body: Buffer } | { kind: 'never' };

export type RestHandler = (request: RestRequest, account: Account) => RestReply;

export function json(body: object, status = 200): RestReply {
	return { kind: 'json', status, body };
}

export function refuse(code: number, message?: string): RestReply {
	const body = errorBody(code, message);
	return json(body, body.status);
}

export function notFound(request: RestRequest): RestReply {
	return refuse(20404, `The requested resource ${request.path} was not found`);
}

/** Twilio ignores parameters that it does not know; here each is a violation, because it does nothing. */
export function checkParameters(account: Account, request: RestRequest, allowed: string[]): void {
	const given = request.method === 'GET' ? request.query : request.form;
	for (const name of new Set(given.keys())) {
		if (!allowed.includes(name)) account.violation(`${request.method} ${request.path}: there is no parameter "${name}"`);
	}
}
