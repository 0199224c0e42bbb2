import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One webhook as the app got it. */
export interface Heard {
	path: string;
	fields: URLSearchParams;
}

type Answer = (fields: URLSearchParams) => string;

/** A small app behind the line, as n8n would be: answers TwiML by path and remembers what it was asked. */
export interface App {
	url: string;
	heard: Heard[];
	/** Sets the TwiML (inside `<Response>`) for a path. */
	answer(path: string, twiml: string | Answer): void;
	/** Calls this once the line's status callback says that the call ended. */
	onCallEnd: (fields: URLSearchParams) => void;
	close(): Promise<void>;
}

export async function startApp(): Promise<App> {
	const answers = new Map<string, string | Answer>();
	const server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const path = request.url ?? '/';
			const fields = new URLSearchParams(Buffer.concat(chunks).toString());
			app.heard.push({ path, fields });
			const answer = answers.get(path) ?? '';
			response.setHeader('Content-Type', 'text/xml');
			response.end(`<Response>${typeof answer === 'string' ? answer : answer(fields)}</Response>`);
			if (path === '/ended') app.onCallEnd(fields);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const app: App = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		heard: [],
		answer: (path, twiml) => answers.set(path, twiml),
		onCallEnd: () => undefined,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	return app;
}
