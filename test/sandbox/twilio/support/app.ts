import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';

/** A request that the stand-in sent to the app under test. */
export interface Received {
	path: string;
	query: string;
	method: string;
	fields: Record<string, string>;
	headers: IncomingHttpHeaders;
	/** By the `twilio` package's own validator. */
	genuine: boolean;
}

export interface Answer {
	status?: number;
	type?: string;
	body?: string;
	headers?: Record<string, string>;
	/** Never answers. */
	hang?: boolean;
}

type Handler = (request: Received) => Answer | string | Promise<Answer | string>;

/** A small app on loopback that notes every request and answers with TwiML; stands for the product in these tests. */
export class PretendApp {
	readonly received: Received[] = [];
	url = '';
	private readonly handlers = new Map<string, Handler>();
	private readonly watchers = new Set<() => void>();
	private server: Server | null = null;

	constructor(private readonly authToken: () => string) {}

	/** What to answer at a path: TwiML as a string, or a whole answer. Other paths answer an empty `<Response/>`. */
	on(path: string, answer: Handler | Answer | string): void {
		this.handlers.set(path, typeof answer === 'function' ? answer : () => answer);
	}

	async start(): Promise<void> {
		this.server = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const target = new URL(request.url ?? '/', this.url);
				const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
				const signature = request.headers['x-twilio-signature'];
				const received: Received = {
					path: target.pathname,
					query: target.search,
					method: request.method ?? '',
					fields,
					headers: request.headers,
					genuine: twilio.validateRequest(this.authToken(), String(signature), `${this.url}${request.url ?? ''}`, fields),
				};
				this.received.push(received);
				for (const watcher of [...this.watchers]) watcher();
				void Promise.resolve(this.handlers.get(received.path)?.(received) ?? '<Response/>').then((answer) => {
					const {
						status = 200,
						type = 'text/xml',
						body = '',
						headers = {},
						hang = false,
					} = typeof answer === 'string' ? { body: answer } : answer;
					if (hang) return;
					response.writeHead(status, { 'Content-Type': type, ...headers });
					response.end(body);
				});
			});
		});
		await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
		this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	reset(): void {
		this.received.length = 0;
		this.handlers.clear();
	}

	at(path: string): Received[] {
		return this.received.filter((request) => request.path === path);
	}

	/** Paths of all requests, in order. */
	paths(): string[] {
		return this.received.map((request) => request.path);
	}

	/** Resolves when so many requests have come to a path. */
	async waitFor(path: string, count = 1): Promise<Received[]> {
		await new Promise<void>((resolve, reject) => {
			const check = (): void => {
				if (this.at(path).length < count) return;
				clearTimeout(timer);
				this.watchers.delete(check);
				resolve();
			};
			const timer = setTimeout(() => reject(new Error(`${this.at(path).length} of ${count} requests came to ${path}`)), 4000);
			this.watchers.add(check);
			check();
		});
		return this.at(path);
	}

	async stop(): Promise<void> {
		await new Promise<void>((resolve) => {
			this.server?.close(() => resolve());
			this.server?.closeAllConnections();
		});
	}
}
