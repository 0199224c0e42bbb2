/** What we compare with: n8n's own nodes, doing as little as they can for the same requests. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { N8nSession } from '../sandbox/n8n/contract';

/** A server on loopback that takes texts and only notes when they came. */
export interface Sink {
	url: string;
	/** Real ms since 1970 at which texts to a phone arrived. */
	arrivals(to: string): number[];
	close(): Promise<void>;
}

export async function startSink(): Promise<Sink> {
	const arrived = new Map<string, number[]>();
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const at = Date.now();
			const to = new URLSearchParams(Buffer.concat(parts).toString('utf8')).get('To') ?? '';
			arrived.set(to, [...(arrived.get(to) ?? []), at]);
			response.writeHead(201, { 'Content-Type': 'application/json' });
			response.end(JSON.stringify({ sid: randomUUID(), status: 'queued', to }));
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/Messages.json`,
		arrivals: (to) => arrived.get(to) ?? [],
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** The Webhook node as n8n answers fastest: at once, with settings that hold no expression. */
function webhook(path: string): Record<string, unknown> {
	return {
		id: randomUUID(),
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [0, 0],
		webhookId: randomUUID(),
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
	};
}

/** Sends what our text node sends: the same fields, a text of the same length, and a sender's name and password. */
function httpRequest(sinkUrl: string): Record<string, unknown> {
	const fields = {
		To: '={{ $json.body.From }}',
		From: '={{ $json.body.To }}',
		Body: 'Hi, this is Maple Property Group at Maple Court. Sorry we missed your call. When would you like to move in, and how many bedrooms do you need? Book a tour: https://example.com/maple-court/tour Reply STOP to opt out.',
		ValidityPeriod: '600',
		StatusCallback: sinkUrl,
	};
	return {
		id: randomUUID(),
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [200, 0],
		parameters: {
			method: 'POST',
			url: sinkUrl,
			sendHeaders: true,
			headerParameters: {
				parameters: [{ name: 'Authorization', value: `Basic ${Buffer.from('SKbench:bench').toString('base64')}` }],
			},
			sendBody: true,
			contentType: 'form-urlencoded',
			bodyParameters: { parameters: Object.entries(fields).map(([name, value]) => ({ name, value })) },
			options: {},
		},
	};
}

export interface Peers {
	/** A Webhook node alone. */
	answerUrl: string;
	/** A Webhook node followed by an HTTP Request node. */
	textUrl: string;
}

/** Creates and publishes both workflows. */
export async function publishPeers(session: N8nSession, n8nUrl: string, sinkUrl: string): Promise<Peers> {
	const settings = { executionOrder: 'v1' };
	const alone = await session.createWorkflow({ name: 'Bench: Webhook', nodes: [webhook('bench-answer')], connections: {}, settings });
	const pair = await session.createWorkflow({
		name: 'Bench: Webhook and HTTP Request',
		nodes: [webhook('bench-text'), httpRequest(sinkUrl)],
		connections: { Webhook: { main: [[{ node: 'HTTP Request', type: 'main', index: 0 }]] } },
		settings,
	});
	for (const { id } of [alone, pair]) await session.publish(id);
	return { answerUrl: `${n8nUrl}/webhook/bench-answer`, textUrl: `${n8nUrl}/webhook/bench-text` };
}
