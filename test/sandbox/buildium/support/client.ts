import type { BuildiumSandbox, Fields } from '../../../../sandbox/buildium';

export interface Answer {
	status: number;
	headers: Headers;
	/** Parsed JSON, or the text when it is none. */
	body: unknown;
}

export interface Ask {
	query?: Array<[string, string | number]> | Record<string, string | number>;
	body?: unknown;
	headers?: Record<string, string>;
	timeoutMs?: number;
}

/** Asks the stand-in as a program with the right key would. @param path below `/v1` */
export async function ask(
	sandbox: BuildiumSandbox,
	method: string,
	path: string,
	{ query = {}, body, headers = {}, timeoutMs = 10_000 }: Ask = {},
): Promise<Answer> {
	const url = new URL(`${sandbox.baseUrl}${path}`);
	for (const [name, value] of Array.isArray(query) ? query : Object.entries(query)) url.searchParams.append(name, String(value));
	const reply = await fetch(url, {
		method,
		headers: {
			'x-buildium-client-id': sandbox.clientId,
			'x-buildium-client-secret': sandbox.clientSecret,
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
			...headers,
		},
		signal: AbortSignal.timeout(timeoutMs),
		...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});
	const text = await reply.text();
	return { status: reply.status, headers: reply.headers, body: readText(text) };
}

function readText(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** A page of a list. @throws Error when the answer is no list */
export async function listOf(
	sandbox: BuildiumSandbox,
	path: string,
	query: Ask['query'] = {},
): Promise<{ items: Fields[]; total: number }> {
	const { status, headers, body } = await ask(sandbox, 'GET', path, { query });
	if (status !== 200 || !Array.isArray(body)) throw new Error(`GET ${path} answered ${status}: ${JSON.stringify(body)}`);
	return { items: body as Fields[], total: Number(headers.get('x-total-count')) };
}
