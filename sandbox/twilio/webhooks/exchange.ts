import * as http from 'node:http';
import * as https from 'node:https';

export interface ExchangeRequest {
	url: string;
	method: 'GET' | 'POST';
	headers: Record<string, string>;
	body: string;
	connectMs: number;
	readMs: number;
	signal: AbortSignal;
}

export interface ExchangeReply {
	status: number;
	contentType: string;
	location: string | null;
	body: string;
}

/** An exchange that brought no reply: `ct` no connection, `rt` connected but no (whole) answer in time. */
export class NoReply extends Error {
	constructor(
		readonly kind: 'ct' | 'rt',
		message: string,
	) {
		super(message);
	}
}

/** One HTTP request on a connection of its own. @throws NoReply, or the signal's reason */
export function exchange(request: ExchangeRequest): Promise<ExchangeReply> {
	return new Promise((resolve, reject) => {
		let connected = false;
		const client = request.url.startsWith('https:') ? https : http;
		const outgoing = client.request(request.url, { method: request.method, headers: request.headers, agent: false });
		const connectTimer = setTimeout(() => outgoing.destroy(new Error('no connection in time')), request.connectMs);
		const onAbort = (): void => {
			outgoing.destroy(new Error('stopped'));
		};
		const settle = (action: () => void): void => {
			clearTimeout(connectTimer);
			request.signal.removeEventListener('abort', onAbort);
			action();
		};
		const fail = (error: Error): void =>
			settle(() => reject(request.signal.aborted ? request.signal.reason : new NoReply(connected ? 'rt' : 'ct', error.message)));

		outgoing.on('socket', (socket) => {
			socket.once(client === https ? 'secureConnect' : 'connect', () => {
				connected = true;
				clearTimeout(connectTimer);
			});
		});
		outgoing.setTimeout(request.readMs, () => outgoing.destroy(new Error(`no answer within ${request.readMs} ms`)));
		outgoing.on('error', fail);
		outgoing.on('response', (incoming) => {
			const chunks: Buffer[] = [];
			incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
			incoming.on('error', fail);
			incoming.on('end', () =>
				settle(() =>
					resolve({
						status: incoming.statusCode ?? 0,
						contentType: incoming.headers['content-type'] ?? '',
						location: incoming.headers.location ?? null,
						body: Buffer.concat(chunks).toString('utf8'),
					}),
				),
			);
		});
		if (request.signal.aborted) return onAbort();
		request.signal.addEventListener('abort', onAbort, { once: true });
		outgoing.end(request.body);
	});
}
