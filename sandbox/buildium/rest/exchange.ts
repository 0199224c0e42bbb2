import type { Scope } from '../contract';
import type { Account } from '../account';

/** One request that was let in. */
export interface Exchange {
	account: Account;
	method: string;
	/** With `/v1`. */
	path: string;
	/** Ids of the path, in its order. */
	ids: number[];
	query: URLSearchParams;
	/** Parsed JSON; undefined when there is none. */
	body: unknown;
}

export interface Reply {
	status: number;
	headers?: Record<string, string>;
	/** Undefined: no body. */
	body?: unknown;
}

export interface Operation {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Such as `/v1/applicants/{applicantId}`; every `{…}` is a whole number. */
	path: string;
	scope: Scope;
	/** Further permissions that it needs. */
	also?: Scope[];
	handle(exchange: Exchange): Reply;
}
