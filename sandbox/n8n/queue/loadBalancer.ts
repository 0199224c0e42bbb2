import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { LOOPBACK } from '../freePort';
import { WEBHOOK_PATHS } from './environment';

export interface LoadBalancer {
	/** `http://127.0.0.1:PORT` */
	url: string;
	close(): Promise<void>;
}

/** Which process answers a path; ports on loopback, asked anew for each request. */
export interface Upstreams {
	main: () => number;
	webhook: () => number;
}

/**
 * Stands before n8n as a load balancer would: production webhooks go to the webhook process, everything else to main. What
 * cannot be reached is answered with 502.
 */
export async function startLoadBalancer(upstreams: Upstreams): Promise<LoadBalancer> {
	const server = createServer((incoming, outgoing) => {
		const isWebhook = WEBHOOK_PATHS.some((path) => incoming.url?.startsWith(path) === true);
		pass(incoming, outgoing, isWebhook ? upstreams.webhook() : upstreams.main());
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, LOOPBACK, resolve);
	});
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://${LOOPBACK}:${port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
	const forwarded = {
		'x-forwarded-for': incoming.socket.remoteAddress ?? LOOPBACK,
		'x-forwarded-proto': 'http',
		'x-forwarded-host': incoming.headers.host ?? '',
	};
	// A connection for each request: one that is kept would meet a process that was killed and started anew.
	const onward = request(
		{ host: LOOPBACK, port, method: incoming.method, path: incoming.url, headers: { ...incoming.headers, ...forwarded }, agent: false },
		(answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			pipeline(answer, outgoing, () => undefined);
		},
	);
	onward.on('error', () => {
		if (outgoing.headersSent) outgoing.destroy();
		else outgoing.writeHead(502, { 'content-type': 'text/plain' }).end('The process that answers here cannot be reached.');
	});
	outgoing.on('close', () => onward.destroy());
	incoming.pipe(onward);
}
