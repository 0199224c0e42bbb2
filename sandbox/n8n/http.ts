import { Agent } from 'node:http';

import axios from 'axios';
import * as z from 'zod/v4';

/** n8n ends a connection that rested for five seconds; one that is taken up again at that moment hangs up. So each request has its own. */
const ownConnection = new Agent({ keepAlive: false });

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** What n8n says when it refuses, in both of its APIs. */
const Refusal = z.object({ message: z.string() });

export interface Answer {
	body: unknown;
	/** `name=value; name=value` of the cookies that were set; empty when none. */
	cookie: string;
}

/**
 * One request to n8n, which answers 2xx or this throws a sentence with n8n's own words.
 * Bodies and answers are JSON.
 */
export async function callN8n(
	url: string,
	request: { method: Method; path: string; body?: unknown; headers?: Record<string, string> },
): Promise<Answer> {
	const response = await axios.request<unknown>({
		url: `${url}${request.path}`,
		method: request.method,
		headers: request.headers ?? {},
		...(request.body === undefined ? {} : { data: request.body }),
		timeout: 60_000,
		httpAgent: ownConnection,
		// Everything here is loopback; a proxy of the machine must not see it.
		proxy: false,
		validateStatus: () => true,
	});
	if (response.status < 200 || response.status > 299) {
		const refusal = Refusal.safeParse(response.data);
		const said = refusal.success ? refusal.data.message : JSON.stringify(response.data).slice(0, 300);
		throw new Error(`n8n refused ${request.method} ${request.path} (HTTP ${response.status}): ${said}`);
	}
	const cookie = (response.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
	return { body: response.data, cookie };
}

/** The editor's API wraps every answer in `data`. */
export function unwrap(body: unknown): unknown {
	const wrapped = z.object({ data: z.unknown() }).safeParse(body);
	return wrapped.success ? wrapped.data.data : body;
}
