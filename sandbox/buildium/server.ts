import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answer, refusalReply } from './answer';
import { Refusal } from './refusal';
import type { Account } from './account';
import type { BuildiumFault, BuildiumRequest } from './contract';
import type { Reply } from './rest/exchange';

/** One server on loopback for the API and for the file store that stands beside it. */
export async function listen(account: Account, port: number): Promise<Server> {
	const server = createServer((request, response) => {
		serve(request, response, account).catch((error: unknown) => {
			if (account.life.aborted) return;
			// A fault of the stand-in itself must be seen in the test that met it.
			console.error(`The Buildium stand-in failed at ${request.method ?? ''} ${request.url ?? ''}:`, error);
			response.destroy();
		});
	});
	// As long as load balancers keep theirs: a client that uses one again after five quiet seconds must not find it closed.
	server.keepAliveTimeout = 60_000;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return server;
}

/** Ends at once, requests left hanging included. */
export async function stopListening(server: Server): Promise<void> {
	await new Promise<void>((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

async function serve(request: IncomingMessage, response: ServerResponse, account: Account): Promise<void> {
	const url = new URL(request.url ?? '/', account.url);
	const method = request.method ?? 'GET';
	if (url.pathname.startsWith('/storage/')) return await serveStorage(request, response, url, account);

	const seen: BuildiumRequest = {
		method,
		path: url.pathname,
		query: [...url.searchParams],
		body: undefined,
		status: null,
		at: performance.timeOrigin + performance.now(),
		inFlight: account.inFlight + 1,
		fault: null,
	};
	account.requests.push(seen);
	account.inFlight += 1;
	response.once('close', () => {
		account.inFlight -= 1;
	});
	const text = (await readBytes(request)).toString('utf8');
	seen.body = parsed(text);
	if (account.faults.slowMs > 0) await wait(account.faults.slowMs, undefined, { signal: account.life, ref: false });

	const outage = account.faults.currentOutage();
	const fault =
		outage === null ? account.faults.take({ method, path: url.pathname, body: seen.body }) : outage === 'unreachable' ? 'drop' : 503;
	seen.fault = fault === null ? null : String(fault);
	const before = withoutDoing(fault, account);
	if (before === 'hang') return;
	if (before === 'drop') return void response.destroy();
	const reply = before ?? answer({ method, url, headers: request.headers, text }, account);
	if (fault === 'timeout_after_write') return;
	if (fault === 'drop_after_write') return void response.destroy();
	const final = fault === 'error_after_write' ? gateway(502) : fault === 'empty' ? { status: reply.status } : reply;
	seen.status = final.status;
	send(response, final);
}

/** What a fault answers before anything is done; null when the request is to be done. */
function withoutDoing(fault: BuildiumFault['status'] | null, account: Account): GatewayReply | 'hang' | 'drop' | null {
	if (fault === 'hang' || fault === 'drop') return fault;
	if (typeof fault !== 'number') return null;
	return fault >= 500 ? gateway(fault) : refusalReply(new Refusal(fault, `Refused with ${fault} by a fault.`), account);
}

interface GatewayReply extends Reply {
	html?: string;
}

/** Load balancers know no JSON. */
function gateway(status: number): GatewayReply {
	return { status, html: `<html><body><h1>${status}</h1></body></html>` };
}

function send(response: ServerResponse, { status, headers = {}, body, html }: GatewayReply): void {
	const trace = { 'x-amzn-RequestId': randomUUID(), 'X-Amzn-Trace-Id': `Root=1-${randomBytes(12).toString('hex')}` };
	const text = html ?? (body === undefined ? '' : JSON.stringify(body));
	const type = text === '' ? {} : { 'Content-Type': html === undefined ? 'application/json; charset=utf-8' : 'text/html' };
	response.writeHead(status, { ...trace, ...headers, ...type, 'Content-Length': Buffer.byteLength(text) });
	response.end(text);
}

async function serveStorage(request: IncomingMessage, response: ServerResponse, url: URL, account: Account): Promise<void> {
	const bytes = await readBytes(request);
	const ticket = url.pathname.split('/').at(-1) ?? '';
	const { status, contentType, body } = account.storage.answer({
		method: request.method ?? 'GET',
		ticket,
		headers: request.headers,
		bytes,
	});
	response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': body.length });
	response.end(body);
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
	return Buffer.concat(chunks);
}

function parsed(text: string): unknown {
	if (text === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
