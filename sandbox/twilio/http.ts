import type { IncomingMessage, ServerResponse } from 'node:http';

const LARGEST_BODY = 1_000_000;

/** The whole body as text. @throws Error when it is larger than 1 MB */
export async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > LARGEST_BODY) throw new Error('The body is larger than 1 MB.');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
	send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

export function send(response: ServerResponse, status: number, contentType: string, body: string | Buffer): void {
	response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body), 'Cache-Control': 'no-store' });
	response.end(body);
}

export function redirectTo(response: ServerResponse, location: string): void {
	response.writeHead(302, { Location: location, 'Content-Length': 0 });
	response.end();
}
